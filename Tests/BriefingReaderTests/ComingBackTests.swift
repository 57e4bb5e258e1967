import BriefingCore
import BriefingLayout
import BriefingReading
import Testing

@testable import BriefingReader

/// Going back to a briefing whose file was changed or renamed meanwhile.
@Suite struct ComingBackTests {
  private let path = "news/a.md"
  private let other = "news/b.md"
  private let text = Samples.sections.replacing("Beta one.", with: "Beta one, see [b](b.md) for the rest.")

  /// Two briefings; the first is open at its link to the second.
  private func session(memory: CannedMemory? = nil) -> Session {
    var session = Session(
      library: [Samples.row("a", "2025-05-02"), Samples.row("b", "2025-05-01")],
      files: [path: text, other: "# B\n\nIts text.\n"], columns: 60, rows: 9, memory: memory)
    session.type("<Enter>]]jj")
    #expect(session.topLine.hasPrefix("Beta one"))
    return session
  }

  private func insert(_ added: String, _ session: inout Session) {
    session.files[path] = text.replacing("Alpha one.", with: "\(added)\n\nAlpha one.")
  }

  @Test(arguments: [false, true])
  func `the line that was left is at the top again, though text came above it`(remembers: Bool) {
    var session = session(memory: remembers ? CannedMemory() : nil)
    session.type("fa")
    #expect(session.topLine == "B")
    insert(Samples.longParagraph, &session)
    session.type("<BS>")
    #expect(session.topLine.hasPrefix("Beta one"), "\n\(session.text)")
    session.type("\\")
    #expect(session.topLine == "B")
  }

  @Test func `so are places that were left before it in the same briefing`() {
    var session = session()
    session.type("3")
    session.type("2jj")
    #expect(session.topLine == "Gamma one. The F-35 again.")
    session.type("<BS><BS>fa")
    #expect(session.topLine == "B")
    insert(Samples.longParagraph, &session)
    session.type("<BS>")
    #expect(session.topLine.hasPrefix("Beta one"))
    session.type("\\")
    #expect(session.topLine == "B", "the leap to B ended what could be gone forward to")
  }

  @Test func `a leap after coming back leads to the places of both versions`() {
    var session = session()
    session.type("2jj3fa")
    session.type("<Esc>")
    session.type("<BS>")
    #expect(session.topLine == "Gamma one. The F-35 again.")
    session.type("<BS>fa")
    insert(Samples.longParagraph, &session)
    session.type("<BS>1<BS>")
    #expect(session.topLine.hasPrefix("Beta one"))
  }

  @Test func `what the reader has gone to meanwhile is not taken from them`() throws {
    var session = session()
    session.type("fa")
    insert(Samples.longParagraph, &session)
    session.answersLocating = false
    session.type("<BS>j")
    let top = session.topLine
    let request = try #require(session.locateRequests.last)
    session.send(.located(serial: request.serial, try request.place(), request.purpose))
    #expect(session.topLine == top)
  }

  @Test func `a place that is gone is said to be`() {
    var session = session()
    session.type("fa")
    session.files[path] = "# Else\n\nNothing of it is left.\n"
    session.type("<BS>")
    #expect(session.status.contains("The place is not in this text any more."))
    #expect(session.topLine == "Else")
  }

  @Test func `the place before a jump is found in another briefing that has changed`() {
    var session = session()
    session.type("fa")
    insert(Samples.longParagraph, &session)
    session.type("''")
    #expect(session.topLine.hasPrefix("Beta one"), "\n\(session.text)")
  }

  // MARK: Renaming

  private func rename(_ session: inout Session, to new: String) {
    session.files[new] = session.files.removeValue(forKey: path)
    let row = CatalogueRow(path: new, title: "a", date: BriefingDate("2025-05-02"))
    session.send(
      .catalogueChanged(path: "news", CatalogueChange(put: [row], removed: [path], renamed: [path: new])))
  }

  @Test func `an open briefing is followed under its new name`() throws {
    var session = session()
    rename(&session, to: "news/z.md")
    #expect(session.followed.last?.path == "news/z.md")
    #expect(session.status.hasPrefix(" The file is now news/z.md"))
    #expect(session.topLine.hasPrefix("Beta one"))
    let reading = try #require(session.state.reading)
    #expect(reading.path == "news/z.md" && !reading.file.isGone)
  }

  @Test func `that its old name is gone was said too early`() throws {
    var session = session()
    let serial = try #require(session.state.reading).serial
    session.send(.followed(serial: serial, .vanished))
    #expect(session.status.contains("The file is gone"))
    rename(&session, to: "news/z.md")
    #expect(session.status.hasPrefix(" The file is now news/z.md"))
    session.send(.followed(serial: serial, .unchanged(Session.version(of: text))))
    session.type("j")
    #expect(!session.text.lowercased().contains("gone") && !session.text.contains("is back"))
  }

  @Test func `the way back leads to the new name`() {
    var session = session()
    session.type("fa")
    rename(&session, to: "news/z.md")
    session.type("<BS>")
    #expect(session.state.reading?.path == "news/z.md")
    #expect(session.topLine.hasPrefix("Beta one"), "\n\(session.text)")
  }

  @Test func `two files that change names do not become one`() {
    var session = session()
    session.type("fa")
    let texts = session.files
    session.files = [path: texts[other] ?? "", other: texts[path] ?? ""]
    session.send(
      .catalogueChanged(path: "news", CatalogueChange(renamed: [path: other, other: path])))
    #expect(session.state.reading?.path == path)
    session.type("<BS>")
    #expect(session.state.reading?.path == other)
    #expect(session.topLine.hasPrefix("Beta one"), "\n\(session.text)")
  }
}
