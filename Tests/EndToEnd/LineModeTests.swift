import Foundation
import Testing

extension EndToEnd {
  /// Reading by lines: a script types, and never sees a screen.
  @Suite(.serialized) struct LineModeTests {
    private let folder: TemporaryFolder

    init() throws { folder = try SampleLibrary.folder() }

    /// What is told to a script that types some lines into a pipe, line by line.
    private func tell(
      _ script: String, arguments: String = "library", environment: [String: String] = [:]
    ) throws -> (lines: [String], status: Int32) {
      try folder.write(script, to: "script")
      var variables = [
        "PATH": "\(try BuiltProgram.url.deletingLastPathComponent().path):/usr/bin:/bin", "HOME": folder.path,
        "LC_ALL": "C.UTF-8", "TERM": "dumb",
      ]
      variables.merge(environment) { $1 }
      let run = try Subprocess.run(
        ["sh", "-c", "cd '\(folder.path)' && cat script | briefing --plain \(arguments) 2>&1"],
        environment: variables, folder: folder)
      return (
        run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), run.status
      )
    }

    @Test func `an article is imported after a yes`() throws {
      try folder.write(
        "Missiles for Turkey\n\nThe sale was cleared on Wednesday by the ministry.\n", to: "a.txt")
      let (lines, _) = try tell("import a.txt\nno\nimport a.txt\nyes\nquit\n")
      let text = lines.joined(separator: "\n")
      #expect(text.contains("library/missiles-for-turkey.md\nWrite this file to the library? yes or no"))
      #expect(text.contains("Not imported."))
      #expect(text.contains("Imported: library/missiles-for-turkey.md"))
      #expect(folder.read("library/missiles-for-turkey.md")?.contains("The sale was cleared") == true)
    }

    @Test func `a whole visit by a pipe`() throws {
      let (lines, status) = try tell(
        """
        1
        next
        outline
        find lighthouse
        find
        search trams
        1
        back
        list
        quit

        """)
      #expect(status == 0)
      let text = lines.joined(separator: "\n")
      #expect(lines.first == "library: 2 briefings, newest first")
      var rest = text[...]
      // In this order.
      for expected in [
        "1. Harbour works, 2 March 2025", "> [Harbour works, ", "The harbour is being rebuilt.",
        "more: Enter)",
        "Dredging item 1.", "Harbour works: 5 sections", "you are here", "Night ferries",
        "Match 1 of 5, in 1 Dredging",
        "Dredging item 17 with a lighthouse.", "Match 2 of 5", "Cranes item 17 with a lighthouse.",
        "a number opens one:", "1. Şehir içi trams", "> [Şehir içi trams", "Trams run again.",
        "library: 2 briefings",
      ] {
        guard let found = rest.range(of: expected) else {
          Issue.record("\(expected) is not told after what was before it:\n\(text)")
          return
        }
        rest = rest[found.upperBound...]
      }
    }

    @Test func `all of a briefing is told by Enter, each line once`() throws {
      let (lines, _) = try tell("1\n" + String(repeating: "\n", count: 60))
      let items = lines.filter { $0.contains(" item ") }
      #expect(items.count == 150)
      #expect(Set(items).count == 150)
      #expect(lines.contains("(end)"))
    }

    @Test func `what was told is remembered, and marks hold in the next run`() throws {
      #expect(try tell("1\nnext\nread\nbookmark k\nquit\n").status == 0)
      let (lines, _) = try tell("1\noutline\ngo k\nquit\n")
      #expect(lines.contains { $0.hasPrefix("2 Cranes, unread") })
      #expect(lines.contains { $0.hasPrefix("1 Dredging") && !$0.contains("unread") })
    }

    @Test func `the end of the lines is the end, and nothing is an escape`() throws {
      for environment in [[:], ["TERM": ""], ["TERM": "xterm-256color", "CLICOLOR_FORCE": "1"]] {
        let (lines, status) = try tell("1\nlinks", environment: environment)
        #expect(status == 0)
        #expect(lines.joined().unicodeScalars.allSatisfy { $0.value >= 0x20 })
        #expect(lines.contains("> There are no links on the screen."))
      }
    }

    @Test func `a script hands on what it reads, and hears what became of it`() throws {
      let (lines, _) = try tell(
        "1\n2\nwrite part.md\nwrite part.md\ncopy\n| head -c 9\npipe exit 3\ntheme\nedit\nquit\n",
        environment: ["BRIEFING_COPY": "tee copied", "EDITOR": "none-such"])
      let text = lines.joined(separator: "\n")
      #expect(folder.read("part.md")?.hasPrefix("## Cranes\n") == true)
      #expect(folder.read("copied") == folder.read("part.md"))
      for said in [
        "> Written to part.md: section 2, ", "> part.md is there already, and stays as it is",
        "> Copied by tee: section 2, ", "> ## Cranes\ndone: head -c 9", "status 3: exit 3",
        "> There is no theme here, since nothing is drawn here.",
      ] {
        #expect(text.contains(said), "\(said) is not in:\n\(text)")
      }
      #expect(
        lines.contains { $0.hasPrefix("> none-such was not found") || $0.hasPrefix("> There is no terminal") }
      )
    }

    @Test(arguments: ["library", "--library mine"])
    func `a mistake of the configuration is told once`(arguments: String) throws {
      try folder.write(
        "texture = 1\n[libraries]\nmine = \"\(folder.path)/library\"\n", to: ".config/briefing/config.toml")
      let (lines, _) = try tell("quit\n", arguments: arguments)
      #expect(lines.count { $0.contains("texture") } == 1, "\(lines)")
    }

    @Test func `in a locale without UTF-8 all is ASCII`() throws {
      let (lines, _) = try tell("2\nquit\n", environment: ["LC_ALL": "C"])
      #expect(lines.joined().utf8.allSatisfy { $0 < 0x80 })
      #expect(lines.contains { $0.contains("Sehir ici trams") })
    }

    @Test func `standard input may be the briefing, and lines come from the terminal`() async throws {
      let session = try await TerminalSession(folder: folder)
      try session.run("cat library/older/trams.md | TERM=dumb briefing --plain -; echo status $?")
      try await session.wait(for: "Trams run again.")
      try session.run("next")
      try await session.wait(for: "Every ten minutes.")
      try session.run("quit")
      let screen = try await session.wait(for: "status 0")
      #expect(!screen.isAlternate)
    }

    @Test func `on a terminal, interrupt ends it with 130`() async throws {
      let session = try await TerminalSession(folder: folder)
      try session.run("briefing --plain library; echo status $?")
      try await session.wait(for: "2 briefings")
      try session.press("C-c")
      try await session.wait(for: "status 130")
    }

    @Test func `a file that is not there is said`() throws {
      let (lines, status) = try tell("quit\n", arguments: "library/none.md")
      #expect(status == 1)
      #expect(lines.first?.contains("library/none.md: no such file or folder") == true)
    }
  }
}
