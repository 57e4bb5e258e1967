extension Rule {
  /// Section 6.4.
  static let images: [Rule] = [
    Rule(
      "6.4", "an image is a link with an exclamation mark before it", "![war](/w \"never\")\n",
      "<p><img src=\"/w\" alt=\"war\" title=\"never\" /></p>\n"),
    Rule(
      "6.4", "its description is shown as plain text", "![*war* `and` **peace** &amp; \\*](/w)\n",
      "<p><img src=\"/w\" alt=\"war and peace &amp; *\" /></p>\n"),
    Rule(
      "6.4", "its description may have links", "![war [and *peace*](/p)](/w)\n",
      "<p><img src=\"/w\" alt=\"war and peace\" /></p>\n"),
    Rule(
      "6.4", "its description may have images", "![war ![peace](/p)](/w)\n",
      "<p><img src=\"/w\" alt=\"war peace\" /></p>\n"),
    Rule("6.4", "its description may be empty", "![](/w)\n", "<p><img src=\"/w\" alt=\"\" /></p>\n"),
    Rule(
      "6.4", "its destination may have angle brackets and white space around it", "![war]( </w 1>\n'a')\n",
      "<p><img src=\"/w%201\" alt=\"war\" title=\"a\" /></p>\n"),
    Rule(
      "6.4", "it can stand in text", "War![peace](/p)truce\n",
      "<p>War<img src=\"/p\" alt=\"peace\" />truce</p>\n"),
    Rule(
      "6.4", "it can be a full reference", "![war][W]\n\n[w]: /w \"never\"\n",
      "<p><img src=\"/w\" alt=\"war\" title=\"never\" /></p>\n"),
    Rule(
      "6.4", "it can be a collapsed reference", "![*War*][]\n\n[*war*]: /w\n",
      "<p><img src=\"/w\" alt=\"War\" /></p>\n"),
    Rule(
      "6.4", "it can be a shortcut reference", "![WAR]\n\n[war]: /w\n",
      "<p><img src=\"/w\" alt=\"WAR\" /></p>\n"),
    Rule(
      "6.4", "nothing may stand between the brackets of a reference", "![war]\n[]\n\n[war]: /w\n",
      "<p><img src=\"/w\" alt=\"war\" />\n[]</p>\n"),
    Rule(
      "6.4", "its label has no bracket that is not escaped", "![[war]]\n\n[[war]]: /w\n",
      "<p>![[war]]</p>\n<p>[[war]]: /w</p>\n"),
    Rule(
      "6.4", "an escaped bracket makes no image", "!\\[war] !\\[war](/w)\n\n[war]: /w\n",
      "<p>![war] ![war](/w)</p>\n"),
    Rule(
      "6.4", "an escaped exclamation mark leaves a link", "\\![war]\n\n[war]: /w\n",
      "<p>!<a href=\"/w\">war</a></p>\n"),
    Rule(
      "6.4", "nothing may stand between exclamation mark and bracket", "! [war](/w)\n",
      "<p>! <a href=\"/w\">war</a></p>\n"),
  ]
}
