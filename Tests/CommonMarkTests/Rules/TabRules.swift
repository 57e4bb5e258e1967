extension Rule {
  /// Section 2.2: tabs and what they count for.
  static let tabs: [Rule] = [
    Rule(
      "2.2", "a tab indents as far as four spaces", "\tlet ships = 3\n",
      "<pre><code>let ships = 3\n</code></pre>\n"),
    Rule(
      "2.2", "a tab goes to the next tab stop, whatever is before it", "   \tlet ships = 3\n",
      "<pre><code>let ships = 3\n</code></pre>\n"),
    Rule("2.2", "tabs inside a line are kept", "\tships\t3\n", "<pre><code>ships\t3\n</code></pre>\n"),
    Rule("2.2", "tabs in a paragraph's text are kept", "ships\t3\n", "<p>ships\t3</p>\n"),
    Rule(
      "2.2", "code may be indented by spaces and by tabs", "    ships\n\tboats\n",
      "<pre><code>ships\nboats\n</code></pre>\n"),
    Rule(
      "2.2", "a tab can indent a list item's further blocks", "- ships\n\n\tboats\n",
      "<ul>\n<li>\n<p>ships</p>\n<p>boats</p>\n</li>\n</ul>\n"),
    Rule(
      "2.2", "what a tab indents beyond a container is the content's indentation", "- ships\n\n\t\tboats\n",
      """
      <ul>
      <li>
      <p>ships</p>
      <pre><code>  boats
      </code></pre>
      </li>
      </ul>

      """),
    Rule(
      "2.2", "a tab can stand between list marker and content", "1.\tships\n\n\tboats\n",
      "<ol>\n<li>\n<p>ships</p>\n<p>boats</p>\n</li>\n</ol>\n"),
    Rule(
      "2.2", "one column of a tab behind a block quote's marker belongs to the marker", ">\t\tships\n",
      "<blockquote>\n<pre><code>  ships\n</code></pre>\n</blockquote>\n"),
    Rule(
      "2.2", "one column of a tab behind a list marker belongs to the marker", "+\t\tships\n",
      "<ul>\n<li>\n<pre><code>  ships\n</code></pre>\n</li>\n</ul>\n"),
    Rule(
      "2.2", "a tab can indent a sublist", "- ships\n\t- boats\n",
      """
      <ul>
      <li>ships
      <ul>
      <li>boats</li>
      </ul>
      </li>
      </ul>

      """),
    Rule("2.2", "a tab can follow the opening sequence of a heading", "##\tships\n", "<h2>ships</h2>\n"),
    Rule("2.2", "tabs can stand in a thematic break", "_\t_\t_\t\n", "<hr />\n"),
  ]
}
