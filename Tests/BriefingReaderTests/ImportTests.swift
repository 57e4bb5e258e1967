import BriefingLayout
import Testing

@testable import BriefingReader

/// `:import`: nothing is written before the reader has seen where, and agreed.
@Suite struct ImportTests {
  private static let article = "Missiles for Turkey\n\nThe sale was cleared.\n"

  private func session(
    _ keys: String = "", _ plans: @escaping (ImportRequest.Source) -> ImportPlan? = Self.plan
  ) -> Session {
    var session = Session(library: Samples.library, files: Samples.libraryFiles)
    session.plans = plans
    session.type(keys)
    return session
  }

  /// A file that says where the article came from.
  private static func plan(_ source: ImportRequest.Source) -> ImportPlan {
    let name =
      switch source {
      case .file(let path): path
      case .text: "pasted"
      }
    return ImportPlan(files: [ImportPlan.File(path: "news/\(name).md", bytes: [])])
  }

  @Test func thePathIsShownBeforeItIsWritten() {
    var session = session(":import a b.html<Enter>")
    #expect(session.text.contains("Write to the library?"))
    #expect(session.text.contains("news/a b.html.md"))
    #expect(session.imported == [])
    session.type("y")
    #expect(session.imported == ["news/a b.html.md"])
    #expect(session.status.hasPrefix(" Imported: news/a b.html.md"))
    #expect(session.state.context == .list)
  }

  @Test(arguments: ["n", "q", "<Esc>"]) func nothingIsWrittenWithoutAYes(key: String) {
    let session = session(":import a<Enter>" + key)
    #expect(session.imported == [])
    #expect(session.status.hasPrefix(" Not imported."))
    #expect(session.state.context == .list)
  }

  /// Keys that were typed before there was anything to see.
  @Test func whatIsNotKnownYetIsNotAgreedTo() {
    var session = session(":import a<Enter><Enter>y") { _ in nil }
    #expect(session.imported == [])
    session.send(.importPlanned(serial: session.state.lastSerial, Self.plan(.file("a"))))
    #expect(session.imported == [])
    session.type("<Enter>")
    #expect(session.imported == ["news/a.md"])
  }

  @Test func theAnswerToAnotherQuestionIsNotAsked() {
    var session = session(":import a<Enter><Esc>:import b<Enter>") { _ in nil }
    session.send(.importPlanned(serial: session.state.lastSerial - 1, Self.plan(.file("a"))))
    session.type("<Enter>")
    #expect(session.imported == [])
    #expect(!session.text.contains("news/a.md"))
  }

  @Test(arguments: [":import<Enter>", ":import -<Enter>", "<Enter>:import<Enter>"])
  func severalPastedLinesAreTheArticle(keys: String) {
    var session = session(keys)
    session.send(.paste(Self.article))
    #expect(session.text.contains("news/pasted.md"))
    #expect(session.imported == [])
    session.type("y")
    #expect(session.imported == ["news/pasted.md"])
  }

  /// Terminals send a return for each line ending of what is pasted.
  @Test func pastedLinesEndAsThoseOfFilesDo() {
    var session = session(":import<Enter>")
    session.send(.paste("A\r\rB\r\nC\n"))
    let sources = session.effects.compactMap { effect in
      if case .work(.planImport(let request)) = effect { request.source } else { nil }
    }
    #expect(sources == [.text("A\n\nB\nC\n")])
  }

  @Test func aPastedPathIsTyped() {
    var session = session(":import<Enter>")
    session.send(.paste("~/a.html\n"))
    #expect(session.state.context == .importing)
    session.type("<Enter>y")
    #expect(session.imported == ["news/~/a.html.md"])
  }

  @Test func withoutALibraryNothingIsRead() {
    var session = Session("# A\n")
    session.type(":import a<Enter>")
    #expect(session.text.contains("There is no library to import into"))
    session.type(":import<Enter>")
    #expect(session.state.context == .reading)
    #expect(!session.effects.contains { if case .work(.planImport) = $0 { true } else { false } })
  }

  @Test func whatTheLibraryHasIsNotAskedAbout() {
    let session = session(":import a<Enter>") { _ in ImportPlan(remarks: ["news/a.md: is there already"]) }
    #expect(session.status.hasPrefix(" Nothing to import: news/a.md: is there already."))
    #expect(session.state.context == .list)
  }

  @Test func whyItFailsIsSaid() {
    var session = session(":import a<Enter>") { _ in nil }
    session.send(.importFailed(serial: session.state.lastSerial, message: "Not imported: a: no such file."))
    #expect(session.status.hasPrefix(" Not imported: a: no such file."))
    #expect(session.state.context == .list)
  }

  /// A path that is longer than the window is wide.
  @Test func longPathsAreShownWhole() {
    let name = String(repeating: "abcdefghi/", count: 20) + "end"
    let session = session(":import \(name)<Enter>")
    let shown = session.lines.filter { $0.hasPrefix("│") }.map { $0.filter { !"│ ".contains($0) } }.joined()
    #expect(shown == "news/\(name).md")
  }

  /// A character of two columns is never cut in two.
  @Test func wideLettersAreShownWhole() {
    let name = String(repeating: "新闻简报", count: 60)
    for columns in [80, 81] {
      var session = Session(
        library: Samples.library, files: Samples.libraryFiles, columns: columns, rows: 24)
      session.plans = { _ in ImportPlan(files: [ImportPlan.File(path: name, bytes: [])]) }
      session.type(":import a<Enter>")
      #expect(session.text.filter { name.contains($0) }.count == name.count, "\(session.text)")
    }
  }

  /// Spaces are part of a path, wherever the window breaks it.
  @Test func aPathIsShownWithEverySpace() {
    let path = "news/" + String(repeating: "a b ", count: 60) + "c.md"
    // The window is as wide as its lines and four columns more, or less.
    for columns in 40...44 {
      var session = Session(library: Samples.library, files: Samples.libraryFiles, columns: columns, rows: 24)
      session.plans = { _ in ImportPlan(files: [ImportPlan.File(path: path, bytes: [])]) }
      session.type(":import a<Enter>")
      let lines = session.lines.filter { $0.contains("a b a b") }
      let start = session.lines.first { $0.contains("news/") }?.prefix { $0 != "n" }.count ?? 0
      let width = Panel(session.state, rows: 1).columns.count
      let shown = lines.map { $0.dropFirst(start).prefix(width) }.joined()
      #expect(path.hasPrefix(shown.prefix(200)), "\(session.text)")
      #expect(shown.count >= 200)
    }
  }

  /// What is agreed to can be seen first, all of it.
  @Test func aLongQuestionScrolls() {
    var short = self.session(":import a<Enter>j")
    #expect(short.status.contains("All of it is shown."))
    short.type("y")
    #expect(short.imported == ["news/a.md"])
    var session = session(":import a<Enter>") { _ in
      ImportPlan(
        files: (1...100).map { ImportPlan.File(path: "news/file-\($0)-x.md", bytes: []) },
        remarks: ["the last line"])
    }
    #expect(session.text.contains("news/file-1-x.md"))
    #expect(!session.text.contains("the last line"))
    session.type("j")
    #expect(!session.text.contains("news/file-1-x.md"))
    #expect(session.text.contains("news/file-2-x.md"))
    session.type("G")
    #expect(session.text.contains("the last line."))
    #expect(session.imported == [])
    session.type("gy")
    #expect(session.imported.count == 100)
  }

  @Test(arguments: ["important", "imports x", "x import"]) func otherWordsImportNothing(typed: String) {
    #expect(State.importArgument(of: typed) == nil)
  }
}
