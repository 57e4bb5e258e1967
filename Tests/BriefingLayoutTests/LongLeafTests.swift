import BriefingCore
import BriefingText
import CommonMark
import CommonMarkSamples
import Testing

@testable import BriefingLayout

/// Leaves that are too long for one unit: slices that show the same as the whole.
@Suite struct LongLeafTests {
  /// Bounds so small that a sentence is a long leaf.
  private static var small: LeafBounds {
    var bounds = LeafBounds()
    (bounds.leaf, bounds.slice, bounds.cells, bounds.marks, bounds.lines) = (40, 24, 6, 4, 3)
    return bounds
  }

  private func page(
    _ markdown: String, width: Int = 30, _ bounds: LeafBounds = small, _ settings: Page.Settings = .init(),
    section: Int? = nil
  ) throws -> Page {
    let briefing = try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample"))
    return try Page(cutting: briefing, bounds, width: width, section: section, settings: settings)
  }

  private func texts(_ page: Page) -> [String] { (0..<page.unitCount).map { page.text(of: $0).string } }

  /// The lines without the blank ones at the end.
  private func lines(_ page: Page, pan: Int = 0) -> [String] {
    page.lines(from: Place(), count: .max, pan: pan).map(\.line.text)
  }

  @Test(arguments: LongLeafSample.all.map(\.name))
  func `no unit is longer than the bounds, and none is made of a short leaf`(name: String) throws {
    let sample = try #require(LongLeafSample.all.first { $0.name == name })
    let bounds = LeafBounds()
    let long = try page(String(decoding: sample.bytes(100_000), as: UTF8.self), bounds)
    var leaves = Set<BlockID>()
    for unit in 0..<long.unitCount {
      let content = long.content(of: unit)
      let text = content.text
      #expect(text.string.utf8.count <= bounds.slice || content.isTable, "unit \(unit)")
      #expect(text.string.utf8.count <= bounds.leaf)
      #expect(text.runs.count <= bounds.marks + 1 || content.isTable)
      #expect(text.links.count <= bounds.marks + 1)
      leaves.insert(long.block(of: unit))
    }
    #expect(long.unitCount > leaves.count)
    let short = try page(String(decoding: sample.bytes(2000), as: UTF8.self), bounds)
    #expect(texts(short) == texts(Page(short.briefing, width: 30)) || name.contains("wide"))
  }

  /// A screen shows many leaves of a row each, so none of them may be much work, however little of it is seen.
  @Test(arguments: LongLeafSample.marks.map(\.name))
  func `leaves of many marks are read ahead, though they are not long`(name: String) throws {
    let sample = try #require(LongLeafSample.marks.first { $0.name == name })
    let bounds = LeafBounds()
    let page = try page(String(decoding: sample.bytes(150_000), as: UTF8.self), bounds)
    var marks = 0
    for unit in 0..<page.unitCount where page.ownContent(of: unit) == nil {
      let block = page.block(of: unit)
      let source = page.briefing.document.source[page.briefing.document[block].range]
      marks = max(marks, source.count { "*[<&".utf8.contains($0) })
    }
    #expect(marks <= bounds.marks)
    #expect(page.unitCount > 1)
  }

  @Test(arguments: [
    (
      "One two three four five six seven eight nine ten",
      ["One two three four five ", "six seven eight nine ten"]
    ),
    // Behind a hard break rather than a later space.
    (
      "One two three four\\\nfive six seven eight nine",
      ["One two three four\n", "five six seven eight ", "nine"]
    ),
    // A mark over the space stays with it, and no character is cut.
    (
      "wwwwwwwwwwwwwwwwwwww \u{301}wwwwwwwwwwwwwwwwww",
      ["wwwwwwwwwwwwwwwwwwww \u{301}w", "wwwwwwwwwwwwwwwww"]
    ),
    (
      String(repeating: "e\u{301}", count: 15),
      [String(repeating: "e\u{301}", count: 8), String(repeating: "e\u{301}", count: 7)]
    ),
    // One character that is too long is cut between scalars.
    (
      "e" + String(repeating: "\u{301}", count: 20),
      ["e" + String(repeating: "\u{301}", count: 11), String(repeating: "\u{301}", count: 9)]
    ),
  ])
  func `text is cut where the reader minds least`(markdown: String, expected: [String]) throws {
    let page = try page(markdown)
    #expect(texts(page).map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
    #expect((0..<page.unitCount).map(page.continuesPrevious) == expected.indices.map { $0 > 0 })
  }

