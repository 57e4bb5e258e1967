import CommonMark
import Testing

/// What Obsidian hides: comments, and names of blocks.
@Suite struct CommentTests {
  @Test(arguments: [
    ("a %%b%% c", "<p>a  c</p>"), ("%%b%%\n\nc", "<p>c</p>"), ("a\n%% b %%\nc", "<p>a\n\nc</p>"),
    ("%%\n# b\n\n- c\n%%\nd", "<p>d</p>"), ("a\n%%\nb\n%%\nc", "<p>a</p>\n<p>c</p>"),
    ("%% b\n\nc %%\n\nd", "<p>d</p>"), ("a %%b\nc%% d", "<p>a  d</p>"),
    ("- a\n  %%\n  b\n  %%\n- c", "<ul>\n<li>a</li>\n<li>c</li>\n</ul>"),
    ("> %%\n> b\n> %%\n> c", "<blockquote>\n<p>c</p>\n</blockquote>"),
    // The line that closes one opens none.
    ("> %%\n> b\n\n%%\nc", "<blockquote>\n</blockquote>\n<p>%%\nc</p>"),
    ("## a %%b%%", "<h2>a </h2>"), ("港口%%注%%关闭", "<p>港口关闭</p>"),
    // Something else.
    ("100%% of 50%%", "<p>100%% of 50%%</p>"), ("`%%b%%` c", "<p><code>%%b%%</code> c</p>"),
    ("print %%d and %%s", "<p>print %%d and %%s</p>"), ("a %% b", "<p>a %% b</p>"),
    ("%%%% b", "<p>%%%% b</p>"),
    ("%% One\n\nb\n\n%% Two", "<p>%% One</p>\n<p>b</p>\n<p>%% Two</p>"), ("%%\n\nb", "<p>%%</p>\n<p>b</p>"),
    ("5% %b", "<p>5% %b</p>"), ("\\%%b%%", "<p>%%b%%</p>"),
    ("```\n%%b%%\n```", "<pre><code>%%b%%\n</code></pre>"),
    ("    %%\n    b", "<pre><code>%%\nb\n</code></pre>"),
  ])
  func showNothing(markdown: String, expected: String) throws {
    #expect(try renderHTML(of: markdown, .briefing) == expected)
  }

  @Test func theyAreTextWhereTheyWereNotAskedFor() throws {
    #expect(try renderHTML(of: "a %%b%%", .all) == "<p>a %%b%%</p>")
    #expect(try renderHTML(of: "%%\nb\n%%", .all) == "<p>%%\nb\n%%</p>")
  }

  @Test func manyThatAreNotEndedTakeNoLonger() throws {
    for line in ["> %%\n\n", "%% a\n\n", "> %% a\n\n", "%%a ", "%%a%%b "] {
      let text = String(repeating: line, count: 20_000)
      #expect(try Document(text, extensions: .briefing).blockCount > 1)
      #expect(try Document(text + "\nx %%\n\ny", extensions: .briefing).blockCount > 1)
    }
  }

  /// The text of the block that a link to a name lands at.
  @Test(arguments: [
    ("one ^first1\n\ntwo ^second", "^second", "two"), ("- a\n- b ^item-1\n- c", "^item-1", "b"),
    ("a\nb ^name1\nc", "^name1", "a b c"), ("> a\n\n^quoted\n\nb", "^quoted", "a"),
    ("| a | b |\n|-|-|\n| c | d |\n\n^table1", "^table1", "a"), ("a ^late  \n\nb", "^late", "a"),
    ("`a ^code`\n\nb ^code", "^code", "b"),
  ])
  func namesOfBlocksAreAnchors(markdown: String, name: String, text: String) throws {
    let document = try Document(markdown, extensions: .briefing)
    let block = try #require(document.block(ofAnchor: name))
    #expect(document.plainText(of: block) == text)
    #expect(!document.plainText(of: document.root).hasSuffix(name))
  }

  @Test(arguments: ["^none", "^fir", "^", "^first1x"])
  func otherNamesAreNowhere(name: String) throws {
    #expect(try Document("one ^first1", extensions: .briefing).block(ofAnchor: name) == nil)
    #expect(try Document("one ^first1", extensions: .all).block(ofAnchor: "^first1") == nil)
  }
}
