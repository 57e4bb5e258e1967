import Foundation
import Testing

extension EndToEnd {
  /// Coming back to a briefing.
  @Suite(.serialized) struct ResumeTests {
    @Test func `a briefing opens at the line where it was left, at another width`() async throws {
      let folder = try SampleLibrary.folder()
      let session = try await TerminalSession(columns: 100, rows: 30, folder: folder)
      try session.run("briefing library/harbour.md")
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.press("3", "j", "j", "j", "j")
      let line = "Night ferries item 2."
      try await session.wait(for: line) { $0.firstTextLine().hasSuffix(line) }
      try session.press("q")
      try await session.waitForShell()
      try session.resize(columns: 60, rows: 20)
      try session.run("clear; cd library; briefing harbour.md")
      try await session.wait(for: line) {
        $0.firstTextLine().hasSuffix(line) && $0.text.contains("where you left off · g start")
      }
      try session.press("g")
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.press("q")
      try await session.waitForShell()

      let state = folder.path + "/.local/state/briefing"
      for (path, mode) in [(state, 0o700), (state + "/state.sqlite", 0o600)] {
        let facts = try FileManager.default.attributesOfItem(atPath: path)
        #expect((facts[.posixPermissions] as? NSNumber)?.intValue == mode, "\(path)")
      }
    }

    @Test(arguments: ["TERM", "HUP", "INT"])
    func `the place is kept at once where a signal ends the program`(signal: String) async throws {
      let session = try await TerminalSession(
        columns: 100, rows: 30, folder: try SampleLibrary.folder())
      try session.run("sh -c 'echo $$ > pid; exec briefing library/harbour.md'; echo over")
      try await session.wait(for: "the outline's signs") { $0.text.contains("●") }
      try session.press("4")
      try await session.wait(for: "the section") { $0.firstTextLine().contains("Customs hall") }
      let process = session.folder.read("pid")?.trimmingCharacters(in: .whitespacesAndNewlines)
      _ = try Subprocess.run(
        ["kill", "-\(signal)", try #require(process)], environment: ["PATH": "/usr/bin:/bin"],
        folder: session.folder)
      try await session.wait(for: "over") { !$0.isAlternate && $0.lines.contains("over") }
      try session.run("clear; briefing library/harbour.md")
      try await session.wait(for: "where you left off") {
        $0.firstTextLine().contains("Customs hall") && $0.text.contains("where you left off")
      }
      try session.press("q")
      try await session.waitForShell()
    }

    @Test func `a bookmark of an earlier run leads there from the list, and so does the history`()
      async throws
    {
      let session = try await TerminalSession(
        columns: 100, rows: 30, folder: try SampleLibrary.folder())
      try session.run("briefing library")
      try await session.wait(for: "Harbour works")
      try session.press("Enter")
      try await session.wait(for: "The harbour is being rebuilt.")
      try session.type("4ma2")
      try await session.wait(for: "the section") { $0.firstTextLine().contains("Cranes") }
      try session.press("Q")
      try await session.waitForShell()
      try session.run("clear; briefing library")
      try await session.wait(for: "Harbour works")
      try session.type("B")
      try await session.wait(for: "the bookmark") { $0.text.contains(" a  Customs hall") }
      try session.press("Escape")
      try await session.wait(for: "the list") { !$0.text.contains(" a  Customs hall") }
      try session.type("'a")
      // The signs come with what is remembered; who leaves before has not been there.
      try await session.wait(for: "its place") {
        $0.firstTextLine().contains("Customs hall") && $0.text.contains("●")
      }
      try session.type("qH")
      try await session.wait(for: "the history") {
        $0.text.contains("History") && $0.text.contains("Harbour works")
      }
      try session.press("Enter")
      try await session.wait(for: "where you left off") { $0.firstTextLine().contains("Customs hall") }
      try session.press("Q")
      try await session.waitForShell()
    }

    @Test func `a bookmark at a row of a table is one line in the list of bookmarks`() async throws {
      let folder = try SampleLibrary.folder()
      try folder.write(
        "# Figures\n\n| Port | Ships |\n|---|---|\n| Izmir | 12 |\n\n\(String(repeating: "text\n\n", count: 60))",
        to: "t.md")
      let session = try await TerminalSession(columns: 60, rows: 12, folder: folder)
      try session.run("briefing t.md")
      try await session.wait(for: "Ships")
      try session.type("jjma")
      try await session.wait(for: "the bookmark's message") {
        $0.text.contains("Bookmark") || $0.text.contains("bookmark")
      }
      try session.type("B")
      try await session.wait(for: "one line") { $0.text.contains(" a  Port Ships") }
      try session.press("q", "q")
      try await session.waitForShell()
    }

    @Test(arguments: ["briefing --no-state", "BRIEFING_STATE=off briefing"])
    func `without state nothing is remembered, and no file is made`(command: String) async throws {
      let folder = try SampleLibrary.folder()
      let session = try await TerminalSession(columns: 100, rows: 30, folder: folder)
      for _ in 0..<2 {
        try session.run("clear; \(command) library/harbour.md")
        try await session.wait(for: "The harbour is being rebuilt.")
        try session.press("3")
        try await session.wait(for: "the section") { $0.firstTextLine().contains("Night ferries") }
        try session.press("q")
        try await session.waitForShell()
      }
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/.local/state/briefing/state.sqlite"))
    }

    @Test func `a home that cannot be written to is said once, and one reads on`() async throws {
      let folder = try SampleLibrary.folder()
      // A file stands where the folder would have to be.
      try Data().write(to: URL(fileURLWithPath: folder.path + "/.local"))
      let session = try await TerminalSession(columns: 100, rows: 30, folder: folder)
      try session.run("briefing library/harbour.md")
      try await session.wait(for: "What you read is not remembered")
      try session.press("3")
      try await session.wait(for: "the section") {
        $0.firstTextLine().contains("Night ferries") && !$0.text.contains("not remembered")
      }
      try session.press("q")
      try await session.waitForShell()
    }
  }
}
