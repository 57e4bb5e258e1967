import Foundation
import Testing

extension EndToEnd {
  /// `:import` in the program: an article becomes a row of the list.
  @Suite(.serialized) struct ImportTests {
    private static let article = """
      Missiles for Turkey

      The sale was cleared on Wednesday, and needs a vote in Congress before anything is delivered to Ankara.

      What comes next

      The ministers of NATO meet in Antalya, and talks about a ceasefire are expected to go on in Istanbul.

      """

    @Test func `an imported article appears in the list, and so does a pasted one`() async throws {
      let folder = try SampleLibrary.folder()
      try folder.write(Self.article, to: "articles/a.txt")
      let session = try await TerminalSession(columns: 100, rows: 30, folder: folder)
      try session.run("briefing library")
      try await session.wait(for: "Harbour works")

      try session.type(":import articles/a.txt")
      try session.press("Enter")
      try await session.wait(for: "library/missiles-for-turkey.md")
      #expect(folder.read("library/missiles-for-turkey.md") == nil, "asked first")
      try session.press("y")
      try await session.wait(for: "Missiles for Turkey")
      #expect(folder.read("library/missiles-for-turkey.md")?.contains("## What comes next") == true)

      try session.type(":import")
      try session.press("Enter")
      try await session.wait(for: "pasted text:")
      try session.paste(Self.article.replacingOccurrences(of: "Turkey", with: "Sweden"))
      try await session.wait(for: "library/missiles-for-sweden.md")
      try session.press("Enter")
      try await session.wait(for: "Missiles for Sweden")

      // What is there is named, and asked about no more.
      try session.type(":import articles/a.txt")
      try session.press("Enter")
      try await session.wait(for: "missiles-for-turkey.md: is there already, with the same text")
      try session.type(":import none.txt")
      try session.press("Enter")
      try await session.wait(for: "none.txt: no such file or folder")
    }
  }
}
