extension Rule {
  /// Section 4.8.
  static let paragraphs: [Rule] = [
    Rule(
      "4.8", "lines that are nothing else are a paragraph", "War came.\n\nPeace came.\n",
      "<p>War came.</p>\n<p>Peace came.</p>\n"),
    Rule("4.8", "a paragraph can have several lines", "War\ncame.\n", "<p>War\ncame.</p>\n"),
    Rule(
      "4.8", "several blank lines separate as one does", "War\n\n\n\nPeace\n",
      "<p>War</p>\n<p>Peace</p>\n"),
    Rule(
      "4.8", "spaces and tabs at the start of its lines are skipped", "  War\n \t came.\n",
      "<p>War\ncame.</p>\n"),
    Rule(
      "4.8", "further lines may be indented at will", "War\n       came\n\t\tagain.\n",
      "<p>War\ncame\nagain.</p>\n"),
    Rule("4.8", "the first line may have three spaces of indentation", "   War\n", "<p>War</p>\n"),
    Rule(
      "4.8", "four spaces before the first line are too many", "    War\ncame\n",
      "<pre><code>War\n</code></pre>\n<p>came</p>\n"),
    Rule("4.8", "spaces and tabs at its end are stripped: no hard break", "War   \t\n", "<p>War</p>\n"),
    Rule(
      "4.8", "its content is parsed as inlines, over its lines", "War **came\nagain**.\n",
      "<p>War <strong>came\nagain</strong>.</p>\n"),
  ]
}
