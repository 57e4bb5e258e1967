import BriefingLayout
import Testing

/// Text for pipes and terminals.
@Suite struct TextWriterTests {
  private func written(_ markdown: String, _ theme: Theme?) throws -> String {
    var text = ""
    TextWriter(theme: theme).write(try Sample.page(markdown, width: 40)) { text += $0 }
    return text
  }

  @Test func `plain text has no escape and no white space at the ends of lines`() throws {
    let text = try written(Everything.markdown, nil)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
    #expect(!text.split(separator: "\n").contains { $0.last == " " })
  }

  @Test func `colours are set once a stretch and undone at the line's end`() throws {
    #expect(
      try written("a **b c** [d](u)", .monochrome)
        == "a \u{1B}[0;1mb c\u{1B}[0m \u{1B}[0;4md\u{1B}[0m\n")
    #expect(try written("`x`", .standard) == "\u{1B}[0;36mx\u{1B}[0m\n")
    #expect(try written("`x`", .full) == "\u{1B}[0;38;5;30mx\u{1B}[0m\n")
  }

  @Test func `escapes of the text never become escapes of the output`() throws {
    let text = try written("a&#27;[31m \u{9B}31m", .standard)
    #expect(!text.contains("\u{1B}[31m") && !text.unicodeScalars.contains("\u{9B}"))
    #expect(text.contains("^["))
  }

  @Test(arguments: ["", "# A", "a\n\n## B\n\n- c"])
  func `a page ends with its last line`(markdown: String) throws {
    let text = try written(markdown, nil)
    #expect(!text.hasSuffix("\n\n") && text.hasSuffix("\n") == !markdown.isEmpty)
  }

  // MARK: Hyperlinks

  private func linked(_ markdown: String, width: Int = 40, _ theme: Theme? = .monochrome) throws -> String {
    var text = ""
    TextWriter(theme: theme, hasHyperlinks: true).write(try Sample.page(markdown, width: width)) {
      text += $0
    }
    return text
  }

  @Test func `a link is opened before its first cell and closed behind its last`() throws {
    #expect(
      try linked("a [b](https://x.y/z?q=1#f) c")
        == "a \u{1B}]8;id=0-0;https://x.y/z?q=1#f\u{1B}\\\u{1B}[0;4mb\u{1B}]8;;\u{1B}\\\u{1B}[0m c\n")
    #expect(try linked("a [b](https://x.y) c", nil) == "a b c\n")
  }

  @Test func `a wrapped link is one link, closed at each line's end and outside the margin`() throws {
    let open = "\u{1B}]8;id=0-0;mailto:a@b.c\u{1B}\\"
    let close = "\u{1B}]8;;\u{1B}\\"
    let text = try linked("> [one two three](mailto:a@b.c)", width: 8)
    let plain = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == "▏ \(open)one\(close)\n▏ \(open)two\(close)\n▏ \(open)three\(close)\n")
  }

  @Test func `each link has its own identifier, the outermost of those in each other`() throws {
    let text = try linked("[a](http://x) [b](http://x)\n\n[![c](http://y)](http://z)")
    let identifiers = text.matches(of: /\u{1B}\]8;(id=[^;]+;[^\u{1B}]+)\u{1B}/).map { String($0.1) }
    #expect(identifiers == ["id=0-0;http://x", "id=0-1;http://x", "id=1-0;http://z"])
  }

  @Test func `cells of a table side by side are links by themselves`() throws {
    let text = try linked("|a|b|\n|-|-|\n|[c](http://c)|[d](http://d)|")
    let plain = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    let cells = try #require(plain.split(separator: "\n").last)
    #expect(cells.contains("id=0-0;http://c\u{1B}\\c\u{1B}]8;;\u{1B}\\"))
    #expect(cells.contains("id=0-1;http://d\u{1B}\\d\u{1B}]8;;\u{1B}\\"))
  }

  /// Few bytes of source can ask for a long target many times, or for one on many lines.
  @Test(arguments: [
    (String(repeating: "[a] ", count: 3000), "[a]: https://x/" + String(repeating: "y", count: 2000)),
    (
      "[" + String(repeating: "words ", count: 3000) + "](https://x/" + String(repeating: "y", count: 2000)
        + ")", ""
    ),
  ])
  func `targets are limited, their text is not`(links: String, definition: String) throws {
    let text = try linked(links + "\n\n" + definition)
    #expect(text.hasPrefix("\u{1B}]8;id=0-0;https://x/yyy"))
    #expect(text.utf8.count < 1_000_000)
    let plain = text.replacing(/\u{1B}\]8;[^\u{1B}]*\u{1B}\\/, with: "").replacing(
      /\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == (try linked(links + "\n\n" + definition, nil)))
    #expect(text.ranges(of: "\u{1B}]8;id").count == text.ranges(of: Self.closing).count)
  }

  private static let closing = "\u{1B}]8;;\u{1B}\\"

  /// What a terminal must not follow.
  @Test(arguments: [
    "javascript:x", "file:///etc/passwd", "data:text/html,x", "ssh://x", "x.md", "#x", "//x.y", "http:x",
    " http://x", "&#27;http://x", "https:/x", "http&#58;", "mailto",
    "https://x/" + String(repeating: "y", count: 3000), "https://x/" + String(repeating: "é", count: 1000),
  ])
  func `other targets are text alone`(target: String) throws {
    #expect(!(try linked("[a](<\(target)>)").contains("\u{1B}]8")))
    #expect(!(try linked("a[^n]\n\n[^n]: b").contains("\u{1B}]8")))
  }

  /// Targets as they are written, and their bytes after the identifier.
  @Test(arguments: [
    ("https://x/&#27;]8;;&#7;", "https://x/%1B]8;;%07"), ("https://x/&#27;\\\\", "https://x/%1B\\"),
    ("HTTP://x/\u{9B}2J", "HTTP://x/%C2%9B2J"), ("http://x/\u{202E}é y", "http://x/%E2%80%AE%C3%A9%20y"),
    ("mailto:a\u{7F}b&#10;c", "mailto:a%7Fb%0Ac"), ("https://x/%1b", "https://x/%1b"),
  ])
  func `an address is printable ASCII whatever it was`(target: String, address: String) throws {
    let text = try linked("[a](<\(target)>)")
    #expect(text.hasPrefix("\u{1B}]8;id=0-0;\(address)\u{1B}\\"))
    #expect(text.unicodeScalars.count { $0 == "\u{1B}" } == 6)
    #expect(
      !text.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n" && $0 != "\u{1B}") || $0.value > 0x7E })
  }
}
