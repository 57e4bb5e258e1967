import BriefingCore
import Testing

@testable import BriefingImport

/// What a page loses at its ends and between its paragraphs.
@Suite struct PageTrimmingTests {
  private static let prose =
    "The government said on Wednesday that it had cleared the way for a sale of missiles worth $304 million."

  private func leaves(_ html: String) throws -> [String] {
    try ReadBack(PageReader.briefing(Array("<title>Front</title>\(html)".utf8))).leaves
  }

  @Test func `headlines are text, though nothing stands below them`() throws {
    let headlines = (1...5).map { "Headline number \($0) is here" }
    let html = headlines.map { "<h2>\($0)</h2>" }.joined()
    #expect(try leaves(html) == headlines)
    #expect(try leaves("<p>\(Self.prose)</p>" + html) == [Self.prose] + headlines)
    #expect(
      try leaves("<p>\(Self.prose)</p><h2>The minister has resigned after all</h2>")
        == [Self.prose, "The minister has resigned after all"])
  }

  @Test(arguments: [
    "<h2>Topics</h2>", "<h3>Related stories</h3><h4>One</h4><h4>Two</h4><hr>",
    "<hr><h2>More from A. Writer</h2>",
  ])
  func `a label at the end goes`(end: String) throws {
    #expect(try leaves("<p>\(Self.prose)</p>\(end)") == [Self.prose])
  }

  @Test(arguments: [
    ("Related to this, he said:", ["Related to this, he said:", "Link one", "Link two"]),
    ("Trending down, prices fell:", ["Trending down, prices fell:", "Link one", "Link two"]),
    ("Related:", []), ("READ MORE »", []), ("You may also like", []),
  ])
  func `only a line that says no more leads elsewhere`(line: String, kept: [String]) throws {
    let list = "<ul><li><a href=http://a.example/>Link one</a><li><a href=http://b.example/>Link two</a></ul>"
    let expected = [Self.prose] + kept + [Self.prose]
    #expect(try leaves("<p>\(Self.prose)</p><p>\(line)</p>\(list)<p>\(Self.prose)</p>") == expected)
  }

  @Test(arguments: [
    ("Related: <a href=/x>Another story</a>", true), ("<a href=/x>READ MORE: Another story</a>", true),
    ("<a href=/x>Read more</a>", true), ("Lesen Sie auch: <a href=/x>Anderes</a>", true),
    ("Related parties, says <a href=/x>the long report of the auditors</a>", false),
    ("<a href=/x>Trending prices and what they mean for us</a>", false),
    ("Don't miss what <a href=/x>the minister said on Monday in the capital</a>", false),
  ])
  func `a line with a link goes where the rest only leads to it`(line: String, goes: Bool) throws {
    let kept = try leaves("<p>\(Self.prose)</p><p>\(line)</p><p>\(Self.prose)</p>")
    #expect(kept.count == (goes ? 2 : 3))
  }

  @Test func `the head loses the title and the byline, and the text nothing`() throws {
    let html =
      "<meta name=author content='A. Writer'><hr><h1>Front</h1><p>Front</p><p>By A. Writer</p><p>\(Self.prose)</p><p>Front</p><p>By A. Writer</p>"
    #expect(try leaves(html) == [Self.prose, "Front", "By A. Writer"])
  }

  @Test func `a heading of one word stays where a text of its own follows`() throws {
    let html =
      "<p>\(Self.prose)</p><h2>Email</h2><p>It is older than the web.</p><h2>Share</h2><p>Advertisement</p><h2>Print</h2><h2>Letters</h2><p>They are older still.</p><h2>Comments</h2>"
    #expect(
      try leaves(html) == [
        Self.prose, "Email", "It is older than the web.", "Letters", "They are older still.",
      ])
  }

  /// A note is no text of the heading that it happens to stand behind.
  @Test func `a label before the notes goes`() throws {
    let html =
      "<p>\(Self.prose)<sup><a href=#a>1</a></sup></p><h2>Comments</h2><ol><li id=a>The note.</li></ol>"
    #expect(try leaves(html) == [Self.prose, "The note."])
  }

  /// Front matter cuts it.
  @Test func `a very long title stays in the text`() throws {
    let title = (0..<600).map { "word\($0)" }.joined(separator: " ")
    let page = "<title>\(title)</title><h1>\(title)</h1><p>\(Self.prose)</p>"
    let briefing = try PageReader.briefing(Array(page.utf8))
    #expect(briefing.title == title)
    #expect(try ReadBack(briefing).leaves == [title, Self.prose])
  }
}
