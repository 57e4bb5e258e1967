import Foundation
import Testing

extension EndToEnd {
  /// Terminals of every age get what their entry in the terminal database has, and nothing else.
  @Suite(.serialized) struct TerminalSequenceTests {
    private let folder: TemporaryFolder

    init() throws { folder = try SampleLibrary.folder() }

    /// A walk through list, text, prompts, windows and search; all that was written.
    private func visit(_ term: String, _ environment: [String] = ["LC_ALL=C.UTF-8"]) async throws -> String {
      let terminal = try WindowlessTerminal(
        [folder.path + "/library"], rows: 24, columns: 90, environment: ["TERM=\(term)"] + environment,
        folder: folder)
      var output = try await terminal.wait(for: "2 briefings")
      for (keys, text) in [
        ("\r", "rebuilt"), ("/light", "1 of"), ("\r]", "Cranes"), ("?", "Keys"), ("q\t", "text"),
        ("\tf\u{1B}", "page"),
        ("Slighthouse", "5 sections"), ("\u{1B}\u{1B}", "page"),
      ] {
        terminal.type(keys)
        output += try await terminal.wait(for: text)
      }
      // Together with an Escape that has just been sent it would be a key with Alt.
      try await Task.sleep(for: .milliseconds(200))
      terminal.type("Q")
      #expect(try await terminal.end() == .status(0))
      return output + terminal.read()
    }

    @Test(arguments: [
      "vt100", "linux", "screen", "screen-256color", "tmux", "tmux-256color", "foot", "xterm-kitty",
      "xterm-direct",
      "xterm-256color",
    ])
    func `nothing is written that the terminal's entry does not have`(term: String) async throws {
      let entry = try TerminalEntry(term, folder: folder)
      let output = try await visit(term)
      #expect(Set(entry.unknown(in: output)) == [])
    }

    @Test func `pastes come in brackets where the entry knows them`() async throws {
      #expect(try await visit("tmux-256color", ["BRIEFING_STATE=off"]).contains("\u{1B}[?2004h"))
      #expect(try await !visit("vt100", ["BRIEFING_STATE=off"]).contains("?2004"))
    }

    @Test func `a terminal that the database does not know is used as xterm, which is said`() async throws {
      let terminal = try WindowlessTerminal(
        [folder.path + "/library"], environment: ["TERM=no-such-terminal"], folder: folder)
      let output = try await terminal.wait(for: "it is used as xterm-256color")
      #expect(output.contains("\u{1B}[?1049h") && !output.contains("?2004"))
      terminal.type("q")
      #expect(try await terminal.end() == .status(0))
      #expect(terminal.modes == terminal.modesBefore)
    }

    @Test func `where the screen stays, the shell's prompt gets a clean row`() async throws {
      let session = try await TerminalSession(folder: folder)
      try session.run("TERM=vt100 briefing library/harbour.md")
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.type("q")
      let screen = try await session.waitForShell()
      // The page above it is still there.
      #expect(screen.text.contains("The harbour is being rebuilt."))
      #expect(
        !screen.lines.contains {
          $0.contains("ready>") && $0.trimmingCharacters(in: .whitespaces) != "ready>"
        })
    }

    @Test func `after a crash too`() async throws {
      let terminal = try WindowlessTerminal(
        [folder.path + "/library"], environment: ["TERM=vt100"], folder: folder)
      try await terminal.wait(for: "Harbour works")
      kill(terminal.process, SIGABRT)
      #expect(try await terminal.end() == .signal(SIGABRT))
      #expect(terminal.read().hasSuffix("\u{1B}[999;1H\u{1B}[K"))
    }

    @Test func `LINES and COLUMNS tell the size of a terminal that does not know it`() async throws {
      let terminal = try WindowlessTerminal(
        [folder.path + "/library"], rows: 0, columns: 0, environment: ["LINES=30", "COLUMNS=100"],
        folder: folder)
      #expect(try await terminal.wait(for: "Harbour works").contains("\u{1B}[1;30r"))
      terminal.type("q")
      #expect(try await terminal.end() == .status(0))
    }

    @Test(arguments: [
      ["LC_ALL=C"], ["LC_ALL=", "LANG=C"], ["LC_ALL=", "LC_CTYPE=en_US.ISO-8859-1", "LANG=C.UTF-8"],
    ])
    func `a locale that is not UTF-8 gets ASCII alone`(environment: [String]) async throws {
      let output = try await visit("xterm-256color", environment)
      #expect(output.utf8.allSatisfy { $0 < 0x80 })
      #expect(output.contains("Sehir ici trams"))
    }

    @Test(arguments: [
      ["LC_ALL=C.UTF-8"], ["LC_ALL=", "LANG=en_US.utf8"], ["LC_ALL=", "LC_CTYPE=C.UTF-8", "LANG=C"],
    ])
    func `a locale of UTF-8 gets the letters as they are`(environment: [String]) async throws {
      #expect(try await visit("xterm-256color", environment).contains("Şehir içi trams"))
    }

    @Test func `the cursor is on the active row, and seen`() async throws {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: folder)
      func cursor() throws -> (row: Int, isShown: Bool) { try session.cursor() }
      try session.run("NO_COLOR=1 briefing library")
      let list = try await session.wait(for: "Harbour works")
      #expect(try cursor().isShown)
      #expect(list.lines[try cursor().row].contains("Harbour works"))
      try session.type("j")
      try await session.wait(for: "the second row") { _ in
        (try? cursor()).map { list.lines[$0.row].contains("trams") } ?? false
      }
      try session.type("k")
      try session.press("Enter", "Tab")
      let outline = try await session.wait(for: "Breakwater")
      try session.type("jj")
      try await session.wait(for: "the outline's row") { screen in
        (try? cursor()).map { $0.isShown && screen.lines[$0.row].contains("3  Night ferries") } ?? false
      }
      #expect(outline.isAlternate)
      try session.press("Escape")
      // Together they would be a key with Alt.
      try await Task.sleep(for: .milliseconds(200))
      try session.type("/light")
      try session.press("Enter")
      try await session.wait(for: "the match") { screen in
        (try? cursor()).map { $0.isShown && screen.lines[$0.row].contains("lighthouse") } ?? false
      }
      try session.type("Q")
      try await session.waitForShell()
    }
  }
}
