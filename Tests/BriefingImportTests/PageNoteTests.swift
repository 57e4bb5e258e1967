import BriefingCore
import Testing

@testable import BriefingImport

/// Footnotes of pages.
@Suite struct PageNoteTests {
  private static let prose =
    "The government said on Wednesday that it had cleared the way for a sale of missiles worth $304 million."

  private func read(_ html: String) throws -> ReadBack {
    try ReadBack(PageReader.briefing(Array(html.utf8)))
  }

  /// The mark leads to the list of notes, which is none itself.
  @Test func `a list of notes is no note`() throws {
    let read = try read(
      """
      <article><p>\(Self.prose)<sup><a href="#notes">*</a></sup></p><p>Second.<sup><a href="#fn1">1</a></sup></p>
      <div id="notes"><ol><li id="fn1">The note itself.</li></ol></div><p>After the notes.</p></article>
      """)
    #expect(read.leavesWithoutNotes == [Self.prose + "*", "Second.", "After the notes."])
    #expect(read.notes == ["The note itself."])
  }

  @Test func `notes nest in vain`() throws {
    let marks = (0..<4).map { "<sup><a href=#n\($0)>\($0)</a></sup>" }.joined()
    let notes = (0..<4).map { "<div id=n\($0)><p>Text \($0)</p>" }.joined()
    let read = try read("<p>\(Self.prose)\(marks)</p>\(notes)</div></div></div></div><p>After.</p>")
    #expect(read.leavesWithoutNotes == [Self.prose + "⁰¹²", "Text 0", "Text 1", "Text 2", "After."])
    #expect(read.notes == ["Text 3"])
  }

  @Test func `a table's marks and notes are the page's`() throws {
    let read = try read(
      """
      <p>\(Self.prose)<sup><a href=#a>1</a></sup></p>
      <table><tr><td>x<sup><a href=#b>2</a></sup></td><td>y</td></tr><tr><td>z</td><td><p id=a>Note one</p>w</td></tr></table>
      <ol><li id=b>Note two</li></ol>
      """)
    #expect(read.leavesWithoutNotes == [Self.prose, "x", "y", "z", "w"])
    #expect(read.notes == ["Note one", "Note two"])
  }

  @Test func `a mark of an empty note stays what it is`() throws {
    let read = try read("<p>\(Self.prose)<sup><a href=#a>1</a></sup></p><ol><li id=a> </li></ol>")
    #expect(read.leaves == [Self.prose + "¹"])
  }

  @Test func `a note may say what else leads to other articles`() throws {
    let read = try read(
      "<p>\(Self.prose)<sup><a href=#a>1</a></sup></p><ol><li id=a>See also <a href=https://example.org/>it</a></li></ol>"
    )
    #expect(read.notes == ["See also it"])
  }
}
