import Testing

/// What a feed has that was imported before.
extension ImportCommandTests {
  /// A folder into which a feed is imported again and again.
  private struct Desk {
    let folder = TemporaryFolder()
    let portion: String

    init(portion: String) throws {
      self.portion = portion
      try folder.write("", to: "news/x.txt")
    }

    func take(_ items: [String]) throws -> (paths: [String], errors: String) {
      let items = items.map { "<item><pubDate>Thu, 15 May 2025 09:00:00 GMT</pubDate>\($0)</item>" }
      try folder.write(
        "<rss><channel><title>Desk</title>\(items.joined())</channel></rss>", to: "feed.xml")
      let result = try Subprocess.run(
        [
          "env", "-C", folder.path, try BuiltProgram.url.path, "import", "feed.xml", "--one-a", portion,
          "--into", "news",
        ],
        environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "BRIEFING_STATE": "off"], folder: folder)
      return (result.output.split(separator: "\n").map(String.init), result.errors)
    }
  }

  /// Release notes with a place for each entry, and status pages with none, with ids and without.
  @Test(
    arguments: [
      "<guid isPermaLink='false'>tag:example.org,2025:notes#N</guid><link>https://example.org/notes#N</link>",
      "<guid isPermaLink='false'>tag:example.org,2025:notes#N</guid><link>https://example.org/notes</link>",
      "<guid>https://example.org/notes#N</guid><link>https://example.org/notes</link>",
      "<guid>https://example.org/notes#N</guid><link>https://example.org/notes#N</link>",
      "<link>https://example.org/notes#N</link>", "<link>https://example.org/notes</link>",
    ], ["entry", "day"])
  func `entries of one page are as many briefings, each written once`(item: String, portion: String) throws {
    let desk = try Desk(portion: portion)
    let items = (1...4).map {
      "<title>Note \($0)</title>\(item.replacing("N", with: "May_\($0)"))<description>Words of \($0).</description>"
    }
    let first = try desk.take(Array(items[..<3]))
    #expect(first.paths.count == (portion == "day" ? 1 : 3))
    #expect(first.errors == "")
    let again = try desk.take(Array(items[..<3]))
    #expect(again.paths == [])
    #expect(again.errors == "")
    let later = try desk.take(Array(items[1...]))
    #expect(later.paths.count == 1)
    #expect(later.errors == "")
    let text = try #require(later.paths.first.flatMap(desk.folder.read))
    #expect(text.contains("Words of 4.") && !text.contains("Words of 3."))
  }

  /// As the BBC's ids do.
  @Test(arguments: [("entry", "2025-05-15-talks.md"), ("day", "2025-05-15-desk.md")])
  func `an id that counts versions is that of one article`(portion: String, name: String) throws {
    let desk = try Desk(portion: portion)
    func item(_ version: Int) -> String {
      "<title>Talks</title><guid isPermaLink='false'>https://example.org/a#\(version)</guid><link>https://example.org/a?at_medium=RSS</link><description>Version \(version).</description>"
    }
    #expect(try desk.take([item(0)]).paths == ["news/\(name)"])
    #expect(try desk.take([item(0)]).paths == [])
    let later = try desk.take([item(1)])
    #expect(later.paths == [])
    #expect(later.errors == "briefing: updated: Talks (news/\(name))\n")
  }
}
