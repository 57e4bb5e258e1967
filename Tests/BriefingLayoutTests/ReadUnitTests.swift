import BriefingCore
import BriefingText
import Testing

@testable import BriefingLayout

/// The units of a page that show those of the same briefing as it is read.
@Suite struct ReadUnitTests {
  private static let text = """
    ---
    title: Title
    summary: A summary.
    author: A. Writer
    ---
    Lead with a note[^n].

    ## One

    \((1...60).map { "Word\($0) follows word." }.joined(separator: " "))

    [^n]: The note.

    ## Two

    - Item
    """

  private func briefing() throws -> Briefing {
    try Briefing(parsing: Array(Self.text.utf8), file: .init(name: "a"))
  }

  @Test func `each unit is found by its text, however its page is cut`() throws {
    let briefing = try briefing()
    let units = BriefingUnits(briefing)
    var small = LeafBounds()
    (small.leaf, small.slice) = (64, 32)
    for bounds in [LeafBounds(), small] {
      let page = try Page(
        cutting: briefing, bounds, width: 40, settings: .init(overflow: .pan, details: .closed))
      var all: Set<Int> = []
      for unit in 0..<units.count {
        let found = try page.units(showing: [unit], of: units)
        #expect(!found.isEmpty)
        let shown = found.sorted().map { page.text(of: $0).string }.joined(separator: " ")
        let words = units.content(of: unit).text.string.split { $0 == " " || $0 == "\n" }
        #expect(shown.split { $0 == " " || $0 == "\n" } == words)
        #expect(all.isDisjoint(with: found))
        all.formUnion(found)
      }
      // The details are no text that is read.
      #expect(Set(0..<page.unitCount).subtracting(all) == [try #require(page.detailsUnit)])
    }
  }

  @Test func `it is cancelled`() throws {
    let text = String(repeating: "a\n\n", count: 20_000)
    let briefing = try Briefing(parsing: Array(text.utf8), file: .init(name: "a"))
    let page = Page(briefing, width: 40)
    #expect(throws: CancellationError.self) {
      try page.units(showing: [0], of: BriefingUnits(briefing), isCancelled: { true })
    }
  }
}
