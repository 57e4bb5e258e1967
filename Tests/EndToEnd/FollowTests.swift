import Foundation
import Testing

extension EndToEnd {
  /// Files that change while they are read.
  @Suite(.serialized) struct FollowTests {
    private static let line = "Night ferries item 2."
    private static let file = "library/harbour.md"

    /// The harbour with the second item of its third section at the top.
    private func reading(_ command: String = "briefing library/harbour.md") async throws -> TerminalSession {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: SampleLibrary.folder())
      try session.run(command)
      if command.hasSuffix("library") {
        try await session.wait(for: "Harbour works")
        try session.press("Enter")
      }
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.press("3", "j", "j", "j", "j")
      try await session.wait(for: Self.line) { $0.firstTextLine().hasSuffix(Self.line) }
      return session
    }

    /// Waits until a message is there, the same line at the top as before, and takes the message away.
    private func waitForReload(_ message: String, in session: TerminalSession) async throws {
      try await session.wait(for: "\(message), \(Self.line) at the top") {
        $0.text.contains(message) && $0.firstTextLine().hasSuffix(Self.line)
      }
      try session.press("C-l")
      try await session.wait(for: "the message gone") { !$0.text.contains(message) }
    }

    private func write(_ text: String, _ session: TerminalSession) throws {
      try session.folder.write(text, to: Self.file)
    }

    private func rename(_ old: String, _ new: String, _ session: TerminalSession) {
      #expect(Glibc.rename("\(session.folder.path)/\(old)", "\(session.folder.path)/\(new)") == 0)
    }

    /// By itself and in a folder: appended to, rewritten above, retitled, replaced by another file, put aside and
    /// written again.
    @Test(arguments: ["briefing library/harbour.md", "briefing library"])
    func `an open briefing follows its file and keeps its line`(command: String) async throws {
      let session = try await reading(command)
      var text = SampleLibrary.harbour + "\nOne more item of the breakwater.\n"
      try write(text, session)
      try await waitForReload("reloaded, 1 section changed", in: session)

      text = text.replacingOccurrences(of: "## Cranes", with: "## Pilots\n\nThey came first.\n\n## Cranes")
      try write(text, session)
      try await waitForReload("reloaded, 1 section new", in: session)
      #expect(try session.screen().text.contains("2  Pilots"))

      text = text.replacingOccurrences(of: "## Night ferries", with: "## The ferries at night")
      try session.folder.write(text, to: "library/.harbour.md.new")
      rename("library/.harbour.md.new", Self.file, session)
      try await waitForReload("reloaded, 1 section changed", in: session)
      #expect(try session.screen().text.contains("The ferries at night"))

      text = text.replacingOccurrences(of: "Dredging item 1.", with: "Dredging item 1, done.")
      rename(Self.file, "library/harbour.md~", session)
      try write(text, session)
      try await waitForReload("reloaded, 1 section changed", in: session)

      try session.press("Q")
      try await session.waitForShell()
    }

    @Test func `an open briefing is followed under another name in its folder`() async throws {
      let session = try await reading("briefing library")
      rename(Self.file, "library/port.md", session)
      let message = "The file is now library/port.md"
      try await session.wait(for: "\(message), \(Self.line) at the top") {
        $0.text.contains(message) && $0.firstTextLine().hasSuffix(Self.line)
      }
      let text = SampleLibrary.harbour + "\nOne more item of the breakwater.\n"
      try session.folder.write(text, to: "library/port.md")
      try await waitForReload("reloaded, 1 section changed", in: session)
      try session.press("Q")
      try await session.waitForShell()
    }

    @Test func `half of a file is not shown`() async throws {
      let session = try await reading()
      let text = SampleLibrary.harbour.replacingOccurrences(of: "Dredging item", with: "Digging item")
      let bytes = Array(text.utf8)
      let stream = try #require(fopen("\(session.folder.path)/\(Self.file)", "w"))
      for part in stride(from: 0, to: bytes.count, by: bytes.count / 5 + 1) {
        let end = min(bytes.count, part + bytes.count / 5 + 1)
        bytes[part..<end].withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, stream) }
        fflush(stream)
        // Longer than a file has to rest whose writer has closed it.
        try await Task.sleep(for: .milliseconds(250))
        let screen = try session.screen()
        #expect(screen.text.contains("5  Breakwater") && !screen.text.contains("reloaded"))
      }
      fclose(stream)
      try await waitForReload("reloaded, 1 section changed", in: session)
      try session.press("1", "j")
      try await session.wait(for: "Digging item 2.")
    }

    @Test func `a file that vanishes stays readable, and is followed again when it is back`() async throws {
      let session = try await reading()
      unlink("\(session.folder.path)/\(Self.file)")
      try await session.wait(for: "The file is gone; its text stays here.")
      try session.press("j", "k")
      try await session.wait(for: "the text with its note") {
        $0.firstTextLine().hasSuffix(Self.line) && $0.text.contains("the file is gone")
      }
      try write(SampleLibrary.harbour, session)
      try await session.wait(for: "The file is back, and unchanged.")
      try write(SampleLibrary.harbour + "\nMore.\n", session)
      try await waitForReload("reloaded, 1 section changed", in: session)
      #expect(try !session.screen().text.contains("gone"))
    }

    @Test func `a touch says nothing, and a look that it has not changed`() async throws {
      let session = try await reading()
      try session.press("r")
      try await session.wait(for: "The file has not changed.")
      try write(SampleLibrary.harbour, session)
      try session.press("r")
      try await session.wait(for: "The file has not changed.")
      #expect(try session.screen().firstTextLine().hasSuffix(Self.line))
    }

    /// A writer that keeps its file open stands in for a network's file system, of which nothing is told.
    @Test func `a look finds what nobody has told`() async throws {
      let session = try await reading()
      // Until the follower has looked for what changed before it was there.
      try session.press("r")
      try await session.wait(for: "The file has not changed.")
      let stream = try #require(fopen("\(session.folder.path)/\(Self.file)", "a"))
      defer { fclose(stream) }
      fputs("\nWritten far away.\n", stream)
      fflush(stream)
      try session.press("r")
      try await waitForReload("reloaded, 1 section changed", in: session)
    }

    @Test func `matches, outline and trail are those of the new text`() async throws {
      let session = try await reading()
      try session.type("/lighthouse")
      try await session.wait(for: "3 of 5")
      try session.press("Enter", "5")
      try write(
        SampleLibrary.harbour.replacingOccurrences(
          of: "The harbour is being rebuilt.", with: "The lighthouse stays.\n\n## Pilots\n\nThey came first."),
        session)
      try await session.wait(for: "reloaded, 1 section changed, 1 new")
      try await session.wait(for: "the section at the top") { $0.firstTextLine().hasSuffix("Breakwater") }
      try session.press("BSpace")
      try await session.wait(for: "the match, now the fourth of six") {
        $0.text.contains("Night ferries item 17") && $0.text.contains("4 of 6")
      }
    }

    @Test func `following ends with the program, whatever ends it`() async throws {
      let session = try await reading()
      try session.press("C-z")
      try await session.waitForShell()
      try session.run("kill -TERM %1; fg; echo status $?")
      try await session.wait(for: "status 143")
    }
  }
}
