import Foundation
import Testing

/// `briefing import`: from other forms to briefings.
@Suite struct ImportCommandTests {
  private static let article = """
    Missiles for Turkey

    The sale was cleared on Wednesday, and needs a vote in Congress before anything is delivered to Ankara.

    What comes next

    The ministers of NATO meet in Antalya, and talks about a ceasefire are expected to go on in Istanbul.

    """

  @Test func `an article becomes a briefing, whose path is printed`() throws {
    let run = try CommandLineRun(
      ["import", "a.txt", "--into", "news"], files: ["a.txt": Self.article, "news/x.md": ""])
    #expect(run.output == "news/missiles-for-turkey.md\n")
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func `what comes by a pipe is shown by dry run as JSON`() throws {
    let run = try CommandLineRun(["import", "-", "--dry-run", "--json"], input: Self.article)
    let rows = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    #expect(rows.count == 1)
    #expect(rows[0]["title"] as? String == "Missiles for Turkey")
    #expect(rows[0]["path"] as? String == "missiles-for-turkey.md")
    #expect(rows[0]["status"] as? String == "new")
    #expect(rows[0]["date"] is NSNull)
  }

  /// Two files of one run, of which the second is the first one again and the third another article of that title.
  @Test func `nothing is overwritten`() throws {
    let other = Self.article.replacingOccurrences(of: "Wednesday", with: "Thursday")
    let run = try CommandLineRun(
      ["import", "a.txt", "b.txt", "c.txt", "--into", "news"],
      files: [
        "a.txt": Self.article, "b.txt": Self.article, "c.txt": other,
        "news/missiles-for-turkey.md": "mine\n",
      ])
    #expect(run.output == "news/missiles-for-turkey-2.md\nnews/missiles-for-turkey-3.md\n")
    #expect(run.errors == "briefing: news/missiles-for-turkey-2.md: is there already, with the same text\n")
    #expect(run.status == 0)
  }

  /// Where it was sorted away, it is known all the same.
  @Test func `what stands in a folder below is known`() throws {
    let page = """
      <html><head><title>T</title><link rel=canonical href="https://example.org/a"></head><body><article>
      <h1>The title</h1><p>A paragraph that says something about the talks in Ankara.</p></article></body></html>
      """
    let run = try CommandLineRun(
      ["import", "a.html", "--into", "news"],
      files: ["a.html": page, "news/2025/old.md": "---\nurl: https://example.org/a\n---\nText.\n"])
    #expect(run.output == "")
    #expect(run.errors == "briefing: news/2025/old.md: is there already; remove it to import it again\n")
  }

  @Test(arguments: [
    (["import", "none.txt"], "none.txt: no such file or folder; check the path"),
    (["import", "empty.txt"], "empty.txt: has no text; name a file with an article in it"),
    (
      ["import", "a.md"],
      "a.md: is Markdown, as briefings are; copy it into the folder, or say that it is plain text: --format text"
    ),
    (["import", "a.txt", "--into", "gone"], "gone: no such file or folder; check the path"),
    (["import", "a.txt", "--into", "a.txt"], "a.txt: is a file, not a folder; name a folder: --into FOLDER"),
  ])
  func `what cannot be imported is named`(arguments: [String], message: String) throws {
    let run = try CommandLineRun(
      arguments, files: ["a.txt": Self.article, "a.md": "# A\n", "empty.txt": " \n"])
    #expect(run.output == "")
    #expect(run.errors == "briefing: \(message)\n")
    #expect(run.status == 1)
  }

  @Test func `the others are imported all the same`() throws {
    let run = try CommandLineRun(["import", "none.txt", "a.txt"], files: ["a.txt": Self.article])
    #expect(run.output == "missiles-for-turkey.md\n")
    #expect(run.status == 1)
  }

  private static func entry(_ number: Int, day: String, updated: String? = nil) -> String {
    """
    <entry><id>urn:entry:\(number)</id><title>Entry \(number)</title><link href="https://example.org/\(number)"/>
    <published>\(day)T10:00:00Z</published><updated>\(updated ?? day)T10:00:00Z</updated><content>Words of \(number).</content></entry>
    """
  }
  private static func feed(_ entries: String...) -> String {
    "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>The Desk</title>\(entries.joined())</feed>"
  }

  /// A folder that a first run has filled, as the paths of it say.
  @Test func `entries that are there are not written again, and updated ones are told`() throws {
    let first = try CommandLineRun(
      ["import", "feed.xml", "--into", "news"],
      files: [
        "feed.xml": Self.feed(Self.entry(1, day: "2025-05-14"), Self.entry(2, day: "2025-05-15")),
        "news/x.md": "",
      ])
    #expect(first.output == "news/2025-05-14-entry-1.md\nnews/2025-05-15-entry-2.md\n")
    let known = { (number: Int, day: String) in
      "---\ntitle: Renamed\ndate: \(day)T10:00Z\nurl: https://example.org/\(number)\nid: urn:entry:\(number)\n---\nMine.\n"
    }
    let second = try CommandLineRun(
      ["import", "feed.xml", "--into", "news"],
      files: [
        "feed.xml": Self.feed(
          Self.entry(1, day: "2025-05-14"), Self.entry(2, day: "2025-05-15", updated: "2025-05-16"),
          Self.entry(3, day: "2025-05-16")),
        "news/one.md": known(1, "2025-05-14"), "news/two.md": known(2, "2025-05-15"),
      ])
    #expect(second.output == "news/2025-05-16-entry-3.md\n")
    #expect(
      second.errors
        == "briefing: news/two.md: has been changed by its publisher since; remove it to import it again\n")
    #expect(second.status == 0)
  }

