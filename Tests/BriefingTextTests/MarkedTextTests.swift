import Testing

@testable import BriefingText

/// The text of a unit with what was added and removed in it.
@Suite struct MarkedTextTests {
  private func text(_ string: String, _ links: [UnitText.Link] = []) -> UnitText {
    UnitText(
      string: string, runs: [UnitText.Run(range: 0..<string.utf8.count, style: Style(.quote))], links: links)
  }

  /// The changes that a text with signs stands for.
  private func marked(_ changes: [(TextChange.Kind, String)], keepsLines: Bool = false) -> MarkedText {
    var at = 0
    var plain = ""
    let all = changes.map { kind, text in
      let count = kind == .removed ? 0 : text.utf8.count
      defer { at += count }
      if kind != .removed { plain += text }
      return TextChange(kind, text, at..<at + count)
    }
    return MarkedText(text(plain), all, keepsLines: keepsLines)
  }

  @Test func `signs stand at the words, and spaces outside of them`() {
    #expect(
      marked([(.same, "Turkey buys "), (.removed, "four "), (.added, "six "), (.same, "jets.")]).text.string
        == "Turkey buys [-four-] {+six+} jets.")
    #expect(marked([(.same, "Now."), (.removed, "Never.")]).text.string == "Now. [-Never.-]")
    #expect(
      marked([(.same, "Now "), (.removed, "or never."), (.added, "or then. "), (.same, "Yes.")]).text.string
        == "Now [-or never.-] {+or then.+} Yes.")
    #expect(marked([(.removed, "First. "), (.same, "Second.")]).text.string == "[-First.-] Second.")
    #expect(
      marked([(.same, "购买"), (.removed, "四"), (.added, "六"), (.same, "架")]).text.string == "购买[-四-]{+六+}架")
    #expect(marked([(.added, "\u{20}"), (.same, "a")]).text.string == " a")
  }

  @Test func `each line of what was added has its signs, so that cells of a table do`() {
    #expect(marked([(.same, "a\n"), (.added, "b\nc"), (.same, "\nd")]).text.string == "a\n{+b+}\n{+c+}\nd")
    #expect(marked([(.same, "a "), (.removed, "b\nc "), (.same, "d")]).text.string == "a [-b c-] d")
    #expect(marked([(.removed, "b\nc\n"), (.same, "d")], keepsLines: true).text.string == "[-b-]\n[-c-]\nd")
  }

  @Test func `styles and links stay at their words`() {
    let plain = text("Go to the desk now.", [UnitText.Link(range: 10..<14, destination: "/desk")])
    let marked = MarkedText(
      plain,
      [
        TextChange(.same, "Go ", 0..<3), TextChange(.removed, "home ", 3..<3),
        TextChange(.added, "to the ", 3..<10),
        TextChange(.same, "desk now.", 10..<19),
      ])
    #expect(marked.text.string == "Go [-home-] {+to the+} desk now.")
    let bytes = Array(marked.text.string.utf8)
    #expect(marked.text.links.map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["desk"])
    #expect(
      marked.text.runs.map(\.range).reduce(0) { $0 == $1.lowerBound ? $1.upperBound : -1 } == bytes.count)
    #expect(
      marked.text.runs.filter { $0.style.traits == .removed }.map {
        String(decoding: bytes[$0.range], as: UTF8.self)
      }
        == ["home"])
    #expect(marked.text.runs.first { $0.style.traits == .added }?.style.role == .quote)
  }

  @Test func `offsets go both ways, and those of what was removed to what follows`() {
    let marked = marked([(.same, "Turkey buys "), (.removed, "four "), (.added, "six "), (.same, "jets.")])
    let string = Array(marked.text.string.utf8)
    let plain = Array("Turkey buys six jets.".utf8)
    for offset in 0..<plain.count {
      #expect(string[marked.marked(offset)] == plain[offset], "\(offset)")
      #expect(marked.plain(marked.marked(offset)) == offset)
    }
    let removed = marked.marks[0]
    for offset in removed { #expect(marked.plain(offset) == 12) }
    #expect(marked.plain(string.count) == plain.count)
  }
}
