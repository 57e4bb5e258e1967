import BriefingCore
import BriefingText
import Testing

@testable import BriefingLayout

/// A page with what has changed in it.
@Suite struct MarkedPageTests {
  private static let markdown = """
    ---
    title: The harbour
    summary: What is built.
    ---
    # The harbour

    The quay is *closed* until the [spring](/spring) of next year.

    ## Lists and quotes

    - One crane
    - Two cranes

    > A quote of the master.

    ```
    let cranes = 2
    let quays = 1
    ```

    | Crane | Tons |
    |---|---:|
    | North | 40 |
    | South | 60 |

    ## Notes

    Tides[^a] are high.

    ## New section

    All of it is new.

    [^a]: In spring.
    """

  /// The unit of `BriefingUnits` with a text.
  private static func unit(_ text: String, _ units: BriefingUnits) -> Int {
    (0..<units.count).first { units.content(of: $0).text.string.contains(text) } ?? 0
  }

  private static func edits(_ units: BriefingUnits) -> PageEdits {
    var edits = PageEdits()
    func change(_ text: String, _ parts: [(TextChange.Kind, String)]) {
      var at = 0
      edits.texts[unit(text, units)] = parts.map { kind, text in
        let count = kind == .removed ? 0 : text.utf8.count
        defer { at += count }
        return TextChange(kind, text, at..<at + count)
      }
    }
    edits.insertions = [
      .init(.summary("4 sections changed, 1 new · 12 words added, 9 removed"), .start),
      .init(.removed("A paragraph of the lead that stood below this."), .behindUnit(unit("quay is", units))),
      .init(.removed("Three cranes"), .behindUnit(unit("Two cranes", units))),
      .init(.removed("A paragraph of the quote."), .behindUnit(unit("quote of", units))),
      .init(.removed("let ferries = 3\nlet tides = 4"), .behindUnit(unit("let quays", units))),
      .init(
        .remark("This section has changed; its text as you read it is not kept."),
        .behindUnit(unit("Notes", units))),
      .init(.removedHeading("Old section"), .behindSection(2)),
      .init(.removed("Nothing of it is left."), .behindSection(2)),
    ]
    change(
      "quay is",
      [
        (.same, "The quay is "), (.removed, "open "), (.added, "closed "), (.same, "until the spring of "),
        (.removed, "this "), (.added, "next "), (.same, "year."),
      ])
    change("One crane", [(.same, "One "), (.added, "crane")])
    change(
      "let quays", [(.same, "let cranes = "), (.removed, "1\n"), (.added, "2\n"), (.same, "let quays = 1")])
    change(
      "North",
      [(.same, "Crane\nTons\nNorth\n"), (.removed, "30\n"), (.added, "40\nSouth\n60")])
    change("New section", [(.added, "New section")])
    change("All of it", [(.added, "All of it is new.")])
    return edits
  }

  private func marked(width: Int) throws -> (MarkedPage, plain: Page) {
    let briefing = try Briefing(parsing: Array(Self.markdown.utf8), file: .init(name: "sample"))
    let page = try Page(cutting: briefing, width: width, settings: Page.Settings(details: .closed))
    let units = BriefingUnits(briefing)
    return (try MarkedPage(page, units, Self.edits(units)), page)
  }

  @Test(
    arguments: [40, 80, 200],
    [("plain", nil), ("16", .standard), ("colourless", .monochrome)] as [(String, Theme?)])
  func `a page with changes everywhere`(width: Int, palette: (name: String, theme: Theme?)) throws {
    let page = try marked(width: width).0.page
    var text = ""
    TextWriter(theme: palette.theme).write(page) { text += $0 }
    try Snapshot.check(text, "changes-\(width)-\(palette.name).txt")
  }

  @Test func `every change is a stop, and what came or went together is one`() throws {
    let (marked, plain) = try marked(width: 60)
    let shown = marked.stops.map { stop in
      let bytes = Array(marked.page.text(of: stop.marked.unit).string.utf8)
      return String(decoding: bytes[stop.marked.range], as: UTF8.self)
    }
    #expect(
      shown == [
        "[-open-]", "[-A paragraph of the lead that stood below this.-]", "{+crane+}", "[-Three cranes-]",
        "[-A paragraph of the quote.-]", "[-1-]", "[-let ferries = 3-]", "[-30-]",
        "This section has changed; its text as you read it is not kept.", "[-Old section-]",
        "{+New section+}",
      ])
    #expect(marked.stops.last?.added.count == 2, "heading and paragraph")
    // Where a section was removed, the plain page has what follows.
    #expect(marked.stops[9].plain.unit == plain.sectionUnits[2])
  }

  @Test func `what was removed is found, and links lead where they did`() throws {
    let (marked, plain) = try marked(width: 60)
    let text = try #require(FindText(marked.page))
    #expect(text.matches(of: FindQuery("ferries"))?.count == 1)
    #expect(try #require(FindText(plain)).matches(of: FindQuery("ferries"))?.count == 0)
    let links = (0..<marked.page.unitCount).flatMap { unit in
      let text = marked.page.text(of: unit)
      return text.links.map { link in
        "\(String(decoding: Array(text.string.utf8)[link.range], as: UTF8.self)) \(link.destination)"
      }
    }
    #expect(links == ["spring /spring", "¹ a"] || links.contains("spring /spring"))
    #expect(marked.page.titleUnit.map { marked.plainUnit(of: $0) } == plain.titleUnit)
    #expect(marked.page.detailsUnit.map { marked.plainUnit(of: $0) } == plain.detailsUnit)
    #expect(marked.page.place(ofLine: 1) == Place())
  }

  @Test func `a paragraph that was cut is shown without marks, and that is said`() throws {
    var bounds = LeafBounds()
    bounds.leaf = 100
    bounds.slice = 60
    let long = String(repeating: "A long sentence. ", count: 20)
    let briefing = try Briefing(parsing: Array("Short.\n\n\(long)\n".utf8), file: .init(name: "sample"))
    let page = try Page(cutting: briefing, bounds, width: 40)
    let units = BriefingUnits(briefing)
    var edits = PageEdits()
    let text = units.content(of: 1).text.string
    edits.texts[1] = [TextChange(.removed, "Gone. ", 0..<0), TextChange(.same, text, 0..<text.utf8.count)]
    let marked = try MarkedPage(page, units, edits)
    #expect(marked.page.unitCount == page.unitCount + 1)
    #expect(marked.stops.count == 1)
    #expect(marked.page.text(of: page.unitCount).string.hasPrefix("This paragraph has changed"))
  }

  @Test func `to mark a long page can be cancelled`() throws {
    let (_, plain) = try marked(width: 60)
    let units = BriefingUnits(plain.briefing)
    var asked = 0
    #expect(throws: CancellationError.self) {
      try MarkedPage(plain, units, Self.edits(units)) {
        asked += 1
        return asked > 2
      }
    }
    #expect(asked == 3)
  }
}
