import BriefingCore
import CommonMark
import CommonMarkSamples
import Testing

@testable import BriefingImport

/// Blocks as Markdown.
@Suite struct MarkdownWriterTests {
  private func text(_ words: String, _ style: InlineRun.Style = [], link: String? = nil) -> InlineRun {
    InlineRun(words, style: style, link: link)
  }

  @Test func `lists nest, stay apart and keep their numbers`() {
    let item: (String) -> [ImportBlock] = { [.open(.item), .paragraph([InlineRun($0)]), .close] }
    let inner: [ImportBlock] = [.open(.list(start: 3))] + item("three") + item("four") + [.close]
    let blocks: [ImportBlock] =
      [.open(.list(start: nil)), .open(.item), .paragraph([InlineRun("a")])] + inner + [.close] + item("b")
      + [.close, .open(.list(start: nil))] + item("c") + [
        .close, .open(.list(start: nil)), .open(.item), .close, .open(.item),
      ]
      + [
        .paragraph([InlineRun("d")]), .paragraph([InlineRun("e")]), .close, .close,
        .paragraph([InlineRun("end")]),
      ]
    #expect(
      MarkdownWriter.markdown(blocks) == """
        - a

          3. three
          4. four
        - b

        * c

        -

        - d

          e

        end

        """)
  }

  @Test func `a list that starts with a list stays behind a blank line`() {
    let blocks: [ImportBlock] = [
      .paragraph([InlineRun("a")]), .open(.list(start: 5)), .open(.item), .open(.list(start: nil)),
      .open(.item),
      .paragraph([InlineRun("b")]), .close, .close, .close, .open(.item), .paragraph([InlineRun("c")]),
      .close, .close,
    ]
    #expect(MarkdownWriter.markdown(blocks) == "a\n\n5. - b\n6. c\n")
  }

  @Test func `containers start with what is in them`() {
    let blocks: [ImportBlock] = [
      .open(.quote), .heading(3, [InlineRun("H")]), .code("a\n\nb`", language: "c"), .open(.list(start: 1)),
      .open(.item),
      .open(.quote), .paragraph([InlineRun("q"), InlineRun("", .lineBreak), InlineRun("r")]), .close, .close,
      .close, .close,
      .paragraph([InlineRun("x"), InlineRun("1", .note)]), .rule, .open(.note("1")),
      .paragraph([InlineRun("n")]),
      .paragraph([InlineRun("m")]), .close,
    ]
    #expect(
      MarkdownWriter.markdown(blocks) == """
        > ### H
        >
        > ```c
        > a
        >
        > b`
        > ```
        >
        > 1. > q\\
        >    > r

        x[^1]

        * * *

        [^1]: n

            m

        """)
  }

  @Test func `styles stand at words`() {
    let runs = [
      text("a "), text("bold ", .strong), text("both", [.strong, .emphasis]), text(", "), text("go to"),
      text(" here ", link: "https://example.org/a_(b)?c=1&copy=2"), text("x|y`", .code),
      text("old", .strikethrough),
    ]
    #expect(
      InlineWriter(place: .paragraph).markdown(runs)
        == "a **bold** ***both***, go to [here](https://example.org/a_%28b%29?c=1&amp;copy=2) `` x|y` ``~~old~~"
    )
  }

  /// Every pair of styles side by side, within words and beside punctuation.
  @Test(arguments: ["", "a", "\"", "港", "("], ["b", "\"", "关", " "])
  func `no style costs a word`(before: String, after: String) throws {
    let styles: [InlineRun.Style] = [[], .emphasis, .strong, .strikethrough, .code, [.emphasis, .strong]]
    for first in styles {
      for second in styles {
        for link in [nil, "https://example.org/"] {
          let runs = [
            text(before), text("one", first, link: link), text(after + "two", second), text("three"),
            text(after, first),
          ]
          for place in [InlineWriter.Place.paragraph, .cell] {
            var briefing = ImportedBriefing()
            briefing.blocks =
              place == .cell
              ? [.table([[runs], [runs]])] : place == .heading ? [.heading(2, runs)] : [.paragraph(runs)]
            let leaves = try ReadBack(briefing).leaves
            #expect(leaves.allSatisfy { $0 == runs.plainText }, "\(briefing.fileText)")
          }
        }
      }
    }
  }

  @Test func `addresses are written without what would end them`() {
    let run = InlineRun("a", link: "/()<>[]{}|`\\&x;*_")
    #expect(
      InlineWriter(place: .paragraph).markdown([run])
        == "[a](/%28%29%3C%3E%5B%5D%7B%7D%7C%60%5C&amp;x;*_)")
  }

  /// Most text is written without reading it back: whatever is written so has to read as it stood.
  @Test func `runs of plain words and one style each read back`() throws {
    let texts = [
      "Word", "two words", "1", "a.", "b, c", "(d)", "e?", "f'g", "\"h", "i+j", "k-l", "- m", "1. n", "+",
      "-", "2) o",
      "$5", "p/q", "r;", "www.example.org", "a.b.c", "港口", "“quoted”", "--", "---", "...", "x ", " y", ". z",
      "   ", "",
    ]
    var random = SeededGenerator(seed: 7)
    for number in 0..<5000 {
      let runs = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        let style: [InlineRun.Style] = [
          [], [], .emphasis, .strong, .strikethrough, [.strong, .emphasis], .code,
        ]
        return InlineRun(
          texts.randomElement(using: &random)!, style: style.randomElement(using: &random)!,
          link: Int.random(in: 0..<4, using: &random) == 0
            ? ["https://example.org/a_(b)?c=d&e=f*g", "/x", "mailto:a@b.c"].randomElement(using: &random)
            : nil)
      }
      var briefing = ImportedBriefing()
      let blocks: [ImportBlock] = [
        .paragraph(runs), .heading(2, runs), .table([[runs, runs], [runs, runs]]),
      ]
      briefing.blocks = [blocks[number % 3]]
      let lines = number % 3 == 2 ? Array(repeating: runs.plainText, count: 4) : [runs.plainText]
      try #require(
        try ReadBack(briefing).leaves.map(\.onOneLine).filter { !$0.isEmpty } == lines.filter { !$0.isEmpty },
        "\(runs)\n\(briefing.fileText)")
    }
  }

  /// Whoever makes runs may have decoded references after cleaning.
  @Test func `no control is written, and no link with one`() {
    let text = "a\u{1B}[31m\u{9B}b\u{202E}c\u{FFFE}d\u{1FFFF}\u{2066}e"
    #expect(InlineWriter(place: .paragraph).markdown([InlineRun(text)]) == "a\\[31m›bcde")
    for control in ["\u{9B}", "\u{85}", "\u{1B}", "\u{202E}", "\u{7F}", " "] {
      let run = InlineRun("x", link: "https://example.org/\(control)y")
      #expect(InlineWriter(place: .paragraph).markdown([run]) == "x", "\(control.debugDescription)")
    }
    // Scripts and emoji need these.
    let needed = "می\u{200C}خواهم 👩\u{200D}🚀 ❤\u{FE0F} א\u{200F}"
    #expect(InlineWriter(place: .paragraph).markdown([InlineRun(needed)]) == needed)
  }

  @Test(arguments: [
    ("no", "no"), ("zh-Hant-TW", "zh-Hant-TW"), ("en_GB.UTF-8", "en-GB"), ("de, fr", "de"), ("en: [x", nil),
    ("english", nil), ("e", nil),
    ("en-", nil), ("en-toolongtag", nil), ("\"en", nil), ("", nil),
  ])
  func `a language is a tag, or none`(written: String, read: String?) throws {
    var briefing = ImportedBriefing()
    briefing.title = "A"
    briefing.language = written
    let metadata = try ReadBack(briefing).briefing.metadata
    #expect(metadata.language == read)
    #expect(metadata.warnings == [])
  }

  @Test func `front matter reads back whatever is in it`() throws {
    var briefing = ImportedBriefing()
    briefing.title = "Say \"no\": it's \\ # [a] & 100 % – yes"
    briefing.authors = ["A; Writer", "B, Writer"]
    briefing.date = BriefingDate("2025-05-15T09:30+03:00")
    briefing.url = "https://example.org/a?b=c#d"
    briefing.source = "No"
    briefing.tags = ["gas, grid", "a"]
    briefing.summary = "---\nx: y"
    briefing.language = "de-CH"
    briefing.identifiers = ["tag:example.org,2025:1"]
    briefing.blocks = [.rule, .paragraph([InlineRun("x")])]
    let metadata = try ReadBack(briefing).briefing.metadata
    #expect(metadata.title == briefing.title)
    #expect(metadata.authors == briefing.authors)
    #expect(metadata.date == briefing.date)
    #expect(metadata.url == briefing.url)
    #expect(metadata.source == "No")
    #expect(metadata.tags == briefing.tags)
    #expect(metadata.summary == "--- x: y")
    #expect(metadata.language == "de-CH")
    #expect(metadata.details.map(\.key) == ["id"])
    #expect(metadata.warnings == [])
  }
}
