import BriefingLayout
import Testing

/// Targets of links are listed when asked for, below each unit or at the end.
@Suite struct LinkTargetListTests {
  private static let markdown = """
    See [one](https://example.org/one), [two](two.md#part), <https://example.org/bare> and ![map](map.png).

    > Quoted [again](https://example.org/one), with a note[^n].

    [^n]: Note.
    """

  private func lines(_ markdown: String, width: Int) throws -> [String] {
    let page = try Sample.page(markdown, width: width, Page.Settings(listsTargets: true))
    return page.lines(from: Place(), count: .max).map(\.line.text)
  }

  @Test func `of a target without end the beginning is listed`() throws {
    let lines = try lines("[a](https://example.org/\(String(repeating: "x", count: 200_000)))", width: 80)
    #expect(lines[1] == "1. a:" && lines[2].hasPrefix("   https://example.org/xxx"))
    #expect(lines.last?.hasSuffix("x…") == true && lines.joined().count < 20_000)
  }

  @Test func `targets stand below their unit`() throws {
    #expect(
      try lines(Self.markdown, width: 80) == [
        "See one, two, https://example.org/bare and ▣ map.",
        "1. one: https://example.org/one",
        "2. two: two.md#part",
        "3. ▣ map: map.png",
        "",
        "▏ Quoted again, with a note[1].",
        "▏ 1. again: https://example.org/one",
        "",
        "────────────",
        "[1] Note.",
      ])
  }

  @Test func `a long target is broken, not cut`() throws {
    #expect(
      try lines("[a](https://example.org/a/long/path/to/it)", width: 20) == [
        "a", "1. a:", "   https://example.", "   org/a/long/path/", "   to/it",
      ])
  }

  @Test func `a target is listed once`() throws {
    #expect(try lines("[a](x) [b](y) [c](x)", width: 20) == ["a b c", "1. a: x", "2. b: y"])
  }

  @Test func `a writer lists them at the end`() throws {
    var text = ""
    let page = try Sample.page(Self.markdown, width: 80)
    TextWriter(listsTargets: true).write(page) { text += $0 }
    #expect(
      text.hasSuffix(
        "[1] Note.\n\n1. one: https://example.org/one\n2. two: two.md#part\n3. ▣ map: map.png\n"))
    #expect(!text.contains("again:"))
  }

  @Test func `places hold when targets are shown and put away`() throws {
    let plain = try Sample.page(Everything.markdown, width: 30)
    let listing = plain.resized(to: 30, settings: Page.Settings(listsTargets: true))
    for (place, line) in plain.lines(from: Place(), count: .max) where !line.cells.isEmpty && place.skip == 0
    {
      #expect(listing.lines(from: place, count: 1)[0].line == line)
    }
  }

  /// What is trimmed off a unit's end may end several of its links.
  @Test(arguments: [
    ("[![A map ](map.png)](u)", ["▣ A map", "1. ▣ A map: map.png", "2. ▣ A map: u"]),
    ("![a ![b ](c)](d)", ["▣ a ▣ b", "1. ▣ a ▣ b: d", "2. ▣ b: c"]),
  ])
  func `links within links end where the text does`(markdown: String, shown: [String]) throws {
    #expect(try lines(markdown, width: 40) == shown)
  }

  @Test func `a target lets no control through`() throws {
    let text = try lines("[a](<x\u{1B}[31m&#27;]0;y\u{9B}>)", width: 60).joined()
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 || 0x7F...0x9F ~= $0.value })
  }
}
