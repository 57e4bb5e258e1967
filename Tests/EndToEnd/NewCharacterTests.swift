import Testing

extension EndToEnd {
  /// Characters that are newer than the C library of the program or of the terminal.
  @Suite(.serialized) struct NewCharacterTests {
    private let folder = TemporaryFolder()

    init() throws {
      // Unicode 15: two columns each.
      try folder.write(
        "# Signs\n\n| sign | name |\n|---|---|\n| 🫨 | shaking |\n| 🪿 | goose |\n| ok | plain |\n",
        to: "new.md")
    }

    @Test func `what stands right of them is aligned, whether the terminal knows them or not`() async throws {
      let session = try await TerminalSession(folder: folder)
      try session.run("briefing new.md")
      let screen = try await session.wait(for: "plain")
      // A terminal that knows none of them leaves the sign below them.
      let shown = screen.text.replacing("🫨", with: "� ").replacing("🪿", with: "� ")
      let rows = shown.split(separator: "\n").map(String.init)
      let column = try #require(rows.first { $0.contains("plain") }?.range(of: "plain")?.lowerBound)
      let place = rows.first { $0.contains("plain") }.map { $0.distance(from: $0.startIndex, to: column) }
      for (name, sign) in [("shaking", "� "), ("goose", "� ")] {
        let row = try #require(rows.first { $0.contains(name) })
        let start = try #require(row.range(of: name)?.lowerBound)
        #expect(row.distance(from: row.startIndex, to: start) == place)
        #expect(row.contains(sign))
      }
    }

    @Test func `they reach the terminal as they are written`() async throws {
      let terminal = try WindowlessTerminal([folder.path + "/new.md"], folder: folder)
      let text = try await terminal.wait(for: "plain")
      #expect(text.contains("🫨"))
      #expect(text.contains("🪿"))
      terminal.type("Q")
      #expect(try await terminal.end() == .status(0))
    }
  }
}
