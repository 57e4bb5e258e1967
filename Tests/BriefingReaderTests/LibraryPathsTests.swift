import BriefingCore
import Testing

@testable import BriefingReader

/// Links that name a briefing otherwise than by its path.
@Suite struct LibraryPathsTests {
  private static let paths = LibraryPaths([
    "2025/today.md", "2025/plain.md", "UPPER.MD", "Deep Sea.markdown", "guide/index.md",
    "content/blog/rain.md",
    "_posts/en/newsletters/2022-05-11-newsletter.md", "_posts/ja/newsletters/2022-05-11-newsletter.md",
    "_posts/2023-01-02-grain.md", "_posts/2023-01-02-oil.md", "daily/20240607.md", "other/plain.md",
  ])

  /// A link in `2025/today.md`, and the path and anchor that it leads to; nil where it leads nowhere.
  @Test(
    arguments: [
      ("plain", "2025/plain.md", nil), ("plain#a", "2025/plain.md", "a"),
      ("../other/plain", "other/plain.md", nil),
      ("PLAIN.md", "2025/plain.md", nil), ("../upper.md", "UPPER.MD", nil), ("UPPER", "UPPER.MD", nil),
      ("../UPPER.MD", "UPPER.MD", nil), ("Deep%20Sea", "Deep Sea.markdown", nil),
      ("deep sea", "Deep Sea.markdown", nil),
      ("../guide/", "guide/index.md", nil), ("/guide", "guide/index.md", nil),
      ("/blog/rain/", "content/blog/rain.md", nil),
      ("/blog/rain.html?x=1#b", "content/blog/rain.md", "b"),
      ("/en/newsletters/2022/05/11/", "_posts/en/newsletters/2022-05-11-newsletter.md", nil),
      ("/ja/newsletters/2022/5/11/#n", "_posts/ja/newsletters/2022-05-11-newsletter.md", "n"),
      ("/2023/01/02/oil/", "_posts/2023-01-02-oil.md", nil), ("/oil/", "_posts/2023-01-02-oil.md", nil),
      ("/2024/06/07/", "daily/20240607.md", nil),
      // Ambiguous, unknown, or out of the library.
      ("/newsletters/2022/05/11/", nil, nil), ("/2023/01/02/", nil, nil), ("/2023/01/02/gas/", nil, nil),
      ("nosuch", nil, nil),
      ("/", nil, nil), ("../../plain", nil, nil), ("x.txt", nil, nil), ("rain/../../../x", nil, nil),
      ("%00", nil, nil),
    ] as [(String, String?, String?)])
  func find(destination: String, path: String?, anchor: String?) {
    let target = LinkTarget(destination, in: "2025/today.md") { Self.paths }
    if let path { return #expect(target == .briefing(path: path, anchor: anchor)) }
    guard case .refused = target else {
      Issue.record("\(destination) leads to \(target)")
      return
    }
  }

  @Test func whatIsNotListedYetIsStillOpened() {
    #expect(LinkTarget("new.md", in: "a.md") { Self.paths } == .briefing(path: "new.md", anchor: nil))
  }

  @Test func aFileOpenedByItselfHasNeighbours() {
    #expect(LinkTarget("plain", in: "a.md") { .unknown } == .briefing(path: "plain.md", anchor: nil))
    #expect(LinkTarget("UPPER.MD", in: "a.md") { .unknown } == .briefing(path: "UPPER.MD", anchor: nil))
    for destination in ["x.txt", "/plain", "folder/", "../x"] {
      guard case .refused = LinkTarget(destination, in: "a.md", library: { .unknown }) else {
        Issue.record("\(destination) is followed")
        continue
      }
    }
  }
}
