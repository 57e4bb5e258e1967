import BriefingCore
import BriefingText
import CommonMark
import Testing

@testable import BriefingLayout

/// Containers nested deeper than any page shows.
@Suite struct DeepNestingTests {
  private static let depth = 1500

  /// Two paragraphs in containers that are nested deep, and one after them.
  private static let nests = [
    "quote": String(repeating: "> ", count: depth) + "one\n" + String(repeating: "> ", count: depth) + "\n"
      + String(repeating: "> ", count: depth) + "two\n\nthree\n",
    "list": String(repeating: "- ", count: depth) + "one\n\n" + String(repeating: "  ", count: depth)
      + "two\n\nthree\n",
    "numbered": String(repeating: "1. ", count: depth) + "one\n\n" + String(repeating: "   ", count: depth)
      + "two\n\nthree\n",
    "both": String(repeating: "> - 1. ", count: depth / 3) + "one\n"
      + String(repeating: ">      ", count: depth / 3) + "two\n\n- three\n",
    "table": String(repeating: "- ", count: depth) + "a|b\n" + String(repeating: "  ", count: depth) + "-|-\n"
      + String(repeating: "  ", count: depth) + "- two\n\nthree\n",
  ]

  @Test(arguments: nests.keys.sorted(), [20, 79, 400])
  func `a page looks as if all of them were climbed through`(name: String, width: Int) throws {
    let markdown = try #require(Self.nests[name])
    let briefing = try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample"))
    // A page that is not cut climbs.
    let climbed = Page(briefing, width: width)
    let page = try Page(cutting: briefing, width: width)
    #expect(page.units.table.roles.nesting.isDeep && !climbed.units.table.roles.nesting.isDeep)
    #expect(
      page.lines(from: Place(), count: .max).map(\.line)
        == climbed.lines(from: Place(), count: .max).map(\.line))
    for unit in 0..<page.unitCount { #expect(page.text(of: unit) == climbed.text(of: unit)) }
  }

  /// Whoever climbs meets a post soon, which leads to the outermost that are shown.
  @Test(arguments: nests.keys.sorted())
  func `the way out of them is short`(name: String) throws {
    let markdown = try #require(Self.nests[name])
    let document = try Document(parsing: Array(markdown.utf8))
    let nesting = try DeepNesting(document, isCancelled: { false })
    for index in 0..<document.blockCount {
      var steps = 0
      var block: BlockID? = BlockID(index: Int32(index))
      while let id = block {
        steps += 1
        block = nesting[id]?.next ?? document[id].parent
      }
      // Each item stands in a list.
      #expect(steps <= 2 * (DeepNesting.outer + DeepNesting.inner) + 4)
    }
  }

  @Test func `others have no posts`() throws {
    let document = try Document(
      parsing: Array((String(repeating: "> ", count: DeepNesting.outer) + "a").utf8))
    #expect(try !DeepNesting(document, isCancelled: { false }).isDeep)
  }
}
