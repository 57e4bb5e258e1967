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

  /// A page of small slices, and its marks where every tenth word is new and took the place of `gone`.
  private func cut(_ markdown: String, of unit: Int) throws -> (
    plain: Page, marked: MarkedPage, added: [String]
  ) {
    var bounds = LeafBounds()
    bounds.leaf = 100
    bounds.slice = 60
    bounds.lines = 3
    bounds.cells = 8
    let briefing = try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample"))
    let page = try Page(cutting: briefing, bounds, width: 40)
    let units = BriefingUnits(briefing)
    let text = units.content(of: unit).text.string
    var edits = PageEdits()
    var changes: [TextChange] = []
    var added: [String] = []
    var at = 0
    var words = [""]
    for character in text {
      words[words.count - 1].append(character)
      if character == " " || character == "\n" { words.append("") }
    }
    for (index, word) in words.filter({ !$0.isEmpty }).enumerated() {
      let range = at..<at + word.utf8.count
      at = range.upperBound
      if index % 10 == 3 {
        changes.append(TextChange(.removed, "gone ", range.lowerBound..<range.lowerBound))
        changes.append(TextChange(.added, word, range))
        added.append(word.filter { $0 != " " && $0 != "\n" })
      } else {
        changes.append(TextChange(.same, word, range))
      }
    }
    edits.texts[unit] = changes
    return (page, try MarkedPage(page, units, edits), added)
  }

  private func count(_ part: String, on page: Page) -> Int {
    (0..<page.unitCount).reduce(0) { $0 + page.text(of: $1).string.ranges(of: part).count }
  }

  @Test(arguments: [
    (1..<200).map { "w\($0)" }.joined(separator: " "),
    "| a | b |\n|---|---|\n" + (1..<60).map { "| c\($0) | d\($0) |" }.joined(separator: "\n"),
    "```\n" + (1..<90).map { "let a\($0) = b\($0)" }.joined(separator: "\n") + "\n```",
  ])
  func `a leaf that the page has cut is marked slice by slice`(leaf: String) throws {
    let (plain, marked, added) = try cut("Short.\n\n\(leaf)\n", of: 1)
    #expect(plain.unitCount > 4 && marked.page.unitCount == plain.unitCount)
    #expect(added.count > 8)
    #expect(count("[-gone-]", on: marked.page) == added.count)
    for word in added { #expect(count("{+\(word)+}", on: marked.page) == 1, "\(word)") }
    let changed = (0..<plain.unitCount).filter { marked.page.text(of: $0).string.contains("[-") }
    #expect(marked.stops.map(\.marked.unit) == changed)
    // Without the signs each slice says what it said, and its places are found again.
    for unit in 0..<plain.unitCount {
      let text = plain.text(of: unit).string
      for offset in stride(from: 0, to: text.utf8.count, by: 7) {
        let place = Place(unit: unit, offset: offset)
        #expect(marked.plain(marked.shown(place)) == place)
      }
      var shown = marked.page.text(of: unit).string
      for sign in ["[-gone-] ", "{+", "+}"] { shown = shown.replacing(sign, with: "") }
      #expect(shown == text)
    }
    #expect((0..<plain.unitCount).allSatisfy { !marked.page.lines(of: $0).isEmpty })
  }

  @Test func `code of several slices is marked where these are others than those of the page`() throws {
    let lines = (1...UnitTable.sliceLines * 2).map { "let a\($0) = b" }
    let markdown = "```\n" + lines.joined(separator: "\n") + "\n```\n"
    let briefing = try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample"))
    var bounds = LeafBounds()
    bounds.leaf = 100
    bounds.lines = 100
    let page = try Page(cutting: briefing, bounds, width: 40)
    let units = BriefingUnits(briefing)
    #expect(units.count == 2)
    var edits = PageEdits()
    for unit in 0..<2 {
      let text = units.content(of: unit).text.string
      let first = text.utf8.count - text.drop { $0 != "\n" }.utf8.count
      edits.texts[unit] = [
        TextChange(.added, String(text.utf8.prefix(first)) ?? "", 0..<first),
        TextChange(.same, String(text.utf8.dropFirst(first)) ?? "", first..<text.utf8.count),
      ]
    }
    let marked = try MarkedPage(page, units, edits)
    #expect(count("{+let a1 = b+}", on: marked.page) == 1)
    #expect(count("{+let a\(UnitTable.sliceLines + 1) = b+}", on: marked.page) == 1)
    #expect(marked.stops.count == 2 && marked.page.unitCount == page.unitCount)
  }

  @Test func `of much that was removed at one place it is said how much is not shown`() throws {
    let long = String(repeating: "A long sentence. ", count: 20)
    let removed = (1...5000).map { "w\($0)" }.joined(separator: " ") + " "
    var bounds = LeafBounds()
    bounds.leaf = 100
    bounds.slice = 60
    let briefing = try Briefing(parsing: Array("\(long)\n".utf8), file: .init(name: "sample"))
    let (page, units) = (try Page(cutting: briefing, bounds, width: 40), BriefingUnits(briefing))
    let text = units.content(of: 0).text.string
    var edits = PageEdits()
    edits.texts[0] = [TextChange(.removed, removed, 0..<0), TextChange(.same, text, 0..<text.utf8.count)]
    // A paragraph of its own is shown to its end, in units that the loop can set.
    edits.insertions = [.init(.removed(removed + removed), .behindUnit(0))]
    let marked = try MarkedPage(page, units, edits)
    let first = marked.page.text(of: 0).string
    let shown = try #require(first.firstMatch(of: /and ([0-9]+) more words-\]/)).1
    #expect(first.contains("[-w1 w2 ") && first.contains("w\(5000 - (Int(shown) ?? 0)) … and"))
    #expect(count("w5000", on: marked.page) == 2)
    #expect((0..<marked.page.unitCount).allSatisfy { marked.page.text(of: $0).string.utf8.count <= 33 << 10 })
    // It is one change all the same.
    #expect(marked.stops.count == 2)
  }

  @Test func `what is looked for is found across signs, as it is and as it was`() throws {
    let briefing = try Briefing(
      parsing: Array("Gas prices fall in May.\n\n| a | b |\n|---|---|\n| one | two |\n".utf8),
      file: .init(name: "sample"))
    let (page, units) = (Page(briefing, width: 60), BriefingUnits(briefing))
    var edits = PageEdits()
    edits.texts[0] = [
      TextChange(.same, "Gas prices ", 0..<11), TextChange(.removed, "rise ", 11..<11),
      TextChange(.added, "fall ", 11..<16), TextChange(.same, "in May.", 16..<23),
    ]
    edits.texts[1] = [
      TextChange(.same, "a\nb\none\n", 0..<8), TextChange(.removed, "three", 8..<8),
      TextChange(.added, "two", 8..<11),
    ]
    let marked = try MarkedPage(page, units, edits)
    let shown = marked.page.text(of: 0).string
    #expect(shown == "Gas prices [-rise-] {+fall+} in May.")
    let text = try #require(FindText(marked.page))
    func found(_ query: String) -> [String]? {
      text.matches(of: FindQuery(query))?.map { match in
        let bytes = Array(marked.page.text(of: match.unit).string.utf8)[match.range]
        return String(decoding: bytes, as: UTF8.self)
      }
    }
    #expect(found("prices fall in") == ["prices [-rise-] {+fall+} in"])
    #expect(found("prices rise in") == ["prices [-rise-] {+fall+} in"])
    #expect(found("rise fall") == [])
    #expect(found("fall") == ["fall"] && found("in May") == ["in May"])
    #expect(found("{+fall+}") == ["{+fall+}"])
    // Of a table no match runs from one cell into the next.
    #expect(found("one two") == [] && found("one three") == [] && found("two") == ["two"])
    let words = [WordPattern(words: ["prices", "rise"]), WordPattern(words: ["fall"])]
    #expect(text.matches(of: FindQuery("prices", words: words))?.count == 2)
    #expect(try #require(FindText(page)).matches(of: FindQuery("prices rise")) == [])
  }

  /// Part by part, as it is collected: else it would not be the first match that is shown as such.
  @Test func `what stands across signs is found before the rest is collected`() throws {
    let briefing = try Briefing(
      parsing: Array("Gas prices fall.\n\nNo prices rise, and prices fall.\n".utf8),
      file: .init(name: "sample"))
    let (page, units) = (Page(briefing, width: 60), BriefingUnits(briefing))
    var edits = PageEdits()
    edits.texts[0] = [
      TextChange(.same, "Gas prices ", 0..<11), TextChange(.removed, "rise.", 11..<11),
      TextChange(.added, "fall.", 11..<16),
    ]
    let marked = try MarkedPage(page, units, edits).page
    var collector = FindCollector(marked, from: 0, lengths: 1...1)
    let isCollected = collector.collectPart()
    #expect(isCollected && collector.text.collectedUnits == 1)
    var found = FindMatches(FindQuery("prices fall"))
    let isSearched = found.search(collector.text, from: Place(), isCancelled: { false })
    #expect(isSearched && found.isKnown(from: Place()))
    #expect(found.matches.map(\.unit) == [0])
    let all = try #require(FindText(marked)?.matches(of: FindQuery("prices fall")))
    #expect(all.first == found.matches.first)
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