  @Test func `a day's entries are one briefing, and only new ones make another`() throws {
    let digest =
      "---\ntitle: The Desk\ndate: 2025-05-15\nsource: The Desk\nids: [\"urn:entry:1\", \"urn:entry:2\"]\n---\nx\n"
    let feed = Self.feed(
      Self.entry(1, day: "2025-05-15"), Self.entry(2, day: "2025-05-15"), Self.entry(3, day: "2025-05-15"))
    let first = try CommandLineRun(
      ["import", "feed.xml", "--one-a", "day", "--into", "news"], files: ["feed.xml": feed, "news/x.md": ""])
    #expect(first.output == "news/2025-05-15-the-desk.md\n")
    let second = try CommandLineRun(
      ["import", "feed.xml", "--one-a", "day", "--into", "news", "--json"],
      files: ["feed.xml": feed, "news/2025-05-15-the-desk.md": digest])
    let rows = try #require(JSONSerialization.jsonObject(with: Data(second.output.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["status"] as? String } == ["known", "known", "written"])
    #expect(rows[2]["path"] as? String == "news/2025-05-15-the-desk-2.md")
  }

  @Test func `a page is known by its address`() throws {
    let page =
      "<html><head><title>T</title><link rel=canonical href='http://example.org/a/'></head><body><p>Words of a page.</p></body></html>"
    let run = try CommandLineRun(
      ["import", "-", "--into", "news"], input: page,
      files: ["news/old.md": "---\ntitle: T\nurl: https://example.org/a\n---\nx\n"])
    #expect(run.output == "")
    #expect(run.errors == "briefing: news/old.md: is there already; remove it to import it again\n")
    #expect(run.status == 0)
  }

  @Test func `lists of feeds are listed`() throws {
    let run = try CommandLineRun(
      ["import", "-"],
      input: "<opml><body><outline text='A' xmlUrl='https://example.org/a.xml'/></body></opml>")
    #expect(run.output == "https://example.org/a.xml\n")
    #expect(run.status == 0)
  }

  @Test func `mails are decoded by the C library`() throws {
    let run = try CommandLineRun(
      ["import", "-"],
      input:
        "From: =?iso-8859-2?Q?Ku=F8e?= <a@example.org>\nTo: b@example.org\nSubject: =?koi8-r?B?zs/Xz9PUyQ==?=\nDate: Thu, 15 May 2025 08:30:00 +0200\n\nWords.\n"
    )
    #expect(run.output == "2025-05-15-новости.md\n")
  }

  /// Nothing that a title or file says can be written to, or reach the terminal.
  @Test func `a title stays in the folder`() throws {
    let run = try CommandLineRun(
      ["import", "-", "--into", "news", "--format", "html"],
      input: "<title>../../../tmp/x\u{1B}[31m</title><p>Words of a page.</p>", files: ["news/x.md": ""])
    #expect(run.output == "news/tmpx31m.md\n")
  }

  /// What `show` prints is a page like others.
  @Test func `a page that the program has printed gives the same sections and text`() throws {
    let briefing = """
      ---
      title: Missiles for Turkey
      date: 2025-05-15
      lang: en
      ---
      The lead has **some** words, a [link](https://example.org/a?b=c&d=e), `code` and a note.[^1]

      ## Prices

      | Kind | Price |
      | --- | --- |
      | AIM-120 | 225 |

      - one
      - two
        1. three

      ### Below

      > said *so*

      ```sh
      ls -l
      ```

      ## Next

      The last of it, with 10⁶ of them.

      [^1]: The note.

      """
    let folder = TemporaryFolder()
    try folder.write(briefing, to: "a.md")
    try folder.write("", to: "news/x.txt")
    func run(_ arguments: String...) throws -> String {
      let result = try Subprocess.run(
        ["env", "-C", folder.path, try BuiltProgram.url.path] + arguments,
        environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "BRIEFING_STATE": "off"], folder: folder)
      #expect(result.errors == "")
      return result.output
    }
    try folder.write(try run("show", "a.md", "--format", "html", "--standalone"), to: "a.html")
    let path = "news/2025-05-15-missiles-for-turkey.md"
    #expect(try run("import", "a.html", "--into", "news") == path + "\n")
    #expect(
      try run("show", path, "--format", "text", "--width", "80")
        == run("show", "a.md", "--format", "text", "--width", "80"))
    #expect(try run("outline", path) == run("outline", "a.md"))
  }
}
