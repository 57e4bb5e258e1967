extension Rule {
  /// Section 4.3: headings that are underlined.
  static let setextHeadings: [Rule] = [
    Rule(
      "4.3", "= underlines the first level, - the second", "War\n===\n\nPeace\n---\n",
      "<h1>War</h1>\n<h2>Peace</h2>\n"),
    Rule(
      "4.3", "an underline can have any length",
      """
      War
      =

      Peace
      -

      Truce
      ====================

      """, "<h1>War</h1>\n<h2>Peace</h2>\n<h1>Truce</h1>\n"),
    Rule(
      "4.3", "the content may have several lines", "War\nand\npeace\n===\n", "<h1>War\nand\npeace</h1>\n"),
    Rule(
      "4.3", "the content is parsed as inlines, over its lines", "*War\nand* peace\n---\n",
      "<h2><em>War\nand</em> peace</h2>\n"),
    Rule("4.3", "spaces and tabs around the content are removed", "  War  \t\n=====\n", "<h1>War</h1>\n"),
    Rule(
      "4.3", "up to three spaces of indentation are allowed, and need not line up",
      "   War\n ===\n\n Peace\n   ---\n", "<h1>War</h1>\n<h2>Peace</h2>\n"),
    Rule(
      "4.3", "four spaces before the content are too many", "    War\n===\n",
      "<pre><code>War\n</code></pre>\n<p>===</p>\n"),
    Rule(
      "4.3", "further lines may be indented at will", "War\n      and peace\n===\n",
      "<h1>War\nand peace</h1>\n"),
    Rule("4.3", "four spaces before the underline are too many", "War\n    ===\n", "<p>War\n===</p>\n"),
    Rule("4.3", "spaces and tabs may follow the underline", "War\n===  \t\n", "<h1>War</h1>\n"),
    Rule(
      "4.3", "no spaces or tabs may stand in the underline", "War\n== ==\n\nPeace\n--\t--\n",
      "<p>War\n== ==</p>\n<p>Peace</p>\n<hr />\n"),
    Rule("4.3", "the characters of an underline must be the same", "War\n==--\n", "<p>War\n==--</p>\n"),
    Rule("4.3", "nothing else may stand in the underline", "War\n=== x\n", "<p>War\n=== x</p>\n"),
    Rule("4.3", "spaces at the end of the last line make no hard break", "War  \n===\n", "<h1>War</h1>\n"),
    Rule(
      "4.3", "a backslash at the end of the last line makes no hard break", "War\\\n---\n",
      "<h2>War\\</h2>\n"),
    Rule(
      "4.3", "a hard break can stand between two lines of the content", "War\\\npeace\n===\n",
      "<h1>War<br />\npeace</h1>\n"),
    Rule(
      "4.3", "the underline goes before a code span and a tag",
      """
      `War
      ===
      `

      <b title="Peace
      ---
      ">

      """, "<h1>`War</h1>\n<p>`</p>\n<h2>&lt;b title=&quot;Peace</h2>\n<p>&quot;&gt;</p>\n"),
    Rule(
      "4.3", "the underline cannot be a lazy line of a block quote", "> War\n===\n\n> Peace\n---\n",
      """
      <blockquote>
      <p>War
      ===</p>
      </blockquote>
      <blockquote>
      <p>Peace</p>
      </blockquote>
      <hr />

      """),
    Rule(
      "4.3", "a lazy line is no content of a heading outside the quote", "> War\npeace\n===\n",
      "<blockquote>\n<p>War\npeace\n===</p>\n</blockquote>\n"),
    Rule(
      "4.3", "the underline cannot be a lazy line of a list item", "+ War\n---\n",
      "<ul>\n<li>War</li>\n</ul>\n<hr />\n"),
    Rule(
      "4.3", "a blank line separates it from a paragraph before it", "War\n\nPeace\n===\n",
      "<p>War</p>\n<h1>Peace</h1>\n"),
    Rule(
      "4.3", "no blank line is needed before or after it in general", "***\nWar\n===\n> Peace\n",
      "<hr />\n<h1>War</h1>\n<blockquote>\n<p>Peace</p>\n</blockquote>\n"),
    Rule("4.3", "it cannot be empty", "===\n\n---\n", "<p>===</p>\n<hr />\n"),
    Rule(
      "4.3", "a blank line before the underline leaves no content", "War\n\n===\n",
      "<p>War</p>\n<p>===</p>\n"),
    Rule("4.3", "an ATX heading is no content of it", "# War\n---\n", "<h1>War</h1>\n<hr />\n"),
    Rule("4.3", "a thematic break is no content of it", "***\n===\n", "<hr />\n<p>===</p>\n"),
    Rule("4.3", "a list item is no content of it", "1. War\n===\n", "<ol>\n<li>War\n===</li>\n</ol>\n"),
    Rule(
      "4.3", "indented code is no content of it", "    War\n---\n",
      "<pre><code>War\n</code></pre>\n<hr />\n"),
    Rule(
      "4.3", "an opening fence is no content of it", "~~~\n---\n~~~\n", "<pre><code>---\n</code></pre>\n"),
    Rule("4.3", "an HTML block is no content of it", "<div>\n===\n\nWar\n", "<div>\n===\n<p>War</p>\n"),
    Rule("4.3", "an escaped marker can be content of it", "\\> War\n===\n", "<h1>&gt; War</h1>\n"),
  ]
}