  @Test func `text without columns is cut into rows that a screen can have many of`() throws {
    var bounds = Self.small
    bounds.invisibles = 5
    let page = try page("word " + String(repeating: "\u{200B}", count: 20), bounds)
    #expect(texts(page).dropLast().allSatisfy { $0.unicodeScalars.count { $0.value == 0x200B } <= 5 })
    #expect(texts(page).joined().unicodeScalars.count == 25)
  }

  @Test func `a slice has its own part of styles and links`() throws {
    let page = try page(
      "Plain words and *emphasis that is long* [a link that is long](there) and the rest of it")
    var shown: [String] = []
    for unit in 0..<page.unitCount {
      let text = page.text(of: unit)
      let utf8 = Array(text.string.utf8)
      func string(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }
      #expect(text.runs.map(\.range.count).reduce(0, +) == utf8.count)
      shown += text.runs.filter { $0.style.traits.contains(.emphasis) }.map { "*" + string($0.range) }
      shown += text.links.map { string($0.range) + " → " + $0.destination }
    }
    #expect(
      shown.filter { $0.hasPrefix("*") }.joined().filter { $0 != "*" } == "emphasis that is long")
    #expect(shown.filter { $0.contains("→") }.allSatisfy { $0.hasSuffix(" → there") })
    #expect(
      shown.filter { $0.contains("→") }.map { $0.replacing(" → there", with: "") }.joined()
        == "a link that is long")
  }

  @Test func `markers and labels stand before the first slice, the gap behind the last one`() throws {
    let page = try page(
      "- One two three four five six seven eight nine ten eleven\n- Two\n\n> [!NOTE]\n> One two three four five six seven eight nine ten\n\nEnd"
    )
    #expect(lines(page).count { $0.hasPrefix("•") } == 2)
    #expect(lines(page).count { $0 == "▏ Note" } == 1)
    #expect(lines(page).count { $0.isEmpty } == 2)
  }

  @Test func `targets of links stand below each slice, set off from the next one`() throws {
    let page = try page(
      "One two three [four](a) five six seven eight nine [ten](b)", settings(listsTargets: true))
    #expect(
      lines(page) == ["One two three four five", "1. four: a", "", "six seven eight nine ten", "1. ten: b"])
  }

  private func page(_ markdown: String, _ settings: Page.Settings) throws -> Page {
    try page(markdown, Self.small, settings)
  }

  private func settings(
    _ overflow: Page.Overflow = .wrap, details: Page.Details = .none, listsTargets: Bool = false
  ) -> Page.Settings {
    Page.Settings(overflow: overflow, details: details, listsTargets: listsTargets)
  }

  // MARK: Tables

  /// Bounds at which rows of some length are short.
  private static var rows: LeafBounds {
    var bounds = small
    (bounds.leaf, bounds.slice) = (100, 60)
    return bounds
  }

  private static let table =
    "| Missile | Number | Remark of some length |\n|---|--:|---|\n"
    + (1...9).map { index in
      "| AIM-\(index) | \(index * 97) | \(index % 4 == 1 ? "for the *jets* that were refitted" : "short") |\n"
    }.joined()

  @Test(arguments: [12, 20, 30, 60], [Page.Overflow.wrap, .pan])
  func `a table in slices has the lines of the whole`(width: Int, overflow: Page.Overflow) throws {
    for markdown in [Self.table, "> " + Self.table.replacing("\n|", with: "\n> |") + "\nend\n"] {
      let cut = try page(markdown, width: width, Self.rows, settings(overflow))
      let whole = Page(cut.briefing, width: width, settings: settings(overflow))
      #expect(cut.unitCount >= whole.unitCount + 3)
      for pan in [0, 7] { #expect(lines(cut, pan: pan) == lines(whole, pan: pan)) }
      #expect(cut.panLimit(of: 1) == whole.panLimit(of: 0))
      #expect(
        texts(cut).dropLast(markdown.hasSuffix("end\n") ? 1 : 0).joined(separator: "\n") == texts(whole)[0])
    }
  }

  @Test func `a slice lights no header that it repeats`() throws {
    let cut = try page(Self.table, width: 12, Self.rows)
    let lines = cut.lines(of: 2)
    let texts = lines.map(\.text)
    let index = try #require(texts.firstIndex(where: { $0.hasPrefix("Missile:") }) as Int?)
    #expect(lines[index].offsets.prefix(8).allSatisfy { $0 == Line.decoration })
    #expect(lines[index...].contains { $0.offsets.contains(0) })
  }

  @Test func `a table with one row that is too long is shown as its cells`() throws {
    var bounds = Self.small
    bounds.header = 20
    let page = try page("| a | b |\n|---|---|\n| one two three four five six seven eight | x |\n", bounds)
    #expect(lines(page) == ["a", "b", "one two three four", "five six seven eight", "x"])
  }

  @Test func `few bytes that make many cells are long too`() throws {
    let markdown =
      String(repeating: "|a", count: 4000) + "|\n" + String(repeating: "|-", count: 4000) + "|\n"
      + String(repeating: "|b|\n", count: 20)
    let page = try page(markdown, LeafBounds())
    #expect(page.unitCount > 5)
    #expect(texts(page).allSatisfy { $0.utf8.count < 20_000 })
  }

  // MARK: Code

  @Test func `code is cut behind its lines, and within those that are too long`() throws {
    let long = String(repeating: "0123456789", count: 5)
    let page = try page("```swift\na\nb\nc\n\n\(long)\nd\n```\n\nend")
    #expect(
      texts(page) == [
        "a\nb\nc\n", "\n", "012345678901234567890123", "456789012345678901234567", "89\nd", "end",
      ])
    #expect(
      lines(page) == [
        "  swift", "  a", "  b", "  c", "", "  012345678901234567890123", "↪ 456789012345678901234567",
        "↪ 89",
        "  d", "", "end",
      ])
    #expect(
      (0..<6).map(page.continuesPrevious) == [false, true, true, true, true, false])
  }

  @Test func `all slices of code pan as far as the longest line`() throws {
    var bounds = Self.small
    (bounds.slice, bounds.leaf) = (60, 20)
    let wide = String(repeating: "x", count: 55)
    let page = try page("```\na\n\(wide)\nb\nc\nd\ne\n```", bounds, settings(.pan))
    #expect(page.unitCount == 2)
    #expect((0..<2).map(page.panLimit) == [55 - 28, 55 - 28])
  }

  @Test func `a line of code of any length is shown whole, though not in one row`() throws {
    let line = String(repeating: "0123456789", count: 7000)
    let page = try page("```\n\(line)\n```", LeafBounds(), settings(.pan))
    #expect(texts(page).joined() == line)
    let lines = page.lines(from: Place(), count: .max)
    #expect(lines.count == 8 + 8 + 2)
    #expect(lines.dropFirst().allSatisfy { $0.line.text.hasPrefix("↪ ") })
    #expect(page.panLimit(of: 0) == 4096 - 28)
  }

  // MARK: The page

  @Test(arguments: [4, 12, 30, 80])
  func `a resize keeps the text at the top`(width: Int) throws {
    let page = try page("# Title\n\n" + String(repeating: "one two three ", count: 30) + "\n\n" + Self.table)
    let other = page.resized(to: width)
    #expect(texts(page) == texts(other))
    for (place, line) in page.lines(from: Place(), count: .max) where place.skip == 0 && !line.cells.isEmpty {
      let shown = other.lines(from: place, count: 1)[0]
      #expect(shown.place.unit == place.unit && shown.line.start <= place.offset)
      #expect(other.resized(to: 30).lines(from: place, count: 1)[0].line == line)
    }
  }

  @Test func `the fraction grows through the slices`() throws {
    let page = try page(String(repeating: "one two three ", count: 30))
    let fractions = page.lines(from: Place(), count: .max).map { page.fraction(of: $0.place) }
    #expect(
      fractions.first == 0 && fractions == fractions.sorted() && Set(fractions).count == fractions.count)
  }

  @Test func `notes and sections keep their places`() throws {
    let long = "one two three four five six seven eight nine ten eleven"
    let markdown = "## A\n\na[^n] \(long)\n\n## B\n\n\(Self.table)\n[^n]: \(long)\n\n## C\n\nc\n"
    let page = try page(markdown)
    #expect(page.sectionUnits == page.briefing.sections.map { page.unit(of: $0.heading) })
    #expect(page.sectionUnits.map { page.text(of: $0).string } == ["A", "B", "C"])
    let note = try #require(page.briefing.document.footnote(labelled: "n"))
    let units = page.units(in: note)
    #expect(units.map { page.text(of: $0).string }.joined() == long && units.count > 1)
    // At the end of the section that refers to it.
    #expect(units.upperBound == page.sectionUnits[1])
    let alone = try self.page(markdown, section: 0)
    #expect(texts(alone).joined() == "Aa[1] \(long)\(long)")
    for block in 0..<page.briefing.document.blockCount {
      let id = BlockID(index: Int32(block))
      if case .tableCell = page.briefing.document[id].kind {
        #expect(page.unit(of: id) == page.sectionUnits[1] + 1)
      }
    }
  }

  @Test func `details open and close in one unit before the slices`() throws {
    let long = "one two three four five six seven eight nine ten eleven"
    let markdown = "---\ntitle: T\nauthor: A\n---\n\n\(long)\n"
    let closed = try page(markdown, settings(details: .closed))
    let open = closed.resized(to: 30, settings: settings(details: .open))
    #expect(closed.unitCount == open.unitCount && closed.unitCount > 3)
    #expect(texts(closed).suffix(3) == texts(open).suffix(3))
  }

  @Test func `reading ahead can be cancelled, and a page without long leaves is never asked`() throws {
    let briefing = try Briefing(
      parsing: Array(String(repeating: "one two ", count: 20_000).utf8), file: .init(name: "sample"))
    #expect(throws: CancellationError.self) { try Page(cutting: briefing, width: 30) { true } }
    let short = try Briefing(parsing: Array("one\n\ntwo".utf8), file: .init(name: "sample"))
    #expect(try Page(cutting: short, width: 30) { true }.unitCount == 2)
  }

  /// Whoever leaves an opening waits no longer than a small part of a leaf takes.
  @Test(arguments: LongLeafSample.all.map(\.name))
  func `reading a long leaf ahead asks often, and stops when told`(name: String) throws {
    let sample = try #require(LongLeafSample.all.first { $0.name == name })
    let briefing = try Briefing(parsing: sample.bytes(300_000), file: .init(name: "sample"))
    var asked = 0
    _ = try Page(cutting: briefing, width: 30) {
      asked += 1
      return false
    }
    // Once for a leaf would be 1; a part is 100 kB at most.
    #expect(asked >= 3)
    for moment in [2, asked] {
      var answers = 0
      #expect(throws: CancellationError.self) {
        try Page(cutting: briefing, width: 30) {
          answers += 1
          return answers >= moment
        }
      }
      #expect(answers <= moment + 1)
    }
  }

  /// A pass over millions of blocks asks too, for the screen and for the index.
  @Test(arguments: ["- a\n", "> a\n\n", "# a\n", "a[^n]\n\n"])
  func `going through many blocks asks often, and stops when told`(block: String) throws {
    let markdown = String(repeating: block, count: 17_000) + "\n[^n]: b\n"
    let briefing = try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample"))
    let makes: [(least: Int, page: (() -> Bool) throws -> Void)] = [
      (1, { isCancelled in _ = try BriefingUnits(briefing, isCancelled: isCancelled) }),
      (3, { isCancelled in _ = try Page(cutting: briefing, width: 30, isCancelled: isCancelled) }),
    ]
    for (least, make) in makes {
      var asked = 0
      try make {
        asked += 1
        return false
      }
      #expect(asked >= least)
      var answers = 0
      #expect(throws: CancellationError.self) {
        try make {
          answers += 1
          return answers == asked
        }
      }
      #expect(answers == asked)
    }
  }

  @Test func `what is printed is what the screen shows`() throws {
    let page = try page("# Title\n\n" + String(repeating: "one two three ", count: 30) + "\n\n" + Self.table)
    #expect(Sample.text(page) == lines(page).map { $0 + "\n" }.joined())
  }
}

extension UnitContent {
  fileprivate var isTable: Bool {
    if case .table = self { true } else { false }
  }
}
