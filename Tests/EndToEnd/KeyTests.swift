import Foundation
import Testing

extension EndToEnd {
  /// Keys as a terminal sends them: typed ahead, with modifiers, in sequences, and such as mean nothing.
  @Suite(.serialized) struct KeyTests {
    @Test func `what is typed while a briefing opens is done there`() async throws {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: SampleLibrary.folder())
      try session.run("briefing library")
      try await session.wait(for: "Harbour works")
      // In one write.
      try session.press("Enter", "]", "]")
      try await session.wait(for: "the second section") { $0.firstTextLine().hasSuffix("Cranes") }
    }

    @Test func `leaving ends an opening that takes long`() async throws {
      let folder = try SampleLibrary.folder()
      // Of a day before: `J` leads from the harbour to it.
      let text = "---\ndate: 2025-03-01\n---\n" + String(repeating: "It *never* ends.\n\n", count: 2_000_000)
      try folder.write(text, to: "library/big.md")
      let session = try await TerminalSession(columns: 100, rows: 30, folder: folder)
      try session.run("briefing library")
      // The list has read it too.
      try await session.wait(for: "3 briefings, newest first")
      try session.press("Enter")
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.press("J")
      try await session.wait(for: "Opening library/big.md …")
      try session.press("q")
      try await session.wait(for: "what was read before") {
        $0.text.contains("The harbour is being rebuilt.") && !$0.text.contains("Opening library")
      }
      try session.press("2")
      try await session.wait(for: "the second section") { $0.firstTextLine().hasSuffix("Cranes") }
      try session.press("q", "q")
      try await session.waitForShell()
    }

    @Test func `keys with modifiers edit a prompt and do not leave it`() async throws {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: SampleLibrary.folder())
      try session.run("briefing library/harbour.md")
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.type("/one two three")
      try await session.wait(for: "/one two three")
      try session.press("M-b", "C-Left", "x", "M-f", "M-d", "C-Right", "M-BSpace", "!")
      try await session.wait(for: "/one !")
      try session.press("C-u", "BSpace")
      try await session.wait(for: "no prompt") { $0.text.contains("? help") }
    }

    @Test func `a key that means nothing says so, and a sequence shows how it goes on`() async throws {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: SampleLibrary.folder())
      try session.run("briefing library/harbour.md")
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.press("a")
      try await session.wait(for: "a does nothing here · ? keys")
      try session.type("о")
      try await session.wait(for: "о does nothing here · F1 keys")
      try session.press("g", "Z")
      try await session.wait(for: "Z quit")
      try session.press("Escape")
      try await session.wait(for: "no sequence") { !$0.text.contains("Z quit") }
      try session.press("Z", "Z")
      try await session.waitForShell()
    }

    @Test func `a line, a percentage and a section are gone to`() async throws {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: SampleLibrary.folder())
      try session.run("briefing library/harbour.md")
      try await session.wait(for: "The harbour is being rebuilt.")
      for (text, line) in [(":2.", "Cranes"), (":11", "Dredging item 1."), (":100%", "")] {
        try session.type(text)
        try await session.wait(for: " \(text)")
        try session.press("Enter")
        try await session.wait(for: "\(line) after \(text)") {
          line.isEmpty ? $0.text.contains("100%") : $0.firstTextLine().hasSuffix(line)
        }
      }
      try session.type(":q")
      try await session.wait(for: " :q")
      try session.press("Enter")
      try await session.waitForShell()
    }

    @Test(arguments: ["tmux-256color", "vt100"]) func `struck text is seen`(term: String) async throws {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: SampleLibrary.folder())
      try session.folder.write("The price is ~~304~~ 305.\n", to: "price.md")
      try session.run("TERM=\(term) NO_COLOR=1 briefing price.md")
      let screen = try await session.wait(for: "305.")
      #expect(screen.text.contains("3\u{336}0\u{336}4\u{336} 305."), "\(screen.text)")
    }
  }
}
