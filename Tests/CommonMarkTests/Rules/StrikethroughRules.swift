extension Rule {
  /// GFM, section 6.5.
  static let strikethrough: [Rule] = [
    Rule(
      "GFM 6.5", "two tildes strike through", "War ~~and~~ peace.\n", "<p>War <del>and</del> peace.</p>\n"),
    Rule(
      "GFM 6.5", "a blank line ends what tildes opened", "War ~~and\n\npeace~~.\n",
      "<p>War ~~and</p>\n<p>peace~~.</p>\n"),
    Rule("GFM 6.5", "a line ending does not", "~~war\nand~~ peace\n", "<p><del>war\nand</del> peace</p>\n"),
    Rule(
      "GFM 6.5", "three tildes strike nothing through", "War ~~~and~~~ peace.\n",
      "<p>War ~~~and~~~ peace.</p>\n"),
    Rule(
      "GFM 6.5", "opening and closing tildes must be as many", "War ~~and~ peace\n\nWar ~or~~ truce\n",
      "<p>War ~~and~ peace</p>\n<p>War ~or~~ truce</p>\n"),
    Rule(
      "GFM 6.5", "one tilde strikes through too", "War ~and~ peace\n", "<p>War <del>and</del> peace</p>\n"),
    Rule(
      "GFM 6.5", "tildes followed by white space open nothing, and behind it close nothing",
      "War ~~ and~~ peace. War ~~and ~~ peace.\n", "<p>War ~~ and~~ peace. War ~~and ~~ peace.</p>\n"),
    Rule(
      "GFM 6.5", "a part of a word can be struck through", "war~~time~~s\n",
      "<p>war<del>time</del>s</p>\n"),
    Rule(
      "GFM 6.5", "emphasis can be struck through, and what is struck through emphasised",
      "~~*war*~~ **~~peace~~**\n", "<p><del><em>war</em></del> <strong><del>peace</del></strong></p>\n"),
    Rule(
      "GFM 6.5", "of two spans that overlap the first counts", "~~war *and~~ peace*\n",
      "<p><del>war *and</del> peace*</p>\n"),
    Rule(
      "GFM 6.5", "a code span and a link group more tightly", "~~war `and~~` [peace~~](/p)\n",
      "<p>~~war <code>and~~</code> <a href=\"/p\">peace~~</a></p>\n"),
    Rule(
      "GFM 6.5", "escaped tildes strike nothing through", "\\~~war~~ ~\\~peace~~\n",
      "<p>~~war~~ ~~peace~~</p>\n"),
    Rule(
      "GFM 6.5", "three tildes at the start of a line are a fence", "~~~\nwar\n~~~\n",
      "<pre><code>war\n</code></pre>\n"),
  ]
}
