import BriefingCore
import BriefingLayout
import CommonMarkSamples
import Testing

@testable import BriefingReader

/// Reading the start of a long briefing while the rest comes.
@Suite struct OpeningFrontTests {
  private static let path = "news/Ankara and the jets.md"
  private static let markdown = String(decoding: NewsSample.make(byteCount: 40_000), as: UTF8.self)

  /// A session that waits for a briefing, of which the start has come.
  private func session(_ keys: String = "", memory: CannedMemory? = nil) throws -> Session {
    var files = Samples.libraryFiles
    files[Self.path] = Self.markdown
    var session = Session(library: Samples.library, files: files, columns: 90, rows: 20, memory: memory)
    session.type("j")
    session.answersOpening = false
    session.type("<Enter>")
    session.type(keys)
    try sendFront(to: &session)
    return session
  }

  private func sendFront(to session: inout Session, cut: Int = 10_000) throws {
    let front = try #require(BriefingFront(Array(Self.markdown.utf8.prefix(cut)), of: .init(name: "a")))
    let page = try Page(front, width: 80)
    session.send(.openedFront(path: Self.path, page, size: Self.markdown.utf8.count))
  }

  private func sendAll(to session: inout Session) throws {
    session.send(.opened(path: Self.path, try #require(Session.page(Self.markdown))))
  }

  /// The rows of the text without the outline, which gets more rows, from where the text starts.
  private func text(_ session: Session) -> [Substring] {
    let rows = session.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().dropLast()
    return rows.map { $0.dropFirst(33) }
  }

  /// Keys that the start has room for.
  @Test(arguments: ["", "j", "<Space>", "<Space><Space>b", "dd", "jjjk", "<Space>g", "G<Esc>"])
  func `what is shown stays when the rest comes`(keys: String) throws {
    var session = try session()
    let opened = session.text
    session.type(keys)
    #expect(keys.isEmpty || keys.hasSuffix("g") || keys.hasSuffix("Esc>") || session.text != opened)
    let before = text(session)
    guard session.state.context == .opening else { return }
    try sendAll(to: &session)
    #expect(session.state.context == .reading)
    #expect(text(session) == before, "\(keys)\n\(session.text)")
  }

  @Test func `it looks as the whole does`() throws {
    var session = try session()
    #expect(session.status.contains("0%") || session.status.contains("1%") || session.status.contains("2%"))
    let (text, before) = (text(session), session.text)
    #expect(!session.text.contains("Opening"))
    try sendAll(to: &session)
    #expect(self.text(session) == text, "\n\(before)\n\(session.text)")
  }

  /// Keys that need the rest; what of them is done then.
  @Test(arguments: [
    ("G", "100%"), ("/zürich<Enter>", "“zürich” 1 of"), ("G<Space>", "100%"), ("?", "Keys in a briefing"),
  ])
  func `what needs the rest waits for it, and says so`(keys: String, shown: String) throws {
    var session = try session()
    session.type(keys)
    #expect(session.status.contains("Reading the rest of \(Self.path) …"))
    try sendAll(to: &session)
    #expect(session.text.contains(shown), "\n\(session.text)")
  }

  @Test func `nothing is done out of turn`() throws {
    var session = try session()
    session.type("Gg")
    #expect(session.status.contains("Reading the rest"))
    session.type("jj")
    try sendAll(to: &session)
    #expect(session.state.reading?.top == session.state.reading?.page.place(Place(), movedBy: 2))
  }

  @Test func `scrolling beyond the start waits`() throws {
    var session = try session()
    for _ in 0..<60 { session.type("<Space>") }
    #expect(session.status.contains("Reading the rest"))
    try sendAll(to: &session)
    var whole = Session(Self.markdown, columns: 90, rows: 20)
    for _ in 0..<60 { whole.type("<Space>") }
    #expect(session.state.reading?.top == whole.state.reading?.top)
  }

  @Test func `a key that waits for the rest is told how much of it was read`() throws {
    var session = try session("")
    session.send(.openingCame(path: Self.path, percent: 20))
    #expect(!session.status.contains("Reading the rest"))
    session.type("G")
    #expect(session.status.contains("Reading the rest of \(Self.path) … 20%"))
    session.send(.openingCame(path: "another.md", percent: 50))
    session.send(.openingCame(path: Self.path, percent: 34))
    #expect(session.status.contains("… 34%"))
    try sendAll(to: &session)
    #expect(session.state.context == .reading)
    #expect(!session.status.contains("34%"))
  }

  @Test(arguments: ["q", "<Esc>", "<Space>q", "G<Esc>", "/turk<Esc><Esc>"])
  func `leaving it leads back to where it was opened`(keys: String) throws {
    var session = try session()
    session.type(keys)
    #expect(session.state.context == .list, "\n\(session.text)")
    #expect(session.cancellings == 1)
    try sendFront(to: &session)
    try sendAll(to: &session)
    #expect(session.state.context == .list)
    #expect(session.text.contains("Ankara and the jets"))
  }

  /// As vi does; the first key alone may become something else.
  @Test func `a sequence scrolls it, too`() throws {
    var session = try session()
    session.state.keymap.bind("g g", to: .move(.start), in: .reading)
    session.type("<Space>g")
    #expect(try #require(session.state.opening?.front?.reading.top) > Place())
    session.type("g")
    #expect(session.state.opening?.front?.reading.top == Place())
    #expect(!session.status.contains("Reading the rest"))
    session.type("gj")
    #expect(session.status.contains("Reading the rest"), "nothing is done out of turn")
  }

  @Test(arguments: ["Q", "ZZ", "<Space>Q", "GQ"]) func `the program can be left from it`(keys: String) throws
  {
    var session = try session()
    session.type(keys)
    #expect(session.quitStatus == 0)
  }

  @Test func `who has typed ahead, or wants to be elsewhere, does not see it`() throws {
    var session = try session("G")
    #expect(session.status.hasPrefix(" Opening "))
    try sendAll(to: &session)
    #expect(session.status.contains("100%"))
  }

  @Test func `more of it can come while it is read`() throws {
    var session = try session()
    session.type("<Space><Space>")
    let shown = text(session)
    try sendFront(to: &session, cut: 20_000)
    #expect(text(session) == shown)
    for _ in 0..<8 { session.type("<Space>") }
    #expect(!session.status.contains("Reading the rest"))
    try sendFront(to: &session)
    let before = text(session)
    try sendAll(to: &session)
    #expect(text(session) == before)
  }

  @Test func `it follows the window`() throws {
    var session = try session()
    session.type("<Space>")
    session.resize(columns: 60, rows: 14)
    let before = session.text.split(separator: "\n").dropFirst().dropLast()
    try sendAll(to: &session)
    #expect(session.text.split(separator: "\n").dropFirst().dropLast() == before)
  }

  @Test func `the wheel scrolls it`() throws {
    var session = try session()
    session.send(.mouse(Mouse(.wheel(.forward), at: Frame.Position(row: 5, column: 50))))
    let top = try #require(session.state.opening?.front?.reading.top)
    #expect(top > Place())
    try sendAll(to: &session)
    #expect(session.state.reading?.top == top)
  }

  /// Between the two the file was written.
  @Test func `another text is shown from its start`() throws {
    var session = try session()
    session.type("<Space><Space>")
    session.send(.opened(path: Self.path, try #require(Session.page("## Short\n\nText.\n"))))
    #expect(session.state.reading?.top == Place())
    #expect(session.text.contains("Text."))
  }
}
