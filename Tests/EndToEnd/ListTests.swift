import Foundation
import Testing

extension EndToEnd {
  /// The list as the folder changes under it.
  @Suite(.serialized) struct ListTests {
    @Test func `it follows the folder and keeps the selection`() async throws {
      let folder = TemporaryFolder()
      try folder.write("---\ntitle: First\ndate: 2025-05-15\n---\n", to: "news/a.md")
      try folder.write("---\ntitle: Second\ndate: 2025-05-14\n---\n", to: "news/b.md")
      let session = try await TerminalSession(folder: folder)
      try session.run("briefing news")
      try await session.wait(for: "2 briefings, newest first")
      try session.type("j")
      try folder.write("---\ntitle: Third\ndate: 2025-05-16\n---\n", to: "news/c.md")
      try await session.wait(for: "1 new briefing")
      try await session.wait(for: "the new row") {
        $0.text.contains("Third") && $0.text.contains("3 briefings")
      }
      // Instead of the message, where the selection is: it has moved down with its briefing.
      try session.type("kj")
      try await session.wait(for: "3 of 3")
      try folder.write("---\ntitle: Changed\ndate: 2025-05-17\n---\n", to: "news/b.md")
      try await session.wait(for: "the new title") {
        $0.text.contains("Changed") && $0.text.contains("1 of 3")
      }
      try FileManager.default.removeItem(atPath: folder.path + "/news/a.md")
      try await session.wait(for: "what is left") {
        !$0.text.contains("First") && $0.text.contains("2 briefings")
      }
      try session.press("q")
      try await session.waitForShell()
    }

    @Test func `a folder that is missing fills`() async throws {
      let folder = TemporaryFolder()
      try folder.write("", to: "news/notes.txt")
      let session = try await TerminalSession(folder: folder)
      try session.run("briefing news")
      try await session.wait(for: "There are no briefings in news yet.")
      try FileManager.default.removeItem(atPath: folder.path + "/news")
      try await session.wait(for: "no such file or folder")
      try folder.write("# First\n", to: "news/a.md")
      try await session.wait(for: "the row") { $0.text.contains("First") && $0.text.contains("1 briefing") }
      try session.press("q")
      try await session.waitForShell()
    }
  }
}
