import Testing

extension EndToEnd {
  /// Read and unread, as the list shows it.
  @Suite(.serialized) struct ReadMarkTests {
    @Test func `marks by hand are in the list, undone there, and there again in the next run`() async throws {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: try SampleLibrary.folder())
      try session.run("briefing library")
      try await session.wait(for: "both unread") { Self.unread($0) == ["Harbour works", "Şehir içi trams"] }
      try session.press("Enter")
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.type("1x2x")
      try await session.wait(for: "Marked “Cranes” read · U undoes")
      try session.press("q")
      try await session.wait(for: "3 of 5 new")
      try session.press("j", "x")
      try await session.wait(for: "one unread") { Self.unread($0) == ["Harbour works"] }
      try session.press("k", "x")
      try await session.wait(for: "none unread") { Self.unread($0) == [] }
      try session.press("U")
      try await session.wait(for: "one unread again") { Self.unread($0) == ["Harbour works"] }
      try session.press("Q")
      try await session.waitForShell()
      try session.run("clear; briefing library")
      try await session.wait(for: "the marks of the run before") {
        Self.unread($0) == ["Harbour works"] && $0.text.contains("3 of 5 new")
      }
      try session.press("q")
      try await session.waitForShell()
    }

    @Test func `what was on the screen for its time is read, also where the program is killed`() async throws
    {
      let session = try await TerminalSession(columns: 100, rows: 30, folder: try SampleLibrary.folder())
      try session.run("briefing library/older/trams.md & fg")
      try await session.wait(for: "an unread section") { $0.text.contains("●") }
      try await session.wait(for: "no unread section") {
        $0.text.contains("Every ten minutes.") && !$0.text.contains("●")
      }
      // So long a mark may wait.
      try await Task.sleep(for: .seconds(1))
      try session.press("C-z")
      try await session.wait(for: "Stopped")
      try session.run("kill -9 %1; clear; reset; briefing library")
      try await session.wait(for: "the trams read") { Self.unread($0) == ["Harbour works"] }
      try session.press("q")
      try await session.waitForShell()
    }

    /// The titles that have the sign of what is unread; nil before both are shown.
    private static func unread(_ screen: TerminalScreenshot) -> [String]? {
      // The last line may name one as well.
      let rows = screen.lines.prefix(10).filter {
        ($0.contains("Harbour works") || $0.contains("Şehir içi trams")) && !$0.contains("Continue:")
      }
      guard screen.isAlternate, rows.count == 2 else { return nil }
      return rows.filter { $0.hasPrefix("●") }.map {
        $0.contains("Harbour works") ? "Harbour works" : "Şehir içi trams"
      }
    }
  }
}
