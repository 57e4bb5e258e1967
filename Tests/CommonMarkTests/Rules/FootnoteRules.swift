extension Rule {
  /// `[^label]` and its definitions.
  static let footnotes: [Rule] = [
    Rule("Footnotes", "a reference and a definition make a note", "War[^a]\n\n[^a]: Again.\n", again),
    Rule(
      "Footnotes", "notes are numbered as they are first referred to",
      "War[^b][^a]\n\n[^a]: A\n\n[^b]: B\n",
      "<p>War\(mark("b", 1))\(mark("a", 2))</p>\n"
        + notes(("b", "<p>B \(back("b"))</p>"), ("a", "<p>A \(back("a"))</p>"))),
    Rule("Footnotes", "a note that nothing refers to is not shown", "War\n\n[^a]: A\n", "<p>War</p>\n"),
    Rule("Footnotes", "a reference without a definition is text", "War[^a]\n", "<p>War[^a]</p>\n"),
    Rule(
      "Footnotes", "of several definitions the first counts", "War[^a]\n\n[^a]: Again.\n\n[^a]: Never.\n",
      again),
    Rule("Footnotes", "labels match whatever their case", "War[^A]\n\n[^a]: Again.\n", again),
    Rule(
      "Footnotes", "a label has no white space", "War [^a b]\n\n[^a b]: /w\n",
      "<p>War <a href=\"/w\">^a b</a></p>\n"),
    Rule(
      "Footnotes", "a label is not empty", "War[^]\n\n[^]: Never again.\n",
      "<p>War[^]</p>\n<p>[^]: Never again.</p>\n"),
    Rule(
      "Footnotes", "a label may have 999 bytes", "War[^\(long)]\n\n[^\(long)]: Again.\n",
      "<p>War\(mark(long, 1))</p>\n" + notes((long, "<p>Again. \(back(long))</p>"))),
    Rule(
      "Footnotes", "a label may not have 1000 bytes", "War[^\(long)w]\n\n[^\(long)w]: Never again.\n",
      "<p>War[^\(long)w]</p>\n<p>[^\(long)w]: Never again.</p>\n"),
    Rule(
      "Footnotes", "a colon must follow the label at once", "War[^a]\n\n[^a] : Again.\n",
      "<p>War[^a]</p>\n<p>[^a] : Again.</p>\n"),
    Rule("Footnotes", "no space is needed behind the colon", "War[^a]\n\n[^a]:Again.\n", again),
    Rule("Footnotes", "three spaces of indentation are allowed", "War[^a]\n\n   [^a]: Again.\n", again),
    Rule(
      "Footnotes", "four spaces of indentation are too many", "War[^a]\n\n    [^a]: Again.\n",
      "<p>War[^a]</p>\n<pre><code>[^a]: Again.\n</code></pre>\n"),
    Rule("Footnotes", "a definition can interrupt a paragraph", "War[^a]\n[^a]: Again.\n", again),
    Rule(
      "Footnotes", "further blocks of a note are indented by four spaces",
      "War[^a]\n\n[^a]: # Again\n\n    and again.\n",
      note("<h1>Again</h1>\n<p>and again. \(back("a"))</p>")),
    Rule(
      "Footnotes", "a block of less indentation is outside the note",
      "War[^a]\n\n[^a]: Again.\n\n   Peace\n",
      "<p>War\(mark("a", 1))</p>\n<p>Peace</p>\n" + notes(("a", "<p>Again. \(back("a"))</p>"))),
    Rule(
      "Footnotes", "the paragraph of a note may have lazy lines", "War[^a]\n\n[^a]: Again\nand again.\n",
      note("<p>Again\nand again. \(back("a"))</p>")),
    Rule(
      "Footnotes", "a definition can stand in a container", "War[^a]\n\n> [^a]: Again.\n",
      "<p>War\(mark("a", 1))</p>\n<blockquote>\n</blockquote>\n"
        + notes(("a", "<p>Again. \(back("a"))</p>"))),
    Rule(
      "Footnotes", "the way back stands behind a note that ends with no paragraph",
      "War[^a]\n\n[^a]: > Again.\n", note("<blockquote>\n<p>Again.</p>\n</blockquote>\n\(back("a"))")),
    Rule(
      "Footnotes", "a note may refer to another", "War[^a]\n\n[^a]: A[^b]\n\n[^b]: B\n",
      "<p>War\(mark("a", 1))</p>\n"
        + notes(("a", "<p>A\(mark("b", 2)) \(back("a"))</p>"), ("b", "<p>B \(back("b"))</p>"))),
    Rule(
      "Footnotes", "an escaped bracket and a code span make no reference",
      "\\[^a] `[^a]`\n\n[^a]: Never again.\n", "<p>[^a] <code>[^a]</code></p>\n"),
    Rule(
      "Footnotes", "an inline link goes before a reference", "[^a](/w)\n\n[^a]: Never again.\n",
      "<p><a href=\"/w\">^a</a></p>\n"),
  ]

  private static let long = String(repeating: "w", count: 999)

  /// What most of the examples make.
  private static let again = note("<p>Again. \(back("a"))</p>")

  /// `War[^a]` and the note.
  private static func note(_ content: String) -> String {
    "<p>War\(mark("a", 1))</p>\n" + notes(("a", content))
  }

  /// The mark that refers to a note.
  private static func mark(_ label: String, _ number: Int) -> String {
    let link = "<a href=\"#fn-\(label)\" id=\"fnref-\(label)\" data-footnote-ref>\(number)</a>"
    return "<sup class=\"footnote-ref\">\(link)</sup>"
  }

  /// The way back from a note.
  private static func back(_ label: String) -> String {
    """
    <a href="#fnref-\(label)" class="footnote-backref" data-footnote-backref \
    aria-label="Back to content">↩</a>
    """
  }

  /// The notes at the document's end.
  private static func notes(_ notes: (label: String, content: String)...) -> String {
    let items = notes.map { "<li id=\"fn-\($0.label)\">\n\($0.content)\n</li>\n" }.joined()
    return "<section class=\"footnotes\" data-footnotes>\n<ol>\n\(items)</ol>\n</section>\n"
  }
}
