import Foundation
import Testing

extension EndToEnd {
  /// Coming back: what is new, and how the program was left.
  @Suite(.serialized) struct ComingBackTests {
    private static let story =
      "The minister said on Monday that the talks would go on until the spring of next year."

    /// Two issues of a newsletter, the newer of which repeats a story of the older one.
    private func newsletter() throws -> TemporaryFolder {
      let folder = TemporaryFolder()
      try folder.write(
        "---\ntitle: First issue\ndate: 2025-05-01\n---\n## Talks\n\n\(Self.story)\n", to: "news/1.md")
      try folder.write(
        """
        ---
        title: Second issue
        date: 2025-05-02
        ---
        ## Again

        \(Self.story)

        ## Port

        The port of the city has been closed to all ships since the storm of last week.

        ## Harbour

        \((1...40).map { "Line \($0) of the harbour." }.joined(separator: "\n\n"))
        """, to: "news/2.md")
      return folder
    }

    @Test func `what was read in one briefing is dimmed in the next, and passed over`() async throws {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: try newsletter())
      try session.run("briefing mark news/1.md --read; briefing news/2.md")
      try await session.wait(for: "the repeat's sign") {
        $0.text.contains("=The minister said") && $0.text.contains("2 of 3 new")
      }
      let styled = try session.styledScreen()
      #expect(
        styled.split(separator: "\n").contains { $0.contains("\u{1B}[2m") && $0.contains("The minister") })
      try session.press(".")
      try await session.wait(for: "the new section") { $0.firstTextLine().hasSuffix("Port") }
      try session.press("=")
      try await session.wait(for: "the plain text") {
        $0.text.contains("Shown plain") && !$0.text.contains("=The minister")
          && $0.text.contains("3 of 3 new")
      }
      try session.press("Q")
      try await session.waitForShell()
    }

    @Test func `the list is as it was, and its first row goes on where one was`() async throws {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: try newsletter())
      try session.run("briefing news")
      try await session.wait(for: "Second issue")
      try session.press("Enter")
      try await session.wait(for: "the outline's signs") { $0.text.contains("●") }
      try session.type("3jjjj")
      let line = "Line 2 of the harbour."
      try await session.wait(for: line) { $0.firstTextLine().hasSuffix(line) }
      try session.type("oqz")
      try await session.wait(for: "by title") { $0.text.contains("2 briefings, by title") }
      try session.press("Q")
      try await session.waitForShell()
      // From elsewhere, and with no path: it is the library that was opened last.
      try session.run("clear; mkdir -p away; cd away; briefing")
      let screen = try await session.wait(for: "the row that continues") {
        $0.text.contains("Continue: Second issue · Harbour · ") && $0.text.contains("2 briefings, by title")
      }
      #expect(screen.lines[2].hasPrefix("  Continue: Second issue"))
      try session.press("Enter")
      try await session.wait(for: "its place, without the outline") {
        $0.firstTextLine().hasSuffix(line) && !$0.text.contains("●") && $0.text.contains("where you left off")
      }
      try session.press("q")
      try await session.wait(for: "the list") {
        $0.text.contains("2 briefings") && !$0.text.contains("Continue:")
      }
      try session.press("q")
      try await session.waitForShell()
    }

    @Test func `the environment names the library`() async throws {
      let session = try await TerminalSession(
        columns: 100, rows: 30, environment: ["BRIEFING_LIBRARY": "news"], folder: try newsletter())
      try session.run("briefing")
      try await session.wait(for: "Second issue")
      try session.press("q")
      try await session.waitForShell()
      try session.run("clear; briefing list | head -n 1")
      try await session.wait(for: "Second issue")
    }

    @Test func `a search asks for what is unread`() async throws {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: try newsletter())
      try session.run("briefing mark news/1.md --read; briefing news")
      try await session.wait(for: "Second issue")
      try session.type("Sminister is:unread")
      try await session.wait(for: "the one that is unread") {
        $0.text.contains("1 section in 1 briefing") && $0.text.contains("Second issue")
          && !$0.text.contains("First issue")
      }
      try session.press("Escape")
      try await session.wait(for: "the list") { !$0.text.contains("1 section in 1 briefing") }
      try session.press("Q")
      try await session.waitForShell()
    }

    @Test func `signs are ASCII where the locale is`() async throws {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: try newsletter())
      try session.run("LC_ALL=C briefing news")
      let screen = try await session.wait(for: "the signs") { $0.lines.contains { $0.hasPrefix("o ") } }
      #expect(!screen.text.contains("●"))
      try session.press("q")
      try await session.waitForShell()
    }
  }

  /// The same from the command line.
  @Suite struct ComingBackCommandTests {
    private let folder: TemporaryFolder

    init() throws {
      folder = TemporaryFolder()
      for (name, seen, word) in [
        ("a", "", "missile"), ("b", "seen: true\n", "missile"), ("c", "", "harbour"),
      ] {
        try folder.write(
          "---\ntitle: \(name)\n\(seen)---\n## One\n\nA \(word) of \(name).\n", to: "news/\(name).md")
      }
    }

    private func briefing(_ arguments: String...) throws -> (status: Int32, output: String, errors: String) {
      let result = try Subprocess.run(
        ["env", "-C", folder.path, try BuiltProgram.url.path] + arguments,
        environment: [
          "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "XDG_STATE_HOME": "\(folder.path)/state",
          "XDG_CACHE_HOME": "\(folder.path)/cache",
        ], folder: folder)
      return (result.status, result.output, result.errors)
    }

    private func names(_ output: String) -> [String] {
      ["a", "b", "c"].filter { output.contains("news/\($0).md") }
    }

    @Test func `front matter that says read counts before a briefing is opened`() throws {
      #expect(names(try briefing("list", "news", "--unread").output) == ["a", "c"])
      #expect(names(try briefing("search", "is:unread", "news").output) == ["a", "c"])
      #expect(try briefing("mark", "news/b.md", "--unread").status == 0)
      #expect(names(try briefing("list", "news", "--unread").output) == ["a", "b", "c"])
      #expect(names(try briefing("search", "is:unread", "news").output) == ["a", "b", "c"])
    }

    @Test func `search, list and mark take what was read into a query`() throws {
      #expect(names(try briefing("search", "missile is:unread", "news").output) == ["a"])
      #expect(names(try briefing("search", "missile -is:unread", "news").output) == ["b"])
      #expect(names(try briefing("list", "news", "--query", "missile").output) == ["a", "b"])
      #expect(try briefing("mark", "news", "--star", "--query", "missile is:unread").status == 0)
      #expect(names(try briefing("list", "news", "--query", "is:starred").output) == ["a"])
      #expect(names(try briefing("search", "is:starred OR harbour", "news").output) == ["a", "c"])
      #expect(try briefing("search", "is:changed", "news").status == 1)
    }

    @Test func `of a briefing that is read in part a search finds the sections that are asked for`() throws {
      try folder.write(
        """
        ---
        title: Parts
        ---
        A missile in the lead.

        ## One

        A missile of one.

        ## Two

        A missile of two.

        ## Three

        A missile of three.
        """, to: "news/d.md")
      func sections(_ query: String, index: Bool) throws -> [String] {
        let output =
          index
          ? try briefing("search", query, "news", "--json", "--all").output
          : try briefing("search", query, "news/d.md", "--json", "--all").output
        return ["One", "Two", "Three"].filter { output.contains("\"section\":\"\($0)\"") }
      }
      #expect(try briefing("mark", "news/d.md", "--read").status == 0)
      #expect(try briefing("mark", "news/d.md", "--unread", "--section", "Two").status == 0)
      #expect(try briefing("mark", "news/d.md", "--star", "--section", "Three").status == 0)
      for index in [true, false] {
        #expect(try sections("missile is:unread path:d", index: index) == ["Two"])
        #expect(try sections("missile -is:unread path:d", index: index) == ["One", "Three"])
        #expect(try sections("missile is:read path:d", index: index) == ["One", "Three"])
        #expect(try sections("missile -is:read path:d", index: index) == ["Two"])
        #expect(try sections("path:d is:starred OR is:unread", index: index) == ["Two", "Three"])
        #expect(try sections("missile is:starred path:d", index: index) == ["Three"])
        #expect(try sections("missile is:starred is:unread path:d", index: index) == [])
      }
      #expect(try briefing("list", "news", "--unread").output.contains("Parts  1 of 3 new  1 min  news/d.md"))
      #expect(
        try briefing("list", "news", "--json").output.contains(
          "\"unread\":true,\"unreadSections\":1,\"changed\":false,\"starred\":true}"))
      // Whether it is read is not known of a text that nobody has looked at since it was written.
      try folder.write(
        "---\ntitle: Parts\n---\n## Zero\n\nNo harbour.\n\n## One\n\nA missile of one.\n", to: "news/d.md")
      #expect(try sections("missile is:unread path:d", index: true) == ["One"])
      #expect(try briefing("mark", "news/d.md", "--star").status == 0)
      #expect(try sections("missile is:starred path:d", index: true) == ["One"])
      #expect(try sections("missile is:unread path:d", index: true) == [])
    }

    @Test func `what is no filter is said`() throws {
      let wrong = try briefing("search", "nato is:red", "news")
      #expect(wrong.status == 64 && wrong.errors.contains("is:unread, is:read, is:starred or is:changed"))
      #expect(try briefing("list", "news", "--query", "-").status == 64)
    }
  }
}
