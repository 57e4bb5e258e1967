import BriefingFiles
import Testing

@testable import briefing

@Suite struct MessagesTests {
  private func lines(_ count: Int) -> [String] {
    Messages.lines(
      for: (0..<count).map { FileError(path: "\($0).md", reason: "is a folder", advice: "list it") })
  }

  @Test func eachFileThatCannotBeReadHasALine() {
    #expect(lines(0) == [])
    #expect(lines(10) == (0..<10).map { "\($0).md: is a folder; list it" })
  }

  @Test func ofManyTheFirstAreNamedAndAllAreCounted() {
    #expect(
      lines(10_000)
        == lines(10) + ["10,000 files cannot be read; briefing list shows them all"])
  }
}
