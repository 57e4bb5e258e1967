extension Rule {
  /// Section 4.9.
  static let blankLines: [Rule] = [
    Rule(
      "4.9", "blank lines between blocks are ignored", "# War\n\n\n***\n\t\nPeace\n",
      "<h1>War</h1>\n<hr />\n<p>Peace</p>\n"),
    Rule(
      "4.9", "blank lines at the document's start and end are ignored", "\n   \nWar\n\n\t\n\n",
      "<p>War</p>\n"),
    Rule("4.9", "a document of blank lines is empty", "\n   \n\t\n", ""),
  ]
}
