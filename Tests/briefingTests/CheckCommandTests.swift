import TestFolders
import Testing

@testable import briefing

/// `briefing check` with several paths.
@Suite struct CheckCommandTests {
  /// A folder is listed once, however many of its files are named.
  @Test func `files of one folder share what is known of it`() throws {
    let folder = try TemporaryFolder()
    for name in ["a.md", "b.md", "sub/c.md"] { try folder.write(name, "# A\n") }
    let command = try CheckCommand.parse(["a.md", "b.md", "sub/c.md"].map { "\(folder.path)/\($0)" })
    let libraries = try command.briefings().map(\.library)
    #expect(libraries.count == 3)
    #expect(libraries[0] === libraries[1])
    #expect(libraries[0] !== libraries[2])
  }
}
