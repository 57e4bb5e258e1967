import Testing

extension EndToEnd {
  /// Each subject of the US-Turkey briefing is found by `/`, by `s` and by `show --section`.
  @Suite(.serialized) struct ShippedBriefingTests {
    /// The briefings that ship, from the folder that this file is in.
    private static let path =
      #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
      + "/Briefings/2025-05-15-us-turkey-missiles.md"

    /// A word of the text, letters for the picker, what names the section, its title.
    private static let subjects = [
      (word: "cleared a possible sale", letters: "missale", selector: "missile", title: "Missile sale"),
      (word: "marco rubio", letters: "rubio", selector: "2", title: "Rubio's visit and NATO talks"),
      (
        word: "aim-120c-8", letters: "asked", selector: "what-turkey-asked-for",
        title: "What Turkey asked for"
      ),
      (word: "s-400", letters: "f35", selector: "F-35", title: "F-35 hopes"),
      (word: "lay down its arms", letters: "pkk", selector: "pkk talks", title: "PKK talks"),
      (word: "natural gas (lng)", letters: "enav", selector: "energy", title: "Energy and aviation deals"),
    ]

    @Test func `each subject is found in the text and among the sections`() async throws {
      let session = try await TerminalSession(columns: 100, rows: 30)
      try session.run("briefing '\(Self.path)'")
      try await session.wait(for: "Missile sale")
      for (number, subject) in Self.subjects.enumerated() {
        try session.press("g")
        try session.type("/\(subject.word)")
        try await session.wait(for: " of ")
        try session.press("Enter")
        try await session.wait(for: "“\(subject.word)” 1 of")
        // One after the other: in one write they are Alt and s.
        try session.press("Escape")
        try await session.wait(for: "no match") { !$0.text.contains("“\(subject.word)” 1 of") }
        try session.press("s")
        try await session.wait(for: "Jump to:")
        try session.type(subject.letters)
        try await session.wait(for: "Jump to: \(subject.letters)")
        try session.press("Enter")
        try await session.wait(for: "the section \(subject.title)") { screen in
          !screen.text.contains("Jump to:") && screen.firstTextLine().hasSuffix(subject.title)
            && screen.text.contains("▸ \(number + 1)")
        }
      }
    }

    @Test func `each subject is printed by its section`() throws {
      let titles = Self.subjects.map(\.title)
      for subject in Self.subjects {
        let run = try CommandLineRun(["show", Self.path, "--section", subject.selector])
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines.first == subject.title)
        #expect(lines.filter(titles.contains).count == 1, "no other section is printed")
      }
    }
  }
}
