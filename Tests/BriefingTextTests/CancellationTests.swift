import BriefingCore
import CommonMark
import Testing

@testable import BriefingText

/// What is done once for a whole briefing can be stopped, however many footnotes that has.
@Suite struct CancellationTests {
  /// Footnotes of which each refers to the next one, and the section that refers to the first.
  private static let count = 20_000
  private static let briefing = try? Briefing(
    parsing: Array(
      ("# Page\n\n## One\n\n[^0]\n\n" + (0..<count).map { "[^\($0)]: note [^\($0 + 1)]\n" }.joined()
        + "\n## Two\n").utf8),
    file: .init(name: "a"))

  /// Calls `work` with a question that is answered with true after so many, and returns how many were asked.
  private func asked(until last: Int = .max, _ work: (() -> Bool) throws -> Void) rethrows -> Int {
    var asked = 0
    do {
      try work {
        asked += 1
        return asked > last
      }
    } catch is CancellationError {
      #expect(asked == last + 1, "nobody is asked again")
    }
    return asked
  }

  @Test func placingFootnotesAsks() throws {
    let briefing = try #require(Self.briefing)
    let footnotes = briefing.document.footnotes
    #expect(footnotes.count == Self.count)
    let table = UnitTable(briefing, section: nil, .none)
    func place(_ isCancelled: () -> Bool) throws {
      _ = try FootnotePlacement.order(
        of: footnotes, in: briefing, unitCount: table.units.count,
        firstUnit: table.firstUnit(notBefore:), isCancelled: isCancelled)
    }
    let all = try asked(place)
    // Once for 4,096 steps: of collecting, of sorting, of following the references, of putting in order.
    #expect(all >= 4 * Self.count / 4096)
    for last in [0, all / 3, all / 2, all - 1] { #expect(try asked(until: last, place) == last + 1) }
  }

  @Test func selectingASectionAsks() throws {
    let briefing = try #require(Self.briefing)
    let numbers = FootnoteMarks(briefing.document.footnotes, in: briefing.document)
    let units = UnitTable(briefing, section: nil, .none).units
    func select(_ isCancelled: () -> Bool) throws {
      _ = try SectionUnits(0, of: briefing, from: units, numbers: numbers, isCancelled: isCancelled)
    }
    let all = try asked(select)
    #expect(all >= 2 * Self.count / 4096)
    for last in [0, all / 2, all - 1] { #expect(try asked(until: last, select) == last + 1) }
  }
}
