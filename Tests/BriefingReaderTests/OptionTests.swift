import BriefingLayout
import BriefingReading
import Testing

@testable import BriefingReader

/// What the command line and the configuration set, as the reader sees it.
@Suite struct OptionTests {
  private static let text =
    "# Title\n\n## One\n\nText of one.\n\n## Two\n\n" + String(repeating: "word ", count: 439)

  private func session(columns: Int = 100, _ set: (inout State.Options) -> Void) -> Session {
    var session = Session(Self.text, columns: columns)
    set(&session.state.options)
    session.resize(columns: columns, rows: 14)
    return session
  }

  @Test func `the outline stands on the side that is asked for`() throws {
    for side in State.OutlineSide.allCases {
      let session = session { $0.outlineSide = side }
      let row = try #require(session.text.split(separator: "\n").first { $0.contains("Text of one.") })
      let rows = session.text.split(separator: "\n")
      let outline = try #require(
        rows.lazy.compactMap { row in row.firstRange(of: "1  One").map { row[..<$0.lowerBound].count } }.first
      )
      let text = row[..<(try #require(row.firstRange(of: "Text")).lowerBound)].count
      #expect((outline > text) == (side == .right), "\(session.text)")
    }
  }

  @Test func `the outline has the width that is asked for, up to half of the window`() throws {
    for (wanted, columns, expected) in [(40, 100, 40), (70, 100, 50)] {
      let session = session(columns: columns) { $0.outlineWidth = wanted }
      let reading = try #require(session.state.reading)
      #expect(ReadingGeometry(session.state, reading).outline?.count == expected)
    }
  }

  @Test func `reading time follows the reader's speed`() {
    // A session counts 200 words.
    #expect(session { $0.readingSpeed = 220 }.text.contains("1 min"))
    #expect(session { $0.readingSpeed = 50 }.text.contains("4 min"))
  }
}

/// The order of the list, set or as it was left.
@Suite struct ListOrderOptionTests {
  private func session(_ order: ListState.Order?, left: String?) -> State {
    var options = State.Options(remembers: true)
    options.order = order
    var (state, _) = State.library(
      "news", size: Size(rows: 24, columns: 80), theme: .monochrome, options: options)
    var view = ViewSettings()
    view.order = left ?? "newest"
    view.filter = "nato"
    _ = update(&state, .viewRecalled(left.map { _ in view }, nil))
    return state
  }

  @Test func `what is set holds, else what was left, else the newest come first`() {
    #expect(session(nil, left: nil).list?.order == .newest)
    #expect(session(nil, left: "title").list?.order == .title)
    #expect(session(.title, left: nil).list?.order == .title)
    #expect(session(.title, left: "newest").list?.order == .title)
    #expect(session(.newest, left: "title").list?.order == .newest)
  }

  @Test func `with a set order the rest is as it was left`() {
    #expect(session(.title, left: "newest").list?.filter == "nato")
  }
}
