import Foundation
import Testing

extension EndToEnd {
  /// A file that is one long paragraph: it can be read, and left at any time.
  @Suite(.serialized) struct LongLeafTests {
    private static let sentence = "The agreement covers missiles, radars and spare parts. "

    /// A terminal whose shell notes what has to be restored; `long.md` has about so many bytes in one line.
    private func session(_ byteCount: Int) async throws -> TerminalSession {
      let folder = TemporaryFolder()
      try folder.write(
        "Start. " + String(repeating: Self.sentence, count: byteCount / Self.sentence.utf8.count)
          + "The very-last-word\n", to: "long.md")
      let session = try await TerminalSession(folder: folder)
      try session.run("stty -a > before")
      try await session.wait(for: "the shell's notes") { _ in folder.read("before")?.isEmpty == false }
      return session
    }

    private func checkRestored(_ session: TerminalSession, status: String) async throws {
      let screen = try await session.waitForShell()
      #expect(!screen.text.contains("Opening"))
      try session.run("stty -a > after")
      try await session.wait(for: "the shell's notes") { _ in
        session.folder.read("after")?.isEmpty == false
      }
      // The first line is the window's size, which a test may have changed.
      let modes = { (text: String?) in text?.split(separator: "\n").dropFirst().joined() }
      #expect(modes(session.folder.read("after")) == modes(session.folder.read("before")))
      #expect(session.folder.read("status") == "status \(status)\n")
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `while it opens, keys do no harm and a signal ends the program`(signal: Int32) async throws {
      let session = try await session(40_000_000)
      try session.run(
        "sh -c 'echo $$ > pid; exec briefing long.md'; echo status $? > status; clear")
      try await session.wait(for: "Opening")
      // Help is there meanwhile, so the keys before it were taken too.
      try session.type("jjG w?")
      try await session.wait(for: "Keys in a briefing")
      let process = try #require(
        session.folder.read("pid").flatMap { pid_t($0.trimmingCharacters(in: .newlines)) })
      kill(process, signal)
      try await checkRestored(session, status: "\(128 + signal)")
    }

    @Test func `it is read from the start to the end`() async throws {
      let session = try await session(1_000_000)
      try session.run("briefing long.md; echo status $? > status; clear")
      try await session.wait(for: "Start. The agreement")
      try session.type("   ")
      try await session.wait(for: "a page further down") { !$0.text.contains("Start. The") }
      try session.type("G")
      try await session.wait(for: "very-last-word")
      try session.resize(columns: 60, rows: 24)
      try await session.wait(for: "the same text in the new width") {
        $0.lines.allSatisfy { $0.count <= 60 } && $0.text.contains("spare parts.")
      }
      try session.type("g")
      try await session.wait(for: "Start. The agreement")
      try session.type("/very-last")
      try session.press("Enter")
      try await session.wait(for: "“very-last” 1 of 1")
      try session.press("Escape")
      try await session.wait(for: "no match") { !$0.text.contains("“very-last” 1 of 1") }
      try session.type("q")
      try await checkRestored(session, status: "0")
    }
  }
}
