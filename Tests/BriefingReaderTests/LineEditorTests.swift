import Testing

@testable import BriefingReader

@Suite struct LineEditorTests {
  /// Text before, what is done, text after with `|` for the cursor.
  @Test(arguments: [
    ("", "abc", "abc|"),
    ("abc", "<Left>x", "abx|c"),
    ("abc", "<Home>x", "x|abc"),
    ("abc", "<Home><Right><BS>", "|bc"),
    ("abc", "<Home><Del>", "|bc"),
    ("abc", "<BS><BS><BS><BS>", "|"),
    ("abc", "<Del><Right>", "abc|"),
    ("one two  ", "<C-w>", "one |"),
    ("one two", "<C-w><C-w><C-w>", "|"),
    ("one two", "<Left><Left><C-u>", "|wo"),
    ("one two", "<Home><Right><C-k>", "o|"),
    ("one", "<C-a>a<C-e>z", "aonez|"),
    ("Erdo", "ğan", "Erdoğan|"),
    ("e\u{301}", "<BS>", "|"),
    ("👩‍👩‍👧", "<Left>x", "x|👩‍👩‍👧"),
  ])
  func edits(text: String, keys: String, expected: String) {
    var editor = LineEditor(text)
    for key in Key.sequence(keys) {
      if let binding = Keymap.standard[.find, key] {
        let isEditing = editor.perform(binding.command)
        #expect(isEditing)
      } else if case .character(let character) = key {
        editor.insert(String(character))
      }
    }
    let cursor = editor.textBeforeCursor
    #expect(cursor + "|" + editor.text.dropFirst(cursor.count) == expected)
  }

  @Test func aPastedLineEndingDoesNotSubmit() {
    var editor = LineEditor()
    editor.insert("one\r\ntwo\n\tthree")
    #expect(editor.text == "one two  three")
  }

  @Test func aPastedCombiningMarkJoinsTheCharacterBeforeIt() {
    var editor = LineEditor("e")
    editor.insert("\u{301}")
    #expect(editor.text == "é")
    #expect(editor.cursor == 1)
  }
}
