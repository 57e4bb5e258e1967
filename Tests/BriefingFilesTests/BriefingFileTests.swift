import BriefingCore
import Dispatch
import Glibc
import TestFolders
import Testing

@testable import BriefingFiles

@Suite struct BriefingFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func readsAllOfARegularFile() throws {
    let text = String(repeating: String(repeating: "line\r\n", count: 100) + "\0", count: 300)
    let file = try BriefingFile(path: folder.write("A b.md", text))
    #expect(file.bytes == Array(text.utf8))
    #expect(file.facts.name == "A b")
  }

  @Test func readingAsksBeforeEachBlockAndStopsWhenTold() throws {
    let path = try folder.write("long.md", String(repeating: "words ", count: 200_000))
    var asked = 0
    _ = try BriefingFile(path: path) {
      asked += 1
      return false
    }
    #expect(asked >= 1_200_000 / TextScan.blockSize)
    #expect(throws: CancellationError.self) {
      var answers = 0
      _ = try BriefingFile(path: path) {
        answers += 1
        return answers == asked / 2
      }
    }
  }

  /// As a mail's are: its first lines do not say what all of it is in.
  @Test func bytesStayAsTheyAreWhereThatIsAsked() throws {
    let bytes = Array("charset=iso-8859-1 caf".utf8) + [0xE9]
    let path = try folder.write("a.eml", "")
    bytes.withUnsafeBytes { bytes in
      let file = open(path, O_WRONLY)
      _ = write(file, bytes.baseAddress, bytes.count)
      close(file)
    }
    let file = try BriefingFile(path: path, isLeftAsIs: { $0 == bytes })
    #expect(file.bytes == bytes)
    #expect(file.facts.encodingProblem == nil)
    #expect(try BriefingFile(path: path).bytes == Array("charset=iso-8859-1 café".utf8))
  }

  @Test func anEmptyFileIsAnEmptyBriefing() throws {
    let briefing = try BriefingFile(path: folder.write("empty.md", "")).parse()
    #expect(briefing.metadata.title == "Empty")
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
    #expect(error?.reason == "is larger than 256 MB")
  }

  /// A few bytes a line can ask for many times the memory that the file takes.
  @Test(arguments: [
    (Briefing.Limits(blocks: 5), "more than 5 blocks (headings, paragraphs, items …)"),
    (Briefing.Limits(blocks: 6, headings: 2), "more than 2 headings"),
  ])
  func refusesTooManyBlocksAndHeadings(limits: Briefing.Limits, reason: String) throws {
    let path = try folder.write("many.md", "# a\n\nb\n\n## c\n\nd\n\n### e\n\nf\n")
    let file = try BriefingFile(path: path)
    let error = #expect(throws: FileError.self) { try file.parse(limits: limits) }
    #expect(error?.message == "\(path): has \(reason); split it")
    #expect(try file.parse(limits: .init(blocks: 6, headings: 3)).sections.count == 2)
  }

  /// As many blocks of text as there may be before the end: none of it is taken for a briefing.
  @Test func refusesWhatIsNoText() throws {
    let path = try folder.write("crash.md", String(repeating: "Talks went on. ", count: 10_000))
    #expect(try BriefingFile(path: path).bytes.count == 150_000)
    truncate(path, 20 << 20)
    let error = #expect(throws: FileError.self) { try BriefingFile(path: path) }
    #expect(error?.message == "\(path): is binary, not text; open it with the program that it is for")
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
    mkfifo("\(folder.path)/pipe", 0o600)
    #expect(try PathKind(folder.path + "/pipe") == .pipe)
    #expect(try PathKind("-") == .pipe)
  }

  /// Its writer comes late, writes in parts, or nothing at all.
  @Test(arguments: [["# One\n", "\nTwo.\n"], []]) func aNamedPipeIsReadWhereTheReaderHasNamedIt(
    parts: [String]
  ) throws {
    let path = folder.path + "/news.md"
    mkfifo(path, 0o600)
    DispatchQueue(label: "writer").async {
      usleep(50_000)
      let pipe = open(path, O_WRONLY)
      defer { close(pipe) }
      for part in parts {
        _ = part.withCString { write(pipe, $0, strlen($0)) }
        usleep(20_000)
      }
    }
    let file = try BriefingFile(path: path, takesPipes: true)
    #expect(file.bytes == Array(parts.joined().utf8))
    #expect(file.facts.name == "news")
    #expect(file.facts.modified == nil)
  }
}
