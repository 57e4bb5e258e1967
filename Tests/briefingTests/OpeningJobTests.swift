import BriefingCore
import BriefingFiles
import BriefingLayout
import BriefingStore
import CommonMarkSamples
import TestFolders
import Testing

@testable import BriefingReader
@testable import BriefingTerminal
@testable import briefing

/// What reading a file tells, and in which order.
@Suite struct OpeningJobTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The units of the pages that opening a file tells, the front's first.
  private func open(_ path: String, _ performer: Performer = Performer(library: nil, state: nil)) throws -> (
    front: Int?, whole: Int?
  ) {
    var units: (front: Int?, whole: Int?)
    for event in try run(.open(path: path), performer) {
      switch event {
      case .openedFront(_, let page, let size):
        #expect(units.whole == nil, "it comes first")
        #expect(FileStamp(path: path)?.size == Int64(size))
        #expect(units.front ?? 0 < page.unitCount, "a second one is longer")
        units.front = page.unitCount
      case .opened(_, let page, _, _): units.whole = page.unitCount
      // Where it takes long.
      case .openingCame: break
      default: Issue.record("\(event)")
      }
    }
    return units
  }

  private func run(_ work: Work, _ performer: Performer) throws -> [Event] {
    Jobs(mailbox: Mailbox(waking: try #require(SelfPipe())), perform: performer.perform).run(work)
  }

  @Test func `a long briefing tells its front first`() throws {
    let path = try folder.write("long.md", bytes: NewsSample.make(byteCount: 1_200_000))
    let (front, whole) = try open(path)
    #expect(try #require(front) < #require(whole))
  }

  @Test func `a short one is told at once`() throws {
    let path = try folder.write("short.md", bytes: NewsSample.make(byteCount: 600_000))
    let (front, whole) = try open(path)
    #expect(front == nil && whole != nil)
  }

  /// Bytes at the start, and between the news.
  @Test(arguments: [("", "\u{FFFD}\u{FF}"), ("\u{FEFF}", "\u{0}")])
  func `what the rest may change is not told before it`(start: String, middle: String) throws {
    let news = NewsSample.make(byteCount: 1_200_000)
    let end = "\n\n[a]: https://example.org\n\n"
    let heading = Array("# News\n\n".utf8)
    var bytes = Array(start.utf8) + heading + Array(middle.utf8) + news + Array(end.utf8)
    if middle.hasPrefix("\u{FFFD}") { bytes[heading.count] = 0xFF }
    let (front, whole) = try open(try folder.write("open.md", bytes: bytes))
    #expect(front == nil && whole != nil)
  }

  /// What a scan of the file does not understand waits for the parser.
  @Test(arguments: [("> [a]: /b\n", 4...4), ("[a]: /b\n", 100...10_000)])
  func `a link that is defined further on does not hold back what stands before it`(
    definition: String, units: ClosedRange<Int>
  ) throws {
    let start = "# News\n\n## Talks\n\nShort.\n\n## Jets\n\nA bracket [a].\n\n"
    let news = Array(start.utf8) + NewsSample.make(byteCount: 1_200_000) + Array("\n\n\(definition)".utf8)
    let front = try #require(try open(try folder.write("open.md", bytes: news)).front)
    #expect(units.contains(front))
  }

  /// It defines nothing: brackets are brackets.
  @Test func `brackets without definitions do not hold the front back for good`() throws {
    let section = "## Talks\n\nHe said so [sic].\n\n"
    let news = Array(("# News\n\n" + String(repeating: section, count: 50_000)).utf8)
    let front = try #require(try open(try folder.write("sic.md", bytes: news)).front)
    #expect(front > 1000)
  }

  @Test func `who was further on does not see the start first`() throws {
    let path = try folder.write("long.md", bytes: NewsSample.make(byteCount: 1_200_000))
    let performer = Performer(library: nil, state: StateLocation(folder: "\(folder.path)/state"))
    defer { performer.close() }
    // As the program starts: it opens the state, for which nothing waits here.
    _ = try run(.recallView(library: nil), performer)
    guard case .opened(_, let page, let version?, _)? = try run(.open(path: path), performer).last else {
      Issue.record("not opened")
      return
    }
    let left = UnknownPlace(
      serial: 1, path: path, page: page, version: version, top: Place(unit: page.unitCount / 2),
      progress: 500,
      time: 1_000_000)
    _ = try run(.rememberPlace(left), performer)
    let (front, whole) = try open(path, performer)
    #expect(front == nil && whole != nil)
  }
}
