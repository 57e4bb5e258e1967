extension Rule {
  /// Section 6.1.
  static let codeSpans: [Rule] = [
    Rule("6.1", "backticks around text make a code span", "`let war`\n", "<p><code>let war</code></p>\n"),
    Rule(
      "6.1", "the closing string is as long as the opening one", "```war `` peace```\n\n``truce` talks``\n",
      "<p><code>war `` peace</code></p>\n<p><code>truce` talks</code></p>\n"),
    Rule("6.1", "one space is stripped at both ends", "`` `war` ``\n", "<p><code>`war`</code></p>\n"),
    Rule("6.1", "only one space is stripped", "`  war  `\n", "<p><code> war </code></p>\n"),
    Rule(
      "6.1", "a space at one end alone is kept", "` war` `peace `\n",
      "<p><code> war</code> <code>peace </code></p>\n"),
    Rule(
      "6.1", "other white space is not stripped", "`\u{A0}war\u{A0}` `\tpeace\t`\n",
      "<p><code>\u{A0}war\u{A0}</code> <code>\tpeace\t</code></p>\n"),
    Rule(
      "6.1", "a span of spaces alone is kept", "` ` `   `\n", "<p><code> </code> <code>   </code></p>\n"),
    Rule("6.1", "line endings become spaces", "`war\nand\npeace`\n", "<p><code>war and peace</code></p>\n"),
    Rule(
      "6.1", "line endings at both ends are stripped as spaces are", "``\nwar\n``\n",
      "<p><code>war</code></p>\n"),
    Rule("6.1", "spaces inside are kept", "`war   and peace`\n", "<p><code>war   and peace</code></p>\n"),
    Rule(
      "6.1", "spaces before a line ending are kept", "`war  \npeace`\n",
      "<p><code>war   peace</code></p>\n"),
    Rule("6.1", "a backslash escapes no backtick in it", "`C:\\`\n", "<p><code>C:\\</code></p>\n"),
    Rule("6.1", "emphasis does not reach into it", "_war `peace_`\n", "<p>_war <code>peace_</code></p>\n"),
    Rule("6.1", "it goes before a link", "[war `](/w)`\n", "<p>[war <code>](/w)</code></p>\n"),
    Rule(
      "6.1", "it goes before a tag that starts in it", "`<b title=\"`\">`\n",
      "<p><code>&lt;b title=&quot;</code>&quot;&gt;`</p>\n"),
    Rule(
      "6.1", "a tag that starts before it goes before it", "<b title=\"`\">`\n",
      "<p><b title=\"`\">`</p>\n"),
    Rule(
      "6.1", "it goes before an autolink that starts in it", "`<wire:war`.peace>`\n",
      "<p><code>&lt;wire:war</code>.peace&gt;`</p>\n"),
    Rule(
      "6.1", "an autolink that starts before it goes before it", "<wire:war`.peace>`\n",
      "<p><a href=\"wire:war%60.peace\">wire:war`.peace</a>`</p>\n"),
    Rule("6.1", "a string that nothing closes is text", "``war\n\n`\n", "<p>``war</p>\n<p>`</p>\n"),
    Rule(
      "6.1", "a longer or shorter string closes nothing", "`war``\n\n``peace`\n",
      "<p>`war``</p>\n<p>``peace`</p>\n"),
    Rule(
      "6.1", "a string that nothing closes leaves later ones to be code", "``war `peace`\n",
      "<p>``war <code>peace</code></p>\n"),
    Rule(
      "6.1", "its content is escaped", "`<b> & \"c\"`\n",
      "<p><code>&lt;b&gt; &amp; &quot;c&quot;</code></p>\n"),
  ]
}
