import BriefingCore
import Testing

@testable import BriefingReader

/// Links that name a briefing otherwise than by its path.
@Suite struct LibraryPathsTests {
  private static let paths = LibraryPaths(
    [
      "2025/today.md", "2025/plain.md", "UPPER.MD", "Deep Sea.markdown", "guide/index.md",
      "content/blog/rain.md",
      "_posts/en/newsletters/2022-05-11-newsletter.md", "_posts/ja/newsletters/2022-05-11-newsletter.md",
      "_posts/2023-01-02-grain.md", "_posts/2023-01-02-oil.md", "daily/20240607.md", "other/plain.md",
    ].map { CatalogueRow(path: $0, title: "T") })

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

  /// Briefings whose front matter says where they are on their site.
  private static let site: [CatalogueRow] = {
    func row(_ path: String, _ frontMatter: String) -> CatalogueRow? {
      let bytes = Array("---\n\(frontMatter)\n---\n\nText.\n".utf8)
      guard let briefing = try? Briefing(parsing: bytes, file: .init(name: "x")) else { return nil }
      return CatalogueRow(
        path: path, title: "T", date: briefing.metadata.date, dateOrigin: briefing.metadata.dateOrigin,
        addresses: briefing.metadata.addresses)
    }
    return [
      row("posts/a.md", "permalink: /blog/Rain/"),
      row("posts/b.md", "url: https://www.example.org/news/sun.html"),
      row("posts/c.md", "slug: grain-tolls\ndate: 2024-03-05"),
      row("posts/d.md", "aliases: [/old/hail/, Ice in May]"),
      row("posts/e.md", "slug: /guides/intro"), row("posts/f.md", "permalink: /:categories/:title/"),
      row("posts/frost.md", "date: 2023-11-07"),
      row("posts/2022-01-01-g.md", "redirect_from:\n  - /2019/wind\nslug: storm"),
      row("Straße/ÄRGER.md", "date: 2021-01-01"), row("posts/h.md", "path: snow/first"),
    ].compactMap(\.self)
  }()

  @Test(
    arguments: [
      ("/blog/rain/", "posts/a.md"), ("/blog/rain", "posts/a.md"), ("/blog/rain/index.html", "posts/a.md"),
      ("/news/sun/", "posts/b.md"), ("/NEWS/sun.html#x", "posts/b.md"), ("/sun/", "posts/b.md"),
      ("/docs/blog/rain/", "posts/a.md"), ("/posts/grain-tolls/", "posts/c.md"),
      ("/2024/03/05/grain-tolls/", "posts/c.md"), ("/2024/03/grain-tolls.html", "posts/c.md"),
      ("/2024/04/05/grain-tolls/", nil), ("/old/hail/", "posts/d.md"), ("Ice in May", "posts/d.md"),
      ("/guides/intro", "posts/e.md"), ("/intro", "posts/e.md"), ("/:categories/:title/", nil),
      ("/2023/11/07/frost/", "posts/frost.md"), ("/2023/11/frost/", "posts/frost.md"),
      ("/2023/11/08/frost/", nil),
      ("/2023/11/", nil), ("/2019/wind/", "posts/2022-01-01-g.md"),
      ("/2022/01/01/storm/", "posts/2022-01-01-g.md"),
      ("/storm/", "posts/2022-01-01-g.md"), ("/snow/first/", "posts/h.md"),
      ("straße/ärger", "Straße/ÄRGER.md"),
      ("/rain/x/", nil), ("/blog/", nil),
    ] as [(String, String?)])
  func siteAddresses(destination: String, path: String?) throws {
    // As rows at hand, as those of a list, and as those that were kept.
    var table = CatalogueTable()
    var writer = CatalogueWriter()
    for row in Self.site {
      var row = row
      row.path = "lib/" + row.path
      let card = CatalogueCard(row, root: "lib")
      _ = table.put(card)
      writer.append(card, path: row.path.dropFirst(4), stamp: .zero, rank: 0)
    }
    var kept = CatalogueTable()
    _ = kept.put(try #require(CatalogueBatch(writer.bytes, root: "lib", first: 0)))
    for paths in [
      LibraryPaths(Self.site), LibraryPaths(table, root: "lib/"), LibraryPaths(kept, root: "lib/"),
    ] {
      let target = LinkTarget(destination, in: "today.md") { paths }
      if let path {
        #expect(target == .briefing(path: path, anchor: destination.hasSuffix("#x") ? "x" : nil))
      } else if case .refused = target {
        continue
      } else {
        Issue.record("\(destination) leads to \(target)")
      }
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
