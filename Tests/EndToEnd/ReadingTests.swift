import Testing

extension EndToEnd {
  /// Open, jump, find, resize.
  @Suite(.serialized) struct ReadingTests {
    @Test func `the list opens a briefing, and q leads back and out`() async throws {
      let session = try await TerminalSession(folder: SampleLibrary.folder())
      try session.run("briefing library")
      let list = try await session.wait(for: "Harbour works")
      #expect(list.isAlternate)
      let titles = list.lines.compactMap { line in
        ["Harbour works", "Şehir içi trams"].first { line.contains($0) }
      }
      // Newest first, subfolders included.
      #expect(titles == ["Harbour works", "Şehir içi trams"])

      try session.press("Enter")
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.press("q")
      try await session.wait(for: "Şehir içi trams")
      try session.press("j", "Enter")
      try await session.wait(for: "Every ten minutes.")
      try session.press("q")
      try await session.wait(for: "Harbour works")
      try session.press("q")
      try await session.waitForShell()
    }

    @Test func `the list narrows as one types, whatever the case and the marks`() async throws {
      let session = try await TerminalSession(folder: SampleLibrary.folder())
      try session.run("briefing library")
      try await session.wait(for: "Harbour works")
      try session.type("/sehir ICI")
      try await session.wait(for: "only the trams") {
        $0.text.contains("Şehir içi trams") && !$0.text.contains("Harbour works")
      }
    }

    @Test func `sections are reached by key, by number and by name`() async throws {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: SampleLibrary.folder())
      try session.run("briefing library/harbour.md")
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.press("]")
      try await Self.wait(in: session, forSection: "Dredging")
      try session.press("]", "]")
      try await Self.wait(in: session, forSection: "Night ferries")
      try session.press("[")
      try await Self.wait(in: session, forSection: "Cranes")
      try session.press("4")
      try await Self.wait(in: session, forSection: "Customs hall")
      try session.press("s")
      try await session.wait(for: "Jump to:")
      try session.type("nigh")
      try await session.wait(for: "1 of 5")
      try session.press("Enter")
      try await Self.wait(in: session, forSection: "Night ferries")
    }

    @Test func `a search lights what it finds, goes round, and Escape returns`() async throws {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: SampleLibrary.folder())
      try session.run("briefing library/harbour.md")
      // What is unread shows a moment later.
      let start = try await session.wait(for: "the outline's signs") {
        $0.text.contains("The harbour is being rebuilt.") && $0.text.contains("●")
      }
      // The word runs over markup: *light*house.
      try session.type("/lighthouse")
      try await session.wait(for: "1 of 5")
      try session.press("Escape")
      try await session.wait(for: "the place before") { $0.firstTextLine() == start.firstTextLine() }
      try session.type("/lighthouse")
      try await session.wait(for: "1 of 5")
      try session.press("Enter")
      for (key, count, item) in [
        ("n", "2 of 5", "Cranes item 17 with"), ("n", "3 of 5", "Night ferries item 17 with"),
        ("N", "2 of 5", "Cranes item 17 with"), ("N", "1 of 5", "Dredging item 17 with"),
      ] {
        try session.press(key)
        try await session.wait(for: "\(count) at \(item)") {
          $0.text.contains(count) && $0.text.contains(item)
        }
      }
      try session.press("N")
      try await session.wait(for: "Breakwater item 17 with")
      try session.press("Escape")
      // The outline counts too: "5 of 5 new".
      try await session.wait(for: "no match lit") { $0.lines.last { !$0.isEmpty }?.contains("of 5") == false }
    }

    @Test func `a paste in a prompt stays on its line and submits nothing`() async throws {
      let session = try await TerminalSession(folder: SampleLibrary.folder())
      try session.run("briefing library/harbour.md")
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.press("/")
      try session.paste("item 5\nq")
      try await session.wait(for: "the prompt with the paste") { screen in
        screen.lines.contains { $0.hasPrefix(" /item 5") && $0.contains("q") }
      }
      #expect(try session.screen().isAlternate)
    }

    @Test func `a resize keeps the line at the top`() async throws {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: SampleLibrary.folder())
      try session.run("briefing library/harbour.md")
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.press("3", "j", "j", "j", "j")
      let line = "Night ferries item 2."
      try await session.wait(for: line) { $0.firstTextLine().hasSuffix(line) }
      for (columns, rows) in [(60, 20), (40, 12), (160, 50), (100, 30)] {
        try session.resize(columns: columns, rows: rows)
        try await session.wait(for: "\(line) at the top of \(columns)x\(rows)") { screen in
          screen.lines.count >= rows - 1 && screen.firstTextLine().hasSuffix(line)
            && screen.lines.contains { $0.contains("Night ferries ·") }
        }
      }
    }

    @Test(arguments: [(10, 3), (1, 1), (200, 60), (500, 200), (20, 5)])
    func `any size of window is fine`(columns: Int, rows: Int) async throws {
      let session = try await TerminalSession(folder: SampleLibrary.folder())
      try session.run("briefing library/harbour.md")
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.resize(columns: columns, rows: rows)
      try session.press("j", "]", "G", "g", "Tab", "Tab", "?", "q", "/", "e", "C-g")
      try session.resize(columns: 80, rows: 24)
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.press("q")
      try await session.waitForShell()
    }

    @Test func `a window that is too small says so`() async throws {
      let session = try await TerminalSession(folder: SampleLibrary.folder())
      try session.run("briefing library")
      try await session.wait(for: "Harbour works")
      try session.resize(columns: 19, rows: 4)
      try await session.wait(for: "Too small")
      try session.resize(columns: 80, rows: 24)
      try await session.wait(for: "Harbour works")
    }

    /// Waits until a section's heading is the first line of the text.
    private static func wait(in session: TerminalSession, forSection title: String) async throws {
      try await session.wait(for: "the section \(title)") { screen in
        let line = screen.firstTextLine()
        return line.hasSuffix(title) || line.hasSuffix("\(title) item 1.")
      }
    }
  }
}
