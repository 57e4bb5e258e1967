extension Rule {
  /// Chapters 3 and 6: blocks before inlines, inlines from left to right.
  static let precedence: [Rule] = [
    Rule(
      "3.1", "a list item's marker goes before a code span", "+ `war\n+ peace`\n",
      "<ul>\n<li>`war</li>\n<li>peace`</li>\n</ul>\n"),
    Rule(
      "3.1", "a heading's marker goes before a code span", "`war\n# peace`\n",
      "<p>`war</p>\n<h1>peace`</h1>\n"),
    Rule("3.1", "a blank line goes before emphasis", "*war\n\npeace*\n", "<p>*war</p>\n<p>peace*</p>\n"),
    Rule(
      "3.1", "a fence goes before a link", "[war\n```\n](/w)\n",
      "<p>[war</p>\n<pre><code>](/w)\n</code></pre>\n"),
    Rule(
      "3.1", "a definition behind a block counts for its inlines", "[war]\n\n> # peace\n\n[war]: /w\n",
      "<p><a href=\"/w\">war</a></p>\n<blockquote>\n<h1>peace</h1>\n</blockquote>\n"),
    Rule(
      "3.2", "a container block holds other blocks, containers too", "> 1. # war\n>    - peace\n",
      """
      <blockquote>
      <ol>
      <li>
      <h1>war</h1>
      <ul>
      <li>peace</li>
      </ul>
      </li>
      </ol>
      </blockquote>

      """),
    Rule(
      "3.2", "a leaf block holds no other block", "# > war\n\n# - peace\n",
      "<h1>&gt; war</h1>\n<h1>- peace</h1>\n"),
    Rule("6", "inlines are parsed from left to right", "`war`peace`\n", "<p><code>war</code>peace`</p>\n"),
  ]
}
