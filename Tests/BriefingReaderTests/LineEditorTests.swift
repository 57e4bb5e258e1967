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

  @Test func whatGoesBeyondTheLimitIsLeftOut() {
    var editor = LineEditor("abc")
    let isWhole = editor.insert(String(repeating: "x", count: LineEditor.limit))
    #expect(!isWhole)
    #expect(editor.text.count == LineEditor.limit)
    #expect(editor.text.hasPrefix("abcx"))
    let isTaken = editor.insert("y")
    #expect(!isTaken)
    _ = editor.perform(.deleteBackward)
    let isTakenNow = editor.insert("y")
    #expect(isTakenNow)
    #expect(editor.text.hasSuffix("xy"))
  }

  @Test func oneCharacterOfManyMarksIsCutToo() {
    var editor = LineEditor()
    let isWhole = editor.insert("e" + String(repeating: "\u{301}", count: 100_000))
    #expect(!isWhole)
    #expect(editor.text.unicodeScalars.count <= LineEditor.limit)
  }

  /// Every prompt, and the keys that open it.
  @Test(arguments: ["/", "?/", "<Enter>/", "<Enter>s", "S"])
  func aPasteThatIsTooLongIsSaidToBeCut(keys: String) {
    var session = Session(
      library: [Samples.row("a")], files: ["news/a.md": "# Page\n\n## Second\n\nText.\n"], columns: 100)
    session.type(keys)
    session.send(.paste(String(repeating: "x", count: 100_000)))
    #expect(session.state.prompt?.text.count == LineEditor.limit)
    #expect(
      session.status.contains("A prompt takes 1,000 characters; the rest was left out."), "\n\(session.text)")
    session.type("<BS>")
    #expect(!session.status.contains("left out"))
  }
}
