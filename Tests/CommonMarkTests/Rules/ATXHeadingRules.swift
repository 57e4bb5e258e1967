extension Rule {
  /// Section 4.2: headings that start with `#`.
  static let atxHeadings: [Rule] = [
    Rule(
      "4.2", "the level is the number of opening #",
      "# one\n## two\n### three\n#### four\n##### five\n###### six\n",
      "<h1>one</h1>\n<h2>two</h2>\n<h3>three</h3>\n<h4>four</h4>\n<h5>five</h5>\n<h6>six</h6>\n"),
    Rule("4.2", "an opening sequence has at most six #", "####### seven\n", "<p>####### seven</p>\n"),
    Rule(
      "4.2", "a space must follow the opening sequence", "#war\n\n#5 on the list\n",
      "<p>#war</p>\n<p>#5 on the list</p>\n"),
    Rule("4.2", "a tab may follow the opening sequence", "#\twar\n", "<h1>war</h1>\n"),
    Rule("4.2", "a no-break space is no such space", "#\u{A0}war\n", "<p>#\u{A0}war</p>\n"),
    Rule("4.2", "the end of the line may follow the opening sequence", "###\n", "<h3></h3>\n"),
    Rule("4.2", "an escaped # opens no heading", "\\# war\n", "<p># war</p>\n"),
    Rule(
      "4.2", "the content is parsed as inlines", "# *war* `and` \\*peace\\*\n",
      "<h1><em>war</em> <code>and</code> *peace*</h1>\n"),
    Rule("4.2", "spaces and tabs around the content are stripped", "#  \t war  \t\n", "<h1>war</h1>\n"),
    Rule(
      "4.2", "up to three spaces of indentation are allowed", " # one\n  # two\n   # three\n",
      "<h1>one</h1>\n<h1>two</h1>\n<h1>three</h1>\n"),
    Rule(
      "4.2", "four spaces of indentation are too many", "    # four\n",
      "<pre><code># four\n</code></pre>\n"),
    Rule(
      "4.2", "four spaces of indentation continue a paragraph", "war\n    # four\n",
      "<p>war\n# four</p>\n"),
    Rule("4.2", "a closing sequence is optional and not shown", "## war ##\n", "<h2>war</h2>\n"),
    Rule(
      "4.2", "a closing sequence may have any length", "# war ##########\n##### peace #\n",
      "<h1>war</h1>\n<h5>peace</h5>\n"),
    Rule("4.2", "spaces and tabs may follow the closing sequence", "# war #  \t\n", "<h1>war</h1>\n"),
    Rule(
      "4.2", "nothing else may follow the closing sequence", "# war # and # peace\n",
      "<h1>war # and # peace</h1>\n"),
    Rule(
      "4.2", "a space or tab must precede the closing sequence", "# war#\n# peace\t#\n",
      "<h1>war#</h1>\n<h1>peace</h1>\n"),
    Rule(
      "4.2", "an escaped # is no part of the closing sequence", "# war \\#\n# peace #\\##\n# truce \\##\n",
      "<h1>war #</h1>\n<h1>peace ###</h1>\n<h1>truce ##</h1>\n"),
    Rule(
      "4.2", "no blank line is needed before or after it", "***\n# war\n***\n",
      "<hr />\n<h1>war</h1>\n<hr />\n"),
    Rule(
      "4.2", "it can interrupt a paragraph", "war\n# peace\ntruce\n",
      "<p>war</p>\n<h1>peace</h1>\n<p>truce</p>\n"),
    Rule(
      "4.2", "it can be empty, with a closing sequence too", "#### \n##\n# #\n",
      "<h4></h4>\n<h2></h2>\n<h1></h1>\n"),
    Rule("4.2", "it has one line", "# war\npeace\n", "<h1>war</h1>\n<p>peace</p>\n"),
  ]
}
