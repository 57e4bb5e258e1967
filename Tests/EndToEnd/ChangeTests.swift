import Foundation
import Testing

extension EndToEnd {
  /// What has changed since it was read: signs, stepping, marks in the text, and the command line.
  @Suite(.serialized) struct ChangeTests {
    private static let old = """
      # Ferries

      ## Routes

      The ferry to the island runs every hour until midnight.

      ## Prices

      A ticket costs four pounds for everybody.

      ## Weather

      Fog is expected over the sound tomorrow.
      """

    private static let new = """
      # Ferries

      ## Routes

      The ferry to the island runs every two hours until midnight.

      ## Weather

      Fog is expected over the sound tomorrow.

      ## Works

      The quay is closed until the spring.
      """

    private func folder() throws -> TemporaryFolder {
      let folder = try SampleLibrary.folder()
      try folder.write(Self.old, to: "library/ferries.md")
      return folder
    }

    @Test func `read, quit, edit, and what is other is signed, stepped to and shown`() async throws {
      let folder = try folder()
      let session = try await TerminalSession(columns: 110, rows: 30, folder: folder)
      try session.run("briefing library/ferries.md")
      try await session.wait(for: "The ferry to the island")
      try session.press("X")
      // On a slow machine a short section was read by then.
      try await session.wait(for: "nothing new")
      try session.press("Q")
      try await session.waitForShell()
      try folder.write(Self.new, to: "library/ferries.md")

      // Before it is opened.
      try session.run("clear; briefing library")
      try await session.wait(for: "the changed one") { screen in
        screen.lines.contains { $0.hasPrefix("±") && $0.contains("Ferries") && $0.contains("2 of 3 new") }
      }
      try session.type("/is:changed")
      try session.press("Enter")
      try await session.wait(for: "the changed one alone") { screen in
        screen.text.contains("Ferries") && !screen.text.contains("Harbour works")
      }
      try session.press("Enter")
      try await session.wait(for: "3 changes")
      try session.press("c")
      try await session.wait(for: "change 1 of 3")
      try session.press("c", "c")
      try await session.wait(for: "change 3 of 3")
      try session.press("C")
      try await session.wait(for: "the marks") { screen in
        Self.unstruck(screen.text).contains("runs every [-hour-] {+two hours+} until midnight.")
      }
      let screen = Self.unstruck(try session.screen().text)
      #expect(
        screen.contains("1 section changed, 1 new, 1 removed · 10 words added, 9 removed · since")
      )
      #expect(screen.contains("[-A ticket costs four pounds for everybody.-]"))
      #expect(screen.contains("{+The quay is closed until the spring.+}"))
      try session.resize(columns: 44, rows: 12)
      try session.press("c")
      try await session.wait(for: "a narrow window") { screen in
        !screen.lines.contains { $0.count > 44 } && screen.text.contains("change 1 of 3")
          && Self.unstruck(screen.text).contains("[-hour-]")
      }
      try session.press("C")
      try await session.wait(for: "the text as it is") { !$0.text.contains("[-") && !$0.text.contains("{+") }
      try session.press("X", "Q")
      try await session.waitForShell()
      // All of it is read: nothing is other any more.
      try session.run("clear; briefing show --since-read library/ferries.md; echo status $?")
      // The window may be narrower than the message.
      try await session.wait(for: "the message") {
        $0.lines.joined().contains("nothing has changed since you read it")
      }
      try await session.wait(for: "status 1")
    }

    @Test func `a file that is written while the list is open gets its sign there`() async throws {
      let folder = try folder()
      let session = try await TerminalSession(columns: 100, rows: 30, folder: folder)
      try session.run("briefing mark library/ferries.md --read; briefing library")
      try await session.wait(for: "the ferries read") { screen in
        screen.isAlternate && screen.lines.contains { $0.contains("Ferries") && $0.hasPrefix(" ") }
          && screen.text.contains("●")
      }
      try folder.write(Self.new, to: "library/ferries.md")
      try await session.wait(for: "the sign") { screen in
        screen.lines.contains { $0.hasPrefix("±") && $0.contains("Ferries") && $0.contains("2 of 3 new") }
      }
      try session.press("q")
      try await session.waitForShell()
    }

    /// A text without the strokes that are drawn through what was removed.
    private static func unstruck(_ text: String) -> String {
      String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{336}" }))
    }

    // MARK: The command line

