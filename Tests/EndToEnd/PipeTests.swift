import Foundation
import Testing

extension EndToEnd {
  /// Briefings that come by pipes, and several at once.
  @Suite(.serialized) struct PipeTests {
    private func session() async throws -> TerminalSession {
      try await TerminalSession(columns: 100, rows: 30, folder: SampleLibrary.folder())
    }

    @Test(arguments: [
      "cat library/harbour.md | briefing", "briefing < library/harbour.md",
      "briefing <(cat library/harbour.md)",
      "mkfifo p; (sleep 0.3; cat library/harbour.md > p) & briefing p",
    ])
    func `what comes by a pipe is read, with keys from the terminal`(command: String) async throws {
      let session = try await session()
      try session.run(command)
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.press("2")
      try await session.wait(for: "the second section") { $0.firstTextLine().hasSuffix("Cranes") }
      try session.press("r")
      try await session.wait(for: "This text came by a pipe and cannot be read again.")
      try session.press("q")
      try await session.waitForShell()
    }

    @Test func `several briefings are gone through in the order given`() async throws {
      let session = try await session()
      try session.run("cat library/harbour.md | briefing library/older/trams.md - <(echo '# Third')")
      try await session.wait(for: "Every ten minutes.")
      for (key, text) in [
        ("J", "The harbour is being rebuilt."), ("J", "Third"), ("K", "The harbour is being rebuilt."),
        ("K", "Every ten minutes."),
      ] {
        try session.press(key)
        try await session.wait(for: text)
      }
      try session.press("K")
      try await session.wait(for: "This is the first of 3 briefings.")
      try session.press("q")
      try await session.waitForShell()
    }

    @Test func `an empty pipe is an empty briefing, and no data is no briefing`() async throws {
      let session = try await session()
      try session.run(": | briefing")
      try await session.wait(for: "This briefing has no text.")
      try session.press("q")
      try await session.waitForShell()
      try session.run("mv library Briefings; briefing < /dev/null")
      try await session.wait(for: "Şehir içi trams")
      try session.press("q")
      try await session.waitForShell()
    }

    @Test func `a pipe without an end is refused by its size`() async throws {
      let session = try await session()
      try session.run("yes | briefing")
      try await session.wait(for: "standard input: is larger than 256 MB")
      try session.press("q")
      try await session.waitForShell()
    }

    /// What is sent never comes.
    @Test(arguments: ["q", "C-c"]) func `a pipe that keeps still can be left`(key: String) async throws {
      let session = try await session()
      try session.run("briefing < <(exec sleep 60); echo over")
      try await session.wait(for: "Opening standard input …")
      try session.press(key)
      try await session.wait(for: "\nover")
    }

    @Test func `a terminal that is named as data is refused`() async throws {
      let session = try await session()
      try session.run("briefing library/harbour.md -; echo status $?")
      let screen = try await session.wait(for: "status 64")
      #expect(screen.text.contains("standard input is the terminal"))
    }
  }
}
