import BriefingCore
import BriefingLayout
import BriefingText
import CommonMarkSamples
import Testing

/// What an index is given is what excerpts and lighting are made of: both ways to a page's texts agree.
@Suite struct SearchableTextsTests {
  /// Checks every unit of a page; the reader's buffers are used for all of them.
  private func check(_ bytes: [UInt8], _ name: String) throws {
    let units = BriefingUnits(try Briefing(parsing: bytes, file: .init(name: "sample")))
    var texts = SearchableTexts(units)
    for unit in 0..<units.count {
      var found: [[UInt8]] = []
      texts.forEach(of: unit) { found.append($0) }
      #expect(found == units.searchableTexts(of: unit).map { Array($0.utf8) }, "\(name), unit \(unit)")
    }
  }

  @Test func everythingIsTheSame() throws {
    try check(Array((Everything.frontMatter + Everything.markdown).utf8), "everything")
    try check(Array(Everything.wide.utf8), "wide")
  }

  /// Of a leaf of many images and notes what the page adds is left out piece by piece.
  @Test(arguments: ["![](a) ", "![b ](c)", "w [^n] ![](d.png)\\\n", "![ ](e)[^n]\n"])
  func `many images and notes are the same`(piece: String) throws {
    let text = "[^n]: note\n\n" + String(repeating: piece, count: 30_000)
    let units = BriefingUnits(try Briefing(parsing: Array(text.utf8), file: .init(name: "sample")))
    var texts = SearchableTexts(units)
    for unit in 0..<units.count {
      var words: [String] = []
      texts.forEach(of: unit) {
        words += String(decoding: $0, as: UTF8.self).split { $0.isWhitespace }.map(String.init)
      }
      let expected = units.searchableTexts(of: unit).flatMap { $0.split { $0.isWhitespace }.map(String.init) }
      #expect(words == expected)
    }
  }

  @Test(arguments: FindTests.giants.indices)
  func `a long unit can be left in its middle, and read again`(index: Int) throws {
    let (markdown, least) = FindTests.giants[index]
    let units = BriefingUnits(try Sample.page(markdown).briefing)
    var texts = SearchableTexts(units)
    let unit = units.count - 1
    var asked = 0
    var isComplete = texts.forEach(
      of: unit,
      isCancelled: {
        asked += 1
        return false
      }
    ) { _ in }
    #expect(isComplete)
    #expect(asked >= least / 2)
    var answers = 0
    isComplete = texts.forEach(
      of: unit,
      isCancelled: {
        answers += 1
        return answers >= (asked + 1) / 2
      }
    ) { _ in }
    #expect(!isComplete)
    #expect(answers == (asked + 1) / 2)
    var bytes = 0
    texts.forEach(of: unit) { bytes += $0.count }
    #expect(bytes == units.searchableTexts(of: unit).reduce(0) { $0 + $1.utf8.count })
  }

  @Test func newsIsTheSame() throws {
    try check(NewsSample.make(byteCount: 100_000), "news")
    for index in 0..<60 { try check(Array(LibrarySample()[index].text.utf8), "briefing \(index)") }
  }

  @Test(arguments: HostileSample.all.indices)
  func hostileShapesAreTheSame(index: Int) throws {
    let sample = HostileSample.all[index]
    for size in [50, 400, 1500] { try check(sample.bytes(size), sample.name) }
  }

  @Test(arguments: 0..<20)
  func `random tokens are the same, and so are bytes that are no text`(seed: UInt64) throws {
    for index in 0..<20 {
      let sample = TokenSample(seed: seed * 20 + UInt64(index))
      var bytes = sample.bytes(300)
      try check(bytes, sample.name)
      for at in stride(from: index, to: bytes.count, by: 17) { bytes[at] = [0xC3, 0x00, 0xFF, 0xE2][at % 4] }
      try check(bytes, sample.name + " with other bytes")
    }
  }

  /// What is left out and what is joined: images, notes, hard breaks, spaces.
  @Test(arguments: 0..<20)
  func `random inlines are the same`(seed: UInt64) throws {
    let pieces = [
      "![", "](map.png)", "](a/map.png \"title\")", "map.png", "[", "](u)", " ", "  ", "\t", "x", "é", "\\\n",
      "  \n", "\n", "`x `", "` `", "`` ` ``", "*", "**", "~~", "[^n]", "<br>", "&#32;", "&#10;", "&#9;",
      "&nbsp;",
      "&#0;", "&amp;", "\u{A0}", "▣\u{A0}", "<http://a.b/c>", "www.a.org", "a@b.org", "| ", "\\|",
    ]
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let text = (0..<Int.random(in: 1...24, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let row = text.split(separator: "\n").joined()
      try check(
        Array(
          "\(text)\n\n# \(row)\n\n| a | b |\n|---|---|\n| \(row) | \(row) |\n\n- \(text)\n\n[^n]: \(text)\n"
            .utf8),
        text.debugDescription)
    }
  }

  @Test(arguments: [
    ("![map.png ](map.png)", []), ("![A map ](map.png)", ["A map"]), ("[![A map ](map.png)](u)", ["A map"]),
    ("![a ![b ](c)](d)", ["a b"]), ("a![](map.png)b[^1]c", ["abc"]), ("`a `\\\nb", ["a \nb"]),
    ("a  \nb ", ["a\nb"]),
    ("| a | ![](b) |\n|---|---|\n| c[^1] | |", ["a", "c"]),
  ])
  func whatThePageAddsIsLeftOut(markdown: String, texts: [String]) throws {
    let units = BriefingUnits(try Sample.page(markdown + "\n\n[^1]: Note\n").briefing)
    #expect(units.searchableTexts(of: 0) == texts)
    try check(Array(markdown.utf8), markdown)
  }
}
