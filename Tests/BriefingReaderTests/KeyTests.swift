import Testing

@testable import BriefingReader

@Suite struct KeyTests {
  /// Written form, the key, and how it is printed where that is another form.
  @Test(
    arguments: [
      ("j", "j", nil), ("J", "J", nil), ("ğ", "ğ", nil), ("Space", " ", nil), ("-", "-", nil),
      ("C-x", .control("x"), nil), ("C-X", .control("x"), "C-x"), ("C--", .control("-"), nil),
      ("M-f", .alt("f"), nil), ("M-F", .alt("F"), nil), ("C-Space", .control("@"), "C-@"),
      ("C-?", .backspace, "Backspace"),
      ("C-M-x", Key(.character("x"), [.control, .alt]), nil),
      ("M-C-x", Key(.character("x"), [.control, .alt]), "C-M-x"),
      ("S-Tab", .backTab, nil), ("F1", .function(1), nil), ("S-F12", Key(.function(12), .shift), nil),
      ("PgDn", .pageDown, nil), ("Down", .down, "↓"), ("↓", .down, nil),
      ("C-Left", Key(.left, .control), "C-←"),
      ("M-Backspace", Key(.backspace, .alt), nil), ("Enter", .enter, nil), ("Esc", .escape, nil),
      ("C-h", .backspace, "Backspace"), ("C-i", .tab, "Tab"), ("C-m", .enter, "Enter"),
      ("C-[", .escape, "Esc"),
      ("C", "C", nil), ("F", "F", nil), ("M", "M", nil),
    ] as [(String, Key, String?)])
  func isWrittenAndRead(written: String, key: Key, printed: String?) {
    #expect(Key(written) == key)
    #expect(key.description == printed ?? written)
    #expect(Key(key.description) == key)
  }

  @Test(arguments: [
    "", " ", "jj", "C-", "C-C-x", "S-a", "X-a", "F0", "F64", "F+1", "PageDn", "Ctrl-x", "\u{1b}", "\n",
  ])
  func whatIsNoKeyIsNotRead(written: String) { #expect(Key(written) == nil) }

  /// Written form, number of keys; nil where it is not a sequence.
  @Test(arguments: [
    ("g g", 2), ("Z Z", 2), ("j", 1), ("C-x C-c", 2), (" a  b ", 2), ("", nil), ("a bb", nil),
  ])
  func sequencesAreWrittenWithSpaces(written: String, count: Int?) {
    #expect(KeySequence(written: written)?.keys.count == count)
  }

  @Test func everyKeyOfTheTableIsReadAsItIsPrinted() {
    for entry in CommandTable.entries {
      for binding in entry.bindings {
        #expect(KeySequence(written: binding.keys.description) == binding.keys)
      }
    }
  }

  /// What a terminal cannot send is not offered to be bound, and what the program binds can be sent.
  @Test func theProgramBindsKeysThatTerminalsSend() {
    for entry in CommandTable.entries {
      for key in entry.bindings.flatMap(\.keys.keys) { #expect(key.whyNeverSent == nil, "\(key)") }
    }
  }

  @Test(arguments: [
    "C-Space", "C-@", "C-]", "C-_", "C-x", "M-x", "M-Space", "M-é", "S-Tab", "M-Backspace", "C-Left",
    "C-S-Del",
    "M-F12", "S-F1", "Esc",
  ]) func isSent(written: String) { #expect(Key(written)?.whyNeverSent == nil) }

  @Test(arguments: [
    "C-c", "C-z", "C-\\", "C-1", "C-;", "C-é", "C--", "C-M-x", "C-Enter", "S-Enter", "M-Enter", "C-Tab",
    "M-Tab",
    "C-Backspace", "M-Esc", "F13", "F20",
  ]) func isNeverSent(written: String) { #expect(Key(written)?.whyNeverSent != nil) }
}
