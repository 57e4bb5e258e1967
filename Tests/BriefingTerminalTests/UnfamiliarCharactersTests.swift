import Testing

@testable import BriefingTerminal

/// How characters are written that a terminal may not know.
@Suite struct UnfamiliarCharactersTests {
  private let moves = UnfamiliarCharacters.Moves(
    save: Array("<s>".utf8), restore: Array("<r>".utf8), right: [Array("<1>".utf8), Array("<2>".utf8)])

  @Test(arguments: [
    ("a🙂b", "a🙂b"),
    // Two columns, one, and a mark over the character before it.
    ("a🫨b", "a<s>\u{FFFD} <r>🫨<r><2>b"),
    ("\u{11F02}", "<s>\u{FFFD}<r>\u{11F02}<r><1>"),
    ("x\u{11F00}y", "x<s>\u{11F00}<r>y"),
    ("ü🫨", "ü<s>\u{FFFD} <r>🫨<r><2>"),
    ("", ""),
  ])
  func `they are drawn over a sign, and the cursor is put behind them`(text: String, written: String) {
    let unfamiliar = UnfamiliarCharacters(moves) { $0 == 0x1F642 || $0 < 0x11F00 }
    #expect(String(decoding: unfamiliar.guarded(Array(text.utf8)), as: UTF8.self) == written)
  }

  @Test func `a terminal that cannot save its cursor gets them as they are`() {
    let unfamiliar = UnfamiliarCharacters(nil) { _ in false }
    #expect(unfamiliar.guarded(Array("a🫨".utf8)) == Array("a🫨".utf8))
  }

  @Test func `bytes that are cut stay as they are`() {
    let unfamiliar = UnfamiliarCharacters(moves) { _ in false }
    #expect(unfamiliar.guarded([0x41, 0xF0, 0x9F]) == [0x41, 0xF0, 0x9F])
    #expect(unfamiliar.guarded([0x80, 0xFF, 0xCC]) == [0x80, 0xFF, 0xCC])
  }
}
