extension Rule {
  /// Section 4.1.
  static let thematicBreaks: [Rule] = [
    Rule("4.1", "three characters make a thematic break", "---\n***\n___\n", "<hr />\n<hr />\n<hr />\n"),
    Rule("4.1", "two characters are too few", "**\n\n__\n\nwar\n", "<p>**</p>\n<p>__</p>\n<p>war</p>\n"),
    Rule("4.1", "more than three characters are allowed", "*******************\n", "<hr />\n"),
    Rule(
      "4.1", "no other character makes a thematic break", "+++\n\n~ ~ ~\n\n...\n",
      "<p>+++</p>\n<p>~ ~ ~</p>\n<p>...</p>\n"),
    Rule(
      "4.1", "up to three spaces of indentation are allowed", " ---\n  ***\n   ___\n",
      "<hr />\n<hr />\n<hr />\n"),
    Rule(
      "4.1", "four spaces of indentation are too many", "    _____\n", "<pre><code>_____\n</code></pre>\n"),
    Rule("4.1", "four spaces of indentation continue a paragraph", "war\n    ***\n", "<p>war\n***</p>\n"),
    Rule("4.1", "spaces and tabs may stand between the characters", "-  -\t-   -\n", "<hr />\n"),
    Rule("4.1", "spaces and tabs may follow the last character", "___  \t\n", "<hr />\n"),
    Rule(
      "4.1", "no other character may stand in the line", "*** war\n\nwar ***\n\n---.\n",
      "<p>*** war</p>\n<p>war ***</p>\n<p>---.</p>\n"),
    Rule("4.1", "the characters must be the same", "*-*\n\n_ _ -\n", "<p><em>-</em></p>\n<p>_ _ -</p>\n"),
    Rule(
      "4.1", "no blank line is needed before or after it", "+ war\n***\n+ peace\n",
      """
      <ul>
      <li>war</li>
      </ul>
      <hr />
      <ul>
      <li>peace</li>
      </ul>

      """),
    Rule("4.1", "it can interrupt a paragraph", "war\n___\npeace\n", "<p>war</p>\n<hr />\n<p>peace</p>\n"),
    Rule(
      "4.1", "a setext underline goes before a thematic break", "war\n----\npeace\n",
      "<h2>war</h2>\n<p>peace</p>\n"),
    Rule(
      "4.1", "dashes with spaces between them are no setext underline", "war\n- - -\n",
      "<p>war</p>\n<hr />\n"),
    Rule(
      "4.1", "a thematic break goes before a list item", "* war\n* * *\n* peace\n",
      """
      <ul>
      <li>war</li>
      </ul>
      <hr />
      <ul>
      <li>peace</li>
      </ul>

      """),
    Rule(
      "4.1", "a thematic break of another character can stand in a list item", "* war\n* ___\n",
      "<ul>\n<li>war</li>\n<li>\n<hr />\n</li>\n</ul>\n"),
  ]
}
