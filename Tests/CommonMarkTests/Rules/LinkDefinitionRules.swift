extension Rule {
  /// Section 4.7.
  static let linkDefinitions: [Rule] = [
    Rule(
      "4.7", "it has a label, a destination and a title, and shows nothing",
      "[war]: /w \"never again\"\n\n[war]\n", "<p><a href=\"/w\" title=\"never again\">war</a></p>\n"),
    Rule(
      "4.7", "up to three spaces of indentation are allowed", "   [war]: /w\n\n[war]\n",
      "<p><a href=\"/w\">war</a></p>\n"),
    Rule(
      "4.7", "four spaces of indentation are too many", "    [war]: /w\n\n[war]\n",
      "<pre><code>[war]: /w\n</code></pre>\n<p>[war]</p>\n"),
    Rule(
      "4.7", "the colon must follow the label at once", "[war] : /w\n\n[war]\n",
      "<p>[war] : /w</p>\n<p>[war]</p>\n"),
    Rule(
      "4.7", "no space is needed behind the colon", "[war]:/w\n\n[war]\n",
      "<p><a href=\"/w\">war</a></p>\n"),
    Rule(
      "4.7", "spaces, tabs and a line ending may stand around the destination",
      "[war]: \t\n \t /w \t\n   'never'\n\n[war]\n", "<p><a href=\"/w\" title=\"never\">war</a></p>\n"),
    Rule(
      "4.7", "a blank line may not stand behind the colon", "[war]:\n\n/w\n\n[war]\n",
      "<p>[war]:</p>\n<p>/w</p>\n<p>[war]</p>\n"),
    Rule(
      "4.7", "the label may extend over lines", "[war\nand peace]: /w\n\n[war and peace]\n",
      "<p><a href=\"/w\">war and peace</a></p>\n"),
    Rule(
      "4.7", "the title may extend over lines", "[war]: /w 'never\nagain'\n\n[war]\n",
      "<p><a href=\"/w\" title=\"never\nagain\">war</a></p>\n"),
    Rule(
      "4.7", "the title may have no blank line", "[war]: /w (never\n\nagain)\n\n[war]\n",
      "<p>[war]: /w (never</p>\n<p>again)</p>\n<p>[war]</p>\n"),
    Rule("4.7", "the title may be omitted", "[war]:\n/w\n\n[war]\n", "<p><a href=\"/w\">war</a></p>\n"),
    Rule(
      "4.7", "the destination may not be omitted", "[war]: \t\n\n[war]\n", "<p>[war]:</p>\n<p>[war]</p>\n"),
    Rule(
      "4.7", "an empty destination has angle brackets", "[war]: <>\n\n[war]\n",
      "<p><a href=\"\">war</a></p>\n"),
    Rule(
      "4.7", "white space must separate title and destination", "[war]: </w/>\"never\"\n\n[war]\n",
      "<p>[war]: &lt;/w/&gt;&quot;never&quot;</p>\n<p>[war]</p>\n"),
    Rule(
      "4.7", "nothing may follow the title on its line", "[war]: /w \"never\" again\n\n[war]\n",
      "<p>[war]: /w &quot;never&quot; again</p>\n<p>[war]</p>\n"),
    Rule(
      "4.7", "nothing may follow the destination but a title", "[war]: /w again\n\n[war]\n",
      "<p>[war]: /w again</p>\n<p>[war]</p>\n"),
    Rule(
      "4.7", "a broken title on a line of its own leaves a definition without one",
      "[war]: /w\n\"never\" again\n\n[war]\n",
      "<p>&quot;never&quot; again</p>\n<p><a href=\"/w\">war</a></p>\n"),
    Rule(
      "4.7", "spaces and tabs may follow the title", "[war]: /w \"never\" \t\n\n[war]\n",
      "<p><a href=\"/w\" title=\"never\">war</a></p>\n"),
    Rule(
      "4.7", "it can follow the links that use it", "[war]\n\n[war]: /w\n",
      "<p><a href=\"/w\">war</a></p>\n"),
    Rule(
      "4.7", "of several for a label the first counts", "[war]: /first\n[war]: /second\n\n[war]\n",
      "<p><a href=\"/first\">war</a></p>\n"),
    Rule(
      "4.7", "labels match whatever their case", "[WAR]: /w\n\n[War] [ÄGYPTEN]\n\n[ägypten]: /e\n",
      "<p><a href=\"/w\">War</a> <a href=\"/e\">ÄGYPTEN</a></p>\n"),
    Rule("4.7", "it need not be used", "[war]: /w\n", ""),
    Rule(
      "4.7", "in a code block there is none", "```\n[war]: /w\n```\n\n[war]\n",
      "<pre><code>[war]: /w\n</code></pre>\n<p>[war]</p>\n"),
    Rule(
      "4.7", "it cannot interrupt a paragraph", "peace\n[war]: /w\n\n[war]\n",
      "<p>peace\n[war]: /w</p>\n<p>[war]</p>\n"),
    Rule(
      "4.7", "it can follow another block without a blank line",
      "# peace\n[war]: /w\n***\n[truce]: /t\n\n[war] [truce]\n",
      "<h1>peace</h1>\n<hr />\n<p><a href=\"/w\">war</a> <a href=\"/t\">truce</a></p>\n"),
    Rule(
      "4.7", "a paragraph can follow it without a blank line", "[war]: /w\n[war]\n",
      "<p><a href=\"/w\">war</a></p>\n"),
    Rule(
      "4.7", "a setext heading can follow it without a blank line", "[war]: /w\nWar\n===\n",
      "<h1>War</h1>\n"),
    Rule(
      "4.7", "an underline behind it underlines nothing", "[war]: /w\n===\n[war]\n",
      "<p>===\n<a href=\"/w\">war</a></p>\n"),
    Rule(
      "4.7", "several can stand one after another",
      "[war]: /w \"w\"\n[peace]: /p\n[truce]:\n  /t\n\n[war] [peace] [truce]\n",
      "<p><a href=\"/w\" title=\"w\">war</a> <a href=\"/p\">peace</a> <a href=\"/t\">truce</a></p>\n"),
    Rule(
      "4.7", "it can stand in a container, and counts for the whole document",
      "[war] [peace]\n\n> [war]: /w\n\n+ [peace]: /p\n",
      """
      <p><a href="/w">war</a> <a href="/p">peace</a></p>
      <blockquote>
      </blockquote>
      <ul>
      <li></li>
      </ul>

      """),
    Rule(
      "4.7", "the label must have more than white space", "[ \t ]: /w\n\n[ ]\n",
      "<p>[ \t ]: /w</p>\n<p>[ ]</p>\n"),
    Rule(
      "4.7", "the label may have no bracket that is not escaped",
      "[war[1]]: /w\n\n[war\\[2\\]]: /w2\n\n[war\\[2\\]]\n",
      "<p>[war[1]]: /w</p>\n<p><a href=\"/w2\">war[2]</a></p>\n"),
    Rule(
      "4.7", "a destination in angle brackets may have spaces", "[war]: <a b> \"c\"\n\n[war]\n",
      "<p><a href=\"a%20b\" title=\"c\">war</a></p>\n"),
    Rule(
      "4.7", "a destination in angle brackets may have no line ending", "[war]: <1\n2>\n\n[war]\n",
      "<p>[war]: &lt;1\n2&gt;</p>\n<p>[war]</p>\n"),
    Rule(
      "4.7", "parentheses of a bare destination must be balanced",
      "[war]: /w(1)\n\n[peace]: /p(1\n\n[war] [peace]\n",
      "<p>[peace]: /p(1</p>\n<p><a href=\"/w(1)\">war</a> [peace]</p>\n"),
  ]
}
