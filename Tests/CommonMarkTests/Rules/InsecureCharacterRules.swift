extension Rule {
  /// Section 2.3: NUL.
  static let insecureCharacters: [Rule] = [
    Rule("2.3", "a NUL in text becomes U+FFFD", "war\0peace\n", "<p>war\u{FFFD}peace</p>\n"),
    Rule(
      "2.3", "a NUL in a code span becomes U+FFFD", "`war\0peace`\n",
      "<p><code>war\u{FFFD}peace</code></p>\n"),
    Rule(
      "2.3", "a NUL in a code block becomes U+FFFD", "    war\0peace\n",
      "<pre><code>war\u{FFFD}peace\n</code></pre>\n"),
    Rule("2.3", "a NUL in an HTML block becomes U+FFFD", "<p>war\0peace\n", "<p>war\u{FFFD}peace\n"),
    Rule(
      "2.3", "a NUL in a link's title becomes U+FFFD", "[war](/w \"\0\")\n",
      "<p><a href=\"/w\" title=\"\u{FFFD}\">war</a></p>\n"),
    Rule(
      "2.3", "a NUL in an info string becomes U+FFFD", "``` war\0\n```\n",
      "<pre><code class=\"language-war\u{FFFD}\"></code></pre>\n"),
  ]
}
