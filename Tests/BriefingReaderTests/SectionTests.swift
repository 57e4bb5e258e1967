import BriefingLayout
import Testing

@testable import BriefingReader

/// From section to section where the top cannot follow: on the last screen, and where all fits on one.
@Suite struct SectionTests {
  private static let short = """
    # Page

    Lead.

    ## One

    a

    ## Two

    b

    ## Three

    c

    ## Four

    d

    """

  /// Keys, the section that is marked, and what is at the top.
  @Test(arguments: [
    ("3", "Three", "Three"), ("3k", "Three", "Three"), ("3k]", "Four", "Four"), ("3k[", "Two", "Two"),
    ("3kkk]", "Three", "Three"), ("3kkk[", "Two", "Two"), ("4]", "Four", "Four"), ("4[", "Three", "Three"),
    ("4k[", "Three", "Three"), ("G[", "", ""), ("G]", "One", "One"), ("G]]]]]", "Four", "Four"),
    ("2j]", "Three", "Three"), ("2j[", "One", "One"),
  ])
  func whatFitsOnOneScreen(keys: String, marked: String, top: String) {
    var session = Session(Self.short, columns: 120, rows: 40)
    session.type(keys)
    let section = session.state.reading.flatMap { reading in
      reading.currentSection.map { reading.sections[$0].title }
    }
    if !marked.isEmpty { #expect(section == marked, "\n\(session.text)") }
    if !top.isEmpty { #expect(session.topLine == top) }
  }

  /// Wherever the reader is: back is never down, forward never up, and no heading below the top row is passed over.
  @Test(arguments: [(80, 10), (100, 20), (120, 30), (200, 60)])
  func forwardIsDownAndBackIsUp(columns: Int, rows: Int) {
    for start in ["", "G", "1", "2", "3", "3k", "2kkk", "Gk", "Gkkkk", "jjjj", " ", "  ", "G[", "3j", "d"] {
      for key in ["]", "[", "}", "{"] {
        var session = Session(Samples.sections, columns: columns, rows: rows)
        session.type(start)
        guard let before = session.state.reading else { return }
        session.type(key)
        guard let after = session.state.reading else { return }
        let isForward = key == "]" || key == "}"
        #expect(
          isForward ? after.top >= before.top : after.top <= before.top,
          "\(start)\(key) at \(columns)x\(rows)")
        guard key == "]" else { continue }
        let line = session.state.firstText(from: before.top) ?? before.top
        if let next = before.sectionUnits.firstIndex(where: { Place(unit: $0) > line }) {
          #expect(after.top == Place(unit: before.sectionUnits[next]), "\(start)] at \(columns)x\(rows)")
          #expect(after.currentSection == next)
        } else {
          #expect(session.status.contains("This is the last section."))
        }
      }
    }
  }

  @Test(arguments: [(80, 10), (200, 60)]) func eachSectionCanBeReachedAndIsMarked(columns: Int, rows: Int) {
    for way in ["]", "s"] {
      var session = Session(Samples.sections, columns: columns, rows: rows)
      for index in 0..<5 {
        if way == "]" {
          session.type("]")
        } else {
          session.type("gs" + String(repeating: "<Down>", count: index) + "<Enter>")
        }
        #expect(session.state.reading?.currentSection == index, "\(way) at \(columns)x\(rows)")
      }
    }
  }
}
