extension Rule {
  /// Section 6.8.
  static let softBreaks: [Rule] = [
    Rule("6.8", "a line ending in a paragraph is a soft break", "war\npeace\n", "<p>war\npeace</p>\n"),
    Rule("6.8", "spaces around a soft break are removed", "war \n   peace\n", "<p>war\npeace</p>\n"),
    Rule(
      "6.8", "a soft break can stand in emphasis and in a link", "*war\npeace* [truce\ntalks](/t)\n",
      "<p><em>war\npeace</em> <a href=\"/t\">truce\ntalks</a></p>\n"),
  ]
}
