import CommonMarkSamples
import Foundation
import Testing

extension EndToEnd {
  /// `S`: the search of a library, by key.
  @Suite(.serialized) struct SearchScreenTests {
    @Test func `a hit opens its section with the words lit, and the results wait`() async throws {
      let session = try await Self.search(SearchLibrary(), for: "lantern")
      let best = try await session.wait(for: "3 sections in 2 briefings, best first")
      #expect(Self.titles(best) == ["City trams", "Port strike ends"])
      #expect(best.text.contains("Each tram has a red lantern."))
      #expect(best.text.contains("Night ferries carry a lantern too."))
      try session.press("C-o")
      let results = try await session.wait(for: "3 sections in 2 briefings, newest first")
      #expect(Self.titles(results) == ["Port strike ends", "City trams"])
      try session.press("Down")
      try await Self.wait(in: session, forSelection: "City trams")

      try session.press("Enter")
      try await session.wait(for: "the section, the first match lit") {
        $0.text.contains("“lantern” 1 of 2") && $0.text.contains("1 Timetable ·")
          && $0.text.contains("At the depot they light the next lantern.")
      }
      let lit = try session.styledScreen().matches(of: #/\e\[[\d;]*4\dm(?:\e\[[\d;]*m)*lantern/#)
      #expect(lit.count == 2)
      try session.press("n")
      try await session.wait(for: "“lantern” 2 of 2")

      try session.press("BSpace")
      let again = try await session.wait(for: "Search: lantern")
      #expect(again.lines.prefix(12) == results.lines.prefix(12))
      try await Self.wait(in: session, forSelection: "City trams")

      try session.press("Escape")
      try await session.wait(for: "the list") {
        $0.text.contains("2 briefings, newest first") && !$0.text.contains("Search:")
      }
      try session.press("q")
      try await session.waitForShell()
    }

    @Test func `a large library is searched while its index is made, and nobody has to ask again`()
      async throws
    {
      let library = try SearchLibrary.large()
      let session = try await Self.search(library, for: "zeppelin")
      let screen = try await session.wait(for: "1 section in 1 briefing")
      #expect(screen.text.contains("Bulletin 431"))
      #expect(screen.text.contains("A zeppelin was seen."))
      #expect(try library.listing(of: "cache").contains { $0.contains(".index ") })
      try session.press("Enter")
      try await session.wait(for: "“zeppelin” 1 of 1")
    }

    @Test func `the program leaves nothing but the index, its lock and the list behind`() async throws {
      let library = try SearchLibrary.large()
      let session = try await Self.search(library, for: "zeppelin")
      try await session.wait(for: "1 section in 1 briefing")
      try session.press("Escape")
      try await session.wait(for: "the list") { !$0.text.contains("Search:") }
      try session.press("q")
      try await session.waitForShell()
      let kept = try library.listing(of: "cache/briefing").dropFirst().map { $0.split(separator: " ")[0] }
      #expect(
        zip(kept, [".index", ".index.lock", ".list"]).allSatisfy { $0.hasSuffix($1) } && kept.count == 3,
        "\(kept)")
    }

