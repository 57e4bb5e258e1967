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
    ("one two-three", "<M-b>x", "one two-x|three"), ("one two", "<C-Left><C-Left>x", "x|one two"),
    ("one  two", "<Home><M-f>x", "onex|  two"),
    ("one two", "<Home><C-Right><C-Right><C-Right>x", "one twox|"),
    ("one two", "<Home><M-d>", "| two"), ("one two", "<M-d>", "one two|"),
    ("src/one-two ", "<M-Backspace>", "src/one-|"), ("one", "<M-Backspace><M-Backspace>", "|"),
    ("Erdoğan 2025", "<M-Backspace><M-Backspace>", "|"),
    ("one two", "<Home><Right><C-k>", "o|"),
    ("one", "<C-a>a<C-e>z", "aonez|"),
    ("Erdo", "ğan", "Erdoğan|"),
    ("e\u{301}", "<BS>", "|"),
    ("👩‍👩‍👧", "<Left>x", "x|👩‍👩‍👧"),
  ])
  func edits(text: String, keys: String, expected: String) {
    var editor = LineEditor(text)
    for key in Key.sequence(keys) {
      if case .command(.edit(let edit)) = Keymap.standard.meaning(of: [key], in: .find) {
        editor.perform(edit)
      } else if let character = key.typed {
        editor.insert(String(character))
      } else {
        Issue.record("\(key) edits nothing")
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
    editor.perform(.deleteBackward)
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
      session.text.contains("A prompt takes 1,000 characters; the rest was left out."), "\n\(session.text)")
    session.type("<BS>")
    #expect(!session.text.contains("left out"))
  }
}
