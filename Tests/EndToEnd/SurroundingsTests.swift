import Foundation
import Testing

extension EndToEnd {
  /// Terminals, pipes and files of every kind.
  @Suite(.serialized) struct SurroundingsTests {
    @Test func `standard input may be data, and keys come from the terminal`() async throws {
      let session = try await TerminalSession(folder: SampleLibrary.folder())
      try session.run("cat library/harbour.md | briefing -")
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.press("2")
      try await session.wait(for: "the second section") { $0.firstTextLine().hasSuffix("Cranes") }
      try session.press("C-z")
      try await session.waitForShell()
      try session.run("fg")
      try await session.wait(for: "the second section again") {
        $0.isAlternate && $0.text.contains("Cranes item 1.")
      }
      try session.press("q")
      try await session.waitForShell()
    }

    @Test(arguments: ["dumb", ""])
    func `a terminal without full screens gets the text and a reason`(term: String) async throws {
      let session = try await TerminalSession(columns: 100, rows: 40, folder: SampleLibrary.folder())
      try session.run("TERM=\(term) briefing library/older/trams.md; echo status $?")
      let screen = try await session.wait(for: "status 0")
      #expect(!screen.isAlternate)
      #expect(screen.text.contains("Every ten minutes."))
      #expect(screen.text.contains("TERM") || screen.text.contains("terminal"))
      #expect(!screen.text.contains("^["))
    }

    @Test(arguments: ["briefing library/older/trams.md", "briefing library"])
    func `into a pipe goes plain text`(command: String) async throws {
      let session = try await TerminalSession(folder: SampleLibrary.folder())
      try session.run("\(command) | cat > out; echo status $?")
      try await session.wait(for: "status 0")
      let output = try #require(session.folder.read("out"))
      #expect(output.contains("Şehir içi trams") || output.contains("Every ten minutes."))
      #expect(!output.unicodeScalars.contains("\u{1B}"))
    }

    @Test func `a reader that closes the pipe early is no error to speak of`() async throws {
      let session = try await TerminalSession(folder: SampleLibrary.folder())
      try session.run("briefing library/harbour.md 2> errors | head -n 1; echo over")
      try await session.wait(for: "\nover")
      #expect(session.folder.read("errors") == "")
    }

    @Test func `NO_COLOR means no colour, and without it there is some`() async throws {
      for (environment, isColoured) in [([:], true), (["NO_COLOR": "1"], false)] as [([String: String], Bool)]
      {
        let session = try await TerminalSession(
          columns: 100, rows: 30, environment: environment, folder: SampleLibrary.folder())
        try session.run("briefing library/harbour.md")
        try await session.wait(for: "The harbour is being rebuilt.")
        try session.type("/harbour")
        // The title and the lead have it.
        try await session.wait(for: "1 of 2")
        let screen = try session.styledScreen()
        // 30 to 37, 40 to 47, 90 to 107, 38;5;n, 48;5;n: not 39 and 49, the terminal's own.
        let color = #/\e\[(?:\d+;)*(?:[34][0-8]|9[0-7]|10[0-7])(?:;\d+)*m/#
        #expect(screen.contains(color) == isColoured)
        // What is lit is told apart without colour too.
        #expect(screen.contains(#/\e\[(?:\d+;)*[147](?:;\d+)*m/#))
      }
    }

    @Test func `a hostile briefing is text, and changes nothing in the terminal`() async throws {
      let folder = TemporaryFolder()
      let sequences = [
        "\u{1B}]0;owned\u{7}", "\u{1B}]2;owned\u{1B}\\", "\u{1B}[2J\u{1B}[H", "\u{1B}c", "\u{1B}[?1049l",
        "\u{9B}2J",
        "\u{9D}0;owned\u{9C}", "\u{202E}drow", "\u{0}", "&#27;]0;owned&#7;", "&#x9b;2J", "&#x202e;drow",
      ]
      var text = "---\ntitle: \"Title \\e]0;owned\\a end\"\n---\n# Heading \u{1B}[7m\u{1B}]0;owned\u{7}\n\n"
      for (number, sequence) in sequences.enumerated() {
        text += "Line \(number) \(sequence) end \(number).\n\n"
      }
      var data = Data(text.utf8)
      data.append(contentsOf: [0xFF, 0xC3, 0x28, 0x9B, 0x32, 0x4A, 0x0A])
      try folder.write(data, to: "library/bad.md")
      try folder.write("# Odd name\n", to: "library/odd\u{1B}]0;owned\u{7}\nname.md")
      let session = try await TerminalSession(columns: 100, rows: 40, folder: folder)
      try session.run("briefing library/bad.md")
      let screen = try await session.wait(for: "Line \(sequences.count - 1)")
      #expect(screen.isAlternate)
      for number in sequences.indices {
        #expect(screen.lines.contains { $0.contains("Line \(number) ") && $0.contains("end \(number).") })
      }
      #expect(try session.title() != "owned")
      try session.press("Q")
      try await session.waitForShell()

      try session.run("briefing library")
      try await session.wait(for: "Odd name")
      #expect(try session.title() != "owned")
      try session.press("q")
      try await session.waitForShell()

      try session.run(
        "briefing library/bad.md | LC_ALL=C grep -c $'[\\x01-\\x09\\x0b-\\x1f\\x7f]'; echo over")
      let piped = try await session.wait(for: "\nover")
      #expect(piped.lines.contains("0"))
    }
  }
}