    private func briefing(
      _ arguments: String..., in folder: TemporaryFolder, _ environment: [String: String] = [:]
    ) throws -> (status: Int32, output: String, errors: String) {
      let own = [
        "PATH": "/usr/bin:/bin", "XDG_STATE_HOME": "\(folder.path)/state", "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
      ]
      let result = try Subprocess.run(
        ["env", "-C", folder.path, try BuiltProgram.url.path] + arguments,
        environment: own.merging(environment) { $1 }, folder: folder)
      return (result.status, result.output, result.errors)
    }

    @Test func `show --since-read prints what has changed, as text, in colours and as data`() throws {
      let folder = try folder()
      let path = "library/ferries.md"
      let unread = try briefing("show", "--since-read", path, in: folder)
      #expect(unread.status == 1 && unread.output.isEmpty && unread.errors.contains("you have not read it"))
      #expect(try briefing("mark", path, "--read", in: folder).status == 0)
      let same = try briefing("show", "--since-read", path, in: folder)
      #expect(
        same.status == 1 && same.output.isEmpty
          && same.errors.contains("nothing has changed since you read it on"))

      try folder.write(Self.new, to: path)
      // Looking changes nothing.
      for _ in 0..<2 {
        let text = try briefing("show", "--since-read", "--width", "100", path, in: folder)
        #expect(text.status == 0 && text.errors.isEmpty)
        let lines = text.output.split(separator: "\n").map(String.init)
        #expect(
          lines[0].hasPrefix(
            "1 section changed, 1 new, 1 removed · 10 words added, 9 removed · since you read it on "))
        #expect(
          Array(lines.dropFirst()) == [
            "Routes", "The ferry to the island runs every [-hour-] {+two hours+} until midnight.",
            "[-Prices-]", "[-A ticket costs four pounds for everybody.-]", "{+Works+}",
            "{+The quay is closed until the spring.+}",
          ])
      }
      let section = try briefing("show", "--since-read", "--section", "works", path, in: folder)
      #expect(section.status == 0 && section.output.hasPrefix("1 section new · 8 words added"))
      #expect(!section.output.contains("Routes"))
      let other = try briefing("show", "--since-read", "--section", "weather", path, in: folder)
      #expect(other.status == 1 && other.errors.contains("nothing has changed"))
      let colours = try briefing("show", "--since-read", "--color", "always", path, in: folder)
      #expect(
        colours.output.contains("\u{1B}[0;9;31mhour") && colours.output.contains("\u{1B}[0;4;32mtwo hours"))
      let json = try briefing("show", "--since-read", "--format", "json", path, in: folder)
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      #expect(object["changed"] as? Int == 1 && object["new"] as? Int == 1 && object["removed"] as? Int == 1)
      #expect(object["wordsAdded"] as? Int == 10 && object["wordsRemoved"] as? Int == 9)
      let sections = try #require(object["sections"] as? [[String: Any]])
      #expect(sections.map { $0["change"] as? String } == ["changed", "removed", "new"])
      #expect(sections.map { $0["slug"] as? String } == ["routes", nil, "works"])
      let blocks = try #require(sections[0]["blocks"] as? [[[String: String]]])
      #expect(blocks[1].map { $0["kind"] } == ["same", "removed", "added", "same"])
      #expect(
        blocks[1].filter { $0["kind"] != "removed" }.compactMap { $0["text"] }.joined()
          == "The ferry to the island runs every two hours until midnight.")
    }

    @Test func `show --since-read without a state, and wrong usage`() throws {
      let folder = try folder()
      let off = try briefing(
        "show", "--since-read", "library/ferries.md", in: folder, ["BRIEFING_STATE": "off"])
      #expect(off.status == 1 && off.errors.contains("you have not read it"))
      let missing = try briefing("show", "--since-read", "library/none.md", in: folder)
      #expect(missing.status == 1 && missing.errors.contains("none.md"))
      for arguments in [
        ["-"], ["--format", "html", "library/ferries.md"], ["--dialect", "gfm", "library/ferries.md"],
      ] {
        let result = try Subprocess.run(
          ["env", "-C", folder.path, try BuiltProgram.url.path, "show", "--since-read"] + arguments,
          environment: ["PATH": "/usr/bin:/bin", "XDG_STATE_HOME": "\(folder.path)/state"], folder: folder)
        #expect(result.status == 64, "\(arguments)")
      }
    }
  }
}
