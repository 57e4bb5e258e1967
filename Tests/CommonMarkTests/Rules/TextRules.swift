extension Rule {
  /// Section 6.9: what has no other meaning.
  static let text: [Rule] = [
    Rule(
      "6.9", "characters without a meaning are text", "War, peace & $5: \"x\" 'y' <3 ... ;-) ^_^\n",
      "<p>War, peace &amp; $5: &quot;x&quot; 'y' &lt;3 ... ;-) ^_^</p>\n"),
    Rule(
      "6.9", "text may be of any script", "Война и мир, 戦争と平和, السلام 🕊\n",
      "<p>Война и мир, 戦争と平和, السلام 🕊</p>\n"),
    Rule("6.9", "spaces in text are kept", "war   and      peace\n", "<p>war   and      peace</p>\n"),
  ]
}
