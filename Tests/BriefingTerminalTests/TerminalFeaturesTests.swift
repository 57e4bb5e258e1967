import Testing

@testable import BriefingTerminal

@Suite struct TerminalFeaturesTests {
  private func features(_ strings: [String: String], _ flags: Set<String> = []) -> TerminalFeatures {
    TerminalFeatures(string: { Array((strings[$0] ?? "").utf8) }, flag: flags.contains)
  }

  @Test func anEntryWithoutExtensionsHasNone() {
    #expect(features([:]) == TerminalFeatures())
    #expect(features(["BE": "x"]).bracketedPaste == nil)
  }

  @Test func theEntrysOwnSequencesAreUsed() {
    let paste = features(["BE": "on", "BD": "off"], ["XT"]).bracketedPaste
    #expect(paste == .init(on: Array("on".utf8), off: Array("off".utf8)))
    #expect(features(["Ms": "\u{1B}]52;%p1%s;%p2%s\u{7}"]).takesClipboard)
  }

  @Test func whatSendsXtermsSequencesIsTakenForXterm() {
    let old = features([:], ["XT"])
    #expect(old.bracketedPaste?.on == Array("\u{1B}[?2004h".utf8))
    #expect(old.readsCommands && !old.takesClipboard)
  }
}