    @Test func `how far the index is stands beside the prompt until all can be found`() async throws {
      let library = try SearchLibrary()
      // Enough to be seen at work; copies, because making them up takes longer than indexing them.
      let samples = (0..<50).map { LibrarySample()[$0] }
      for copy in 1...20 {
        for sample in samples { try library.folder.write(sample.text, to: "library/\(copy)/\(sample.path)") }
      }
      try library.settle()
      let session = try await TerminalSession(
        columns: 90, rows: 30, environment: library.environment, folder: library.folder)
      try session.run("briefing library")
      try await session.wait(for: "the program") { $0.isAlternate }
      try session.type("S" + LibrarySample.rareWord)
      var progress: [String] = []
      var first = ""
      try await session.wait(for: "all that can be found") { screen in
        if let seen = screen.text.firstMatch(
          of: #/\n Search: (zugzwang) +indexing ([\d,]+) of ([\d,]+) .*Esc cancel/#)
        {
          progress.append("\(seen.3)")
          if first.isEmpty { first = screen.text }
        }
        return screen.text.contains("40 sections in 40 briefings")
          && !screen.text.contains("indexing")
      }
      #expect(!progress.isEmpty)
      #expect(Set(progress) == ["1,002"])
      #expect(!first.contains("40 sections in 40 briefings"))
    }

    @Test(arguments: [nil, "/state", "relative"])
    func `earlier searches come back after a new start`(stateHome: String?) async throws {
      let library = try SearchLibrary()
      var environment = library.environment
      environment["XDG_STATE_HOME"] = stateHome.map {
        $0.hasPrefix("/") ? library.folder.path + $0 : $0
      }
      let session = try await TerminalSession(
        columns: 90, rows: 30, environment: environment, folder: library.folder)
      for query in ["cranes", "lantern"] {
        try session.run("briefing library")
        try await session.wait(for: " briefings, newest first")
        try session.press("S")
        try await session.wait(for: "Type words")
        try session.type(query)
        try await session.wait(for: " briefing") { $0.text.contains(#/\d sections? in \d briefing/#) }
        try session.press("Enter")
        try await session.wait(for: "“\(query)” 1 of")
        try session.press("Q")
        try await session.waitForShell()
      }
      let place = stateHome == "/state" ? "state" : ".local/state"
      #expect(library.folder.read("\(place)/briefing/searches") == "cranes\nlantern\n")

      try session.run("briefing library")
      try await session.wait(for: " briefings, newest first")
      try session.press("S")
      let screen = try await session.wait(for: "Earlier searches")
      #expect(screen.text.contains("  lantern\n   cranes\n"))
      try session.press("Up", "Up")
      try await session.wait(for: "Search: cranes")
      try session.press("Escape")
      try await session.wait(for: " briefings, newest first")
      try session.press("q")
      try await session.waitForShell()
    }

    @Test(arguments: [false, true])
    func `results follow the files`(isLarge: Bool) async throws {
      let library = try isLarge ? SearchLibrary.large() : SearchLibrary()
      let session = try await Self.search(library, for: "lantern")
      try await session.wait(for: "3 sections in 2 briefings")
      try library.replace("library/ports.md", with: "# Harbour\n\n## Quay\n\nA brighter lantern shines.\n")
      try await session.wait(for: "what is written now") {
        $0.text.contains("2 sections in 2 briefings") && $0.text.contains("A brighter lantern shines.")
          && !$0.text.contains("Night ferries")
      }
      try FileManager.default.removeItem(atPath: library.folder.path + "/library/older/trams.md")
      try await session.wait(for: "no hit in what is gone") {
        $0.text.contains("1 section in 1 briefing") && !$0.text.contains("City trams")
      }
      try library.folder.write("# Lighthouse\n\nIts lantern turns.\n", to: "library/newer/lighthouse.md")
      try await session.wait(for: "Its lantern turns.")
    }

    @Test func `the command line in a terminal has colours, keeps to the width, and says how much there is`()
      async throws
    {
      let library = try SearchLibrary()
      let session = try await TerminalSession(
        columns: 40, rows: 24, environment: library.environment, folder: library.folder)
      try session.run("briefing search lantern library")
      let screen = try await session.wait(for: "3 sections in 2 briefings")
      #expect(screen.text.contains("library/older/trams.md:7\n"))
      // The longest heading has 56 columns: cut, it takes one row.
      #expect(screen.lines.contains { $0.hasPrefix("Port strike ends · 2 Ferries") && $0.hasSuffix("…") })
      #expect(try session.styledScreen().contains(#/\e\[[\d;]*4\dm(?:\e\[[\d;]*m)*lantern/#))
    }

    /// Opens a library and types words into its search.
    private static func search(_ library: SearchLibrary, for words: String) async throws -> TerminalSession {
      let session = try await TerminalSession(
        columns: 90, rows: 30, environment: library.environment, folder: library.folder)
      try session.run("briefing library")
      try await session.wait(for: " briefings, newest first")
      try session.press("S")
      try await session.wait(for: "Type words")
      try session.type(words)
      try await session.wait(for: "Search: \(words)")
      return session
    }

    /// The briefings of the results, from the top.
    private static func titles(_ screen: TerminalScreenshot) -> [String] {
      screen.lines.compactMap { line in
        ["Port strike ends", "City trams"].first { line.contains($0) }
      }
    }

    /// Waits until the hit of a briefing is the selected one.
    private static func wait(in session: TerminalSession, forSelection title: String) async throws {
      try await session.wait(for: "the selection of \(title)") { _ in
        let rows = (try? session.styledScreen())?.split(separator: "\n") ?? []
        return rows.contains { $0.contains(title) && $0.contains(#/\e\[(?:\d+;)*7m/#) }
      }
    }
  }
}
