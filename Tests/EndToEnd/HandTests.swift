import Foundation
import Testing

extension EndToEnd {
  /// Copying, commands, files, the editor, the mouse.
  @Suite(.serialized) struct HandTests {
    private func session(environment: [String: String] = [:]) async throws -> TerminalSession {
      let session = try await TerminalSession(
        columns: 100, rows: 30, environment: environment, folder: SampleLibrary.folder())
      try session.run("briefing library/harbour.md")
      try await session.wait(for: "The harbour is being rebuilt.")
      return session
    }

    @Test func `y sends the section to the terminal's clipboard`() async throws {
      let session = try await session()
      try session.press("2", "y")
      try await session.wait(for: "Sent to the terminal's clipboard: section 2, ")
      let text = try session.clipboard()
      #expect(text.hasPrefix("## Cranes\n"))
      #expect(!text.contains("## Night ferries"))
    }

    @Test func `selected lines are copied by the reader's program`() async throws {
      let session = try await session(environment: ["BRIEFING_COPY": "tee copied"])
      try session.press("V", "y")
      try await session.wait(for: "Copied by tee: the selected lines, ")
      #expect(session.folder.read("copied")?.isEmpty == false)
    }

    @Test func `a command gets the section, and what it writes is shown`() async throws {
      let session = try await session()
      try session.press("2")
      try session.type("|tr a-z A-Z; printf '\\033]0;title\\007'; exit 3")
      try session.press("Enter")
      let screen = try await session.wait(for: "status 3: tr a-z A-Z")
      #expect(screen.text.contains("## CRANES"))
      #expect(try !session.title().contains("title"))
      try session.press("q")
      try await session.wait(for: "? help")
    }

    @Test func `a command that does not end is ended by Escape`() async throws {
      let session = try await session()
      try session.type("|echo $$ > pid; exec sleep 1000")
      try session.press("Enter")
      try await session.wait(for: "running: echo")
      var process: pid_t = 0
      try await session.wait(for: "the command's own words") { _ in
        process = session.folder.read("pid").flatMap { pid_t($0.trimmingCharacters(in: .newlines)) } ?? 0
        return process > 0
      }
      try session.press("Escape")
      try await session.wait(for: "Ended: echo")
      #expect(try await session.hasEnded(process))

      // With the program it ends too.
      try session.type("|echo $$ > again; exec sleep 1000")
      try session.press("Enter")
      process = 0
      try await session.wait(for: "the command's own words") { _ in
        process = session.folder.read("again").flatMap { pid_t($0.trimmingCharacters(in: .newlines)) } ?? 0
        return process > 0
      }
      try session.press("Q")
      try await session.waitForShell()
      #expect(try await session.hasEnded(process))
    }

    @Test func `a section is written to a new file, and no file is written over`() async throws {
      let session = try await session()
      try session.press("2")
      try session.type("W~/cranes.md")
      try session.press("Enter")
      try await session.wait(for: "Written to \(session.folder.path)/cranes.md: section 2, ")
      #expect(session.folder.read("cranes.md")?.hasPrefix("## Cranes\n") == true)
      try session.type("W~/cranes.md")
      try session.press("Enter")
      try await session.wait(for: "is there already, and stays as it is")
    }

    @Test func `the editor gets the terminal at the line, and the reader comes back to it`() async throws {
      let folder = try SampleLibrary.folder()
      try folder.write(
        "#!/bin/sh\necho \"editing $*\"\nread answer\nsed -i '$a Edited: '\"$answer\" \"$2\"\n", to: "edit")
      let session = try await TerminalSession(
        columns: 100, rows: 30, environment: ["EDITOR": "./edit"], folder: folder)
      try session.run("chmod +x edit; briefing library/harbour.md")
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.press("2")
      // What the outline says of it may come later.
      let isThere = { (screen: TerminalScreenshot) in screen.firstTextLine().hasSuffix("Cranes") }
      try await session.wait(for: "the second section", isThere)
      let line = try #require(
        folder.read("library/harbour.md")?.components(separatedBy: "\n").firstIndex(of: "## Cranes"))
      try session.press("e")
      try await session.wait(for: "the editor's own screen") {
        !$0.isAlternate && $0.text.contains("editing +\(line + 1) library/harbour.md")
      }
      try session.type("now")
      try session.press("Enter")
      let after = try await session.wait(for: "the briefing again") {
        $0.isAlternate && isThere($0)
      }
      #expect(after.isAlternate)
      try await session.wait(for: "reloaded")
      try session.press("G")
      try await session.wait(for: "Edited: now")
      try session.press("q")
      try await session.waitForShell()
    }

    @Test func `a regular expression that takes others for ever is found at once`() async throws {
      let session = try await session()
      try session.press("/", "M-r")
      try session.type("(x+x+)+y|cran(e|es)$")
      try await session.wait(for: "1 of ")
      try session.press("Enter")
      try await session.wait(for: "“(x+x+)+y|cran(e|es)$” 1 of ")
      try session.type("&item 17")
      try session.press("Enter")
      let only = try await session.wait(for: "Lines that match")
      #expect(only.lines.dropFirst(2).dropLast().allSatisfy { $0.isEmpty || $0.contains("item 17") })
      try session.press("Escape")
      try await session.wait(for: "all lines again") { !$0.text.contains("Lines that match") }
    }

    @Test func `clicks and the wheel work, and the mouse can be given back`() async throws {
      let session = try await session()
      #expect(try session.screen().state.hasSuffix("1"))
      let screen = try await session.wait(for: "the outline") { $0.text.contains("Customs hall") }
      let row = try #require(screen.lines.firstIndex { $0.contains("Customs hall") })
      try session.type("\u{1B}[<0;4;\(row + 1)M\u{1B}[<0;4;\(row + 1)m")
      try await session.wait(for: "the section") { $0.firstTextLine().contains("Customs hall") }
      try session.type("\u{1B}[<64;60;9M")
      try await session.wait(for: "a place above") { !$0.firstTextLine().contains("Customs hall") }
      try session.press("M-m")
      try await session.wait(for: "The terminal has the mouse")
      try await session.wait(for: "no mouse") { $0.state.hasSuffix("0") }
      try session.press("q")
      try await session.waitForShell()
      try session.run(
        "echo mouse = false > .config-briefing; mkdir -p .config/briefing; mv .config-briefing .config/briefing/config.toml; briefing library/older/trams.md"
      )
      try await session.wait(for: "Trams run again.")
      #expect(try session.screen().state.hasSuffix("0"))
    }
  }
}
