import BriefingCore
import Glibc
import Testing

@testable import BriefingLibrary

@Suite struct BriefingFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func readsAllOfARegularFile() throws {
    let text = String(repeating: "line\r\n\0", count: 30_000)
    let file = try BriefingFile(path: folder.write("A b.md", text))
    #expect(file.bytes == Array(text.utf8))
    #expect(file.facts.name == "A b")
  }

  @Test func anEmptyFileIsAnEmptyBriefing() throws {
    let briefing = try BriefingFile(path: folder.write("empty.md", "")).parse()
    #expect(briefing.metadata.title == "empty")
    #expect(briefing.sections.isEmpty)
  }

  /// Files of the kernel say that their size is 0.
  @Test func readsToTheEndWhateverTheSizeSays() throws {
    #expect(try !BriefingFile(path: "/proc/self/status").bytes.isEmpty)
  }

  @Test func theModificationTimeIsTheDate() throws {
    let path = try folder.write("old.md", "")
    let times = [timespec(tv_sec: 1_000_000_000, tv_nsec: 0), timespec(tv_sec: 1_000_000_000, tv_nsec: 0)]
    utimensat(AT_FDCWD, path, times, 0)
    let date = try #require(try BriefingFile(path: path).facts.modified)
    // 2001-09-09T01:46Z, in whatever time zone the test runs.
    #expect(date.year == 2001 && date.month == 9 && (8...9).contains(date.day))
    let minute = try #require(date.minute) - #require(date.offset)
    #expect((minute + 24 * 60) % (24 * 60) == 106)
  }

  @Test(arguments: [
    ("missing.md", "no such file", "check the path"), ("", "is a folder", "briefing list"),
    ("pipe.md", "not a regular file", "standard input"), ("circle.md", "in a circle", "repair the links"),
    ("file.md/x.md", "not a folder", "check the path"),
  ])
  func refuses(name: String, reason: String, advice: String) throws {
    try folder.write("file.md", "x")
    try folder.link("circle.md", to: "circle.md")
    mkfifo("\(folder.path)/pipe.md", 0o600)
    let path = name.isEmpty ? folder.path : "\(folder.path)/\(name)"
    let error = #expect(throws: FileError.self) { try BriefingFile(path: path) }
    #expect(error?.path == path)
    #expect(error?.reason.contains(reason) == true)
    #expect(error?.message.contains(advice) == true)
  }

  @Test func refusesDevices() {
    let error = #expect(throws: FileError.self) { try BriefingFile(path: "/dev/zero") }
    #expect(error?.reason == "is not a regular file")
  }

  @Test func refusesWhatIsTooLarge() throws {
    let path = try folder.write("large.md", "")
    truncate(path, off_t(BriefingFile.limit) + 1)
    let error = #expect(throws: FileError.self) { try BriefingFile(path: path) }
    #expect(error?.reason == "is larger than 512 MB")
  }

  @Test(arguments: [
    ("a.md", "a"), ("x/y/a b.markdown", "a b"), ("A.MD", "A"), ("a.md.md", "a.md"), ("a.txt", "a.txt"),
    (".md", ".md"),
    ("x/", "x"),
  ])
  func names(path: String, name: String) {
    #expect(BriefingFile.name(ofPath: path) == name)
  }

  @Test func kindsOfPaths() throws {
    let file = try folder.write("a.md", "")
    #expect(try PathKind(file) == .file)
    #expect(try PathKind(folder.path) == .folder)
    #expect(throws: FileError.self) { try PathKind(folder.path + "/missing") }
  }
}
