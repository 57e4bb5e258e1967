import BriefingCore
import BriefingLayout
import CommonMark
import Testing

/// What holds of every page, whatever the Markdown and the width.
@Suite struct LayoutPropertyTests {
  /// Reproducible random numbers (SplitMix64).
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
      return value ^ value >> 31
    }
  }

  private static let pieces = [
    "word ", "two words ", "F-35 ", "Ankara-based ", "https://example.org/a/b?c=d&e ",
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
    "\n", "\n\n", "\n", "- ", "  - ", "1. ", "999. ", "> ", "# ", "### ", "***\n", "    ", "```\n",
    "~~~ swift\n", "\t",
    "| a | b |\n|---|--:|\n| c | 1 |\n", "|",
    "| wide table | columns of words | 日本語日本語日本語 |\n|---|:-:|--:|\n| incomprehensibility | e\u{301} | 1 |\n",
    "\\\n", "  \n", "**", "*", "~~", "`", "[x](y)", "![", "](z)",
    "[^1]",
    "[^1]: ", "> [!NOTE]\n> ", "<b>", "<!-- ", " -->", "<div>\n", "&amp;", "&#27;", "\u{1B}[1m", "\u{9B}",
    "\u{202E}",
    "\u{0}", "\u{7F}", "\u{200B}", "\u{AD}", "\u{2060}", "\u{A0}", " – ", "—", "日本語。", "「括弧」", "한국어 ", "ไทย",
    "עברית ",
    "e\u{301}", "\u{301}", "\u{1F468}\u{200D}\u{1F469}", "\u{1F1F9}\u{1F1F7}", "\u{1F1F9}",
    "\u{1F44D}\u{1F3FD}",
    "\u{FE0F}", "\u{E0041}", "क्षि", "\u{1FAE8}", "\u{2028}", "\r\n", "- [ ] ", "- [x] ",
  ]

  private static func markdown(_ random: inout Random) -> String {
    (0..<Int.random(in: 1...80, using: &random)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }.joined()
  }

  @Test(arguments: 0..<24)
  func `random pages keep to their width, hide nothing and let nothing through`(seed: UInt64) throws {
    var random = Random(state: seed &* 7919)
    for _ in 0..<25 {
      let markdown = Self.markdown(&random)
      let width = Int.random(in: 1...(Bool.random(using: &random) ? 12 : 100), using: &random)
      let page = try Sample.page(markdown, width: width)
      for unit in 0..<page.unitCount { check(page, unit, markdown) }
      checkPlaces(page, markdown)
      // The window's own room is what a pan's step is made for.
      let panned = page.resized(to: max(width, 20), settings: .init(overflow: .pan, listsTargets: true))
      for unit in 0..<panned.unitCount { check(panned, unit, markdown) }
      checkPlaces(panned, markdown)
    }
  }

  @Test(arguments: 0..<12)
  func `random pages in slices have the same text and hide nothing either`(seed: UInt64) throws {
    var random = Random(state: seed &* 15_485_863)
    for _ in 0..<25 {
      let markdown = Self.markdown(&random)
      let briefing = try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample"))
      var bounds = LeafBounds()
      bounds.leaf = Int.random(in: 1...60, using: &random)
      bounds.slice = Int.random(in: 4...40, using: &random)
      bounds.cells = Int.random(in: 1...12, using: &random)
      bounds.marks = Int.random(in: 1...5, using: &random)
      bounds.lines = Int.random(in: 1...4, using: &random)
      let cut = try Page(cutting: briefing, bounds, width: Int.random(in: 1...60, using: &random))
      let whole = Page(briefing, width: 40)
      checkSlices(cut, whole, markdown)
      for unit in 0..<cut.unitCount { check(cut, unit, markdown) }
      checkPlaces(cut, markdown)
      let panned = cut.resized(to: max(cut.width, 20), settings: .init(overflow: .pan, listsTargets: true))
      for unit in 0..<panned.unitCount { check(panned, unit, markdown) }
      checkPlaces(panned, markdown)
    }
  }

  /// The slices of each leaf, joined, are the leaf.
  private func checkSlices(_ cut: Page, _ whole: Page, _ markdown: String) {
    var joined: [String] = []
    var blocks: [BlockID] = []
    for unit in 0..<cut.unitCount {
      let text = cut.text(of: unit).string
      if unit > 0, cut.block(of: unit) == cut.block(of: unit - 1) {
        joined[joined.count - 1] += (cut.continuesPrevious(unit) ? "" : "\n") + text
      } else {
        joined.append(text)
        blocks.append(cut.block(of: unit))
      }
    }
    let comment = Comment(rawValue: String(reflecting: markdown))
    #expect(joined == (0..<whole.unitCount).map { whole.text(of: $0).string }, comment)
    #expect(blocks == (0..<whole.unitCount).map(whole.block), comment)
  }

  private func check(_ page: Page, _ unit: Int, _ markdown: String) {
    let lines = page.lines(of: unit)
    let pans = stride(from: 0, to: page.panLimit(of: unit) + page.panStep, by: page.panStep)
    let text = page.text(of: unit).string
    let comment = Comment(rawValue: "\(page.width) columns, unit \(unit): \(String(reflecting: markdown))")
    var shown = Set<Int32>()
    var start = 0
    #expect(!lines.isEmpty && lines.count == page.rowCount(of: unit), comment)
    for pan in pans.dropFirst() {
      let panned = page.lines(of: unit, pan: pan)
      #expect(panned.map(\.start) == lines.map(\.start), comment)
      for line in panned {
        #expect(line.cells.count <= page.width && line.cells.count == line.offsets.count, comment)
        #expect(line.cells.reduce(0) { $0 + $1.width } == line.cells.count, comment)
        shown.formUnion(line.offsets)
      }
    }
    for line in lines {
      #expect(line.cells.count <= page.width, comment)
      #expect(line.cells.count == line.offsets.count, comment)
      #expect(line.cells.last?.ascii != 0x20, comment)
      #expect(line.cells.reduce(0) { $0 + $1.width } == line.cells.count, comment)
      #expect(line.start >= start && line.start <= text.utf8.count, comment)
      start = line.start
      shown.formUnion(line.offsets)
      for cell in line.cells where cell.ascii == nil {
        #expect(cell.glyph.unicodeScalars.allSatisfy { !isControl($0) }, comment)
      }
    }
    // Every character that has a look is on some line.
    var offset: Int32 = 0
    for character in text {
      let isBlank = character.isWhitespace || Cell.cells(String(character)).allSatisfy { $0.glyph == " " }
      if !isBlank, !shown.contains(offset) {
        Issue.record("\(String(reflecting: character)) is lost, \(comment)")
      }
      offset += Int32(character.utf8.count)
    }
  }

  private func checkPlaces(_ page: Page, _ markdown: String) {
    let lines = page.lines(from: Place(), count: .max)
    let comment = Comment(rawValue: "\(page.width) columns: \(String(reflecting: markdown))")
    for (index, entry) in lines.enumerated() {
      #expect(page.place(unit: entry.place.unit, row: page.row(of: entry.place)) == entry.place, comment)
      if index > 0 { #expect(lines[index - 1].place < entry.place, comment) }
    }
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  @Test(arguments: 0..<8)
  func `matches are whole characters that fold to the query`(seed: UInt64) throws {
    var random = Random(state: seed &* 104_729)
    for _ in 0..<25 {
      let page = try Sample.page(Self.markdown(&random), width: 40)
      let find = try #require(FindText(page))
      for query in ["w", "a b", "F-35", "本", "e", "[", "\u{1F468}", "क", " "] {
        let matches = try #require(find.matches(of: FindQuery(query)))
        #expect(matches == matches.sorted())
        for (first, second) in zip(matches, matches.dropFirst()) where first.unit == second.unit {
          #expect(first.range.upperBound <= second.range.lowerBound)
        }
        for match in matches {
          let text = page.text(of: match.unit).string
          let start = text.utf8.index(text.startIndex, offsetBy: match.range.lowerBound)
          let end = text.utf8.index(text.startIndex, offsetBy: match.range.upperBound)
          #expect(String.Index(start, within: text) != nil && String.Index(end, within: text) != nil)
          let folding = Folding.smart(for: query)
          #expect(FoldedText(text[start..<end], folding).contains(FoldedText(query, folding)))
        }
      }
    }
  }
}
