extension Rule {
  /// Section 6.7.
  static let hardBreaks: [Rule] = [
    Rule(
      "6.7", "two spaces before a line ending are a hard break", "war  \npeace\n",
      "<p>war<br />\npeace</p>\n"),
    Rule("6.7", "one space is none", "war \npeace\n", "<p>war\npeace</p>\n"),
    Rule("6.7", "more than two spaces are one too", "war      \npeace\n", "<p>war<br />\npeace</p>\n"),
    Rule(
      "6.7", "a backslash before a line ending is a hard break", "war\\\npeace\n",
      "<p>war<br />\npeace</p>\n"),
    Rule(
      "6.7", "two backslashes before a line ending are none", "war\\\\\npeace\n", "<p>war\\\npeace</p>\n"),
    Rule(
      "6.7", "a backslash and a space before a line ending are none", "war\\ \npeace\n",
      "<p>war\\\npeace</p>\n"),
    Rule(
      "6.7", "spaces at the start of the next line are ignored", "war  \n     peace\\\n     truce\n",
      "<p>war<br />\npeace<br />\ntruce</p>\n"),
    Rule(
      "6.7", "it can stand in emphasis and in a link", "*war  \npeace* [war\\\npeace](/w)\n",
      "<p><em>war<br />\npeace</em> <a href=\"/w\">war<br />\npeace</a></p>\n"),
    Rule(
      "6.7", "it does not stand in a code span", "`war  \npeace` `war\\\npeace`\n",
      "<p><code>war   peace</code> <code>war\\ peace</code></p>\n"),
    Rule(
      "6.7", "it does not stand in a tag", "<b title=\"war  \npeace\\\ntruce\">\n",
      "<p><b title=\"war  \npeace\\\ntruce\"></p>\n"),
    Rule(
      "6.7", "spaces at the end of a paragraph are none", "war  \n\npeace\n", "<p>war</p>\n<p>peace</p>\n"),
    Rule("6.7", "a backslash at the end of a paragraph is none", "war\\\n", "<p>war\\</p>\n"),
    Rule(
      "6.7", "neither is one at the end of a heading", "## war\\\n\n## peace  \n",
      "<h2>war\\</h2>\n<h2>peace</h2>\n"),
    Rule(
      "6.7", "a hard break may end in each way of ending a line", "war  \r\npeace\\\rtruce\n",
      "<p>war<br />\npeace<br />\ntruce</p>\n"),
  ]
}
