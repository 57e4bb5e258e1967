extension Rule {
  /// Section 2.5: named and numeric references, and what they cannot stand for.
  static let characterReferences: [Rule] = [
    Rule(
      "2.5", "a named reference stands for its character", "&euro; &szlig; &hellip; &lt;\n",
      "<p>€ ß … &lt;</p>\n"),
    Rule(
      "2.5", "a named reference may stand for two characters", "&NotGreaterFullEqual;\n",
      "<p>≧\u{338}</p>\n"),
    Rule("2.5", "names have letter case", "&Sigma; &sigma; &SIGMA;\n", "<p>Σ σ &amp;SIGMA;</p>\n"),
    Rule("2.5", "a name without a semicolon is text", "&euro 5 &amp5\n", "<p>&amp;euro 5 &amp;amp5</p>\n"),
    Rule("2.5", "a name that HTML5 does not have is text", "&peace; &;\n", "<p>&amp;peace; &amp;;</p>\n"),
    Rule("2.5", "a decimal reference has one digit or more", "&#36; &#8364; &#9;x\n", "<p>$ € \tx</p>\n"),
    Rule(
      "2.5", "a decimal reference has at most seven digits", "&#0008364; &#00008364;\n",
      "<p>€ &amp;#00008364;</p>\n"),
    Rule(
      "2.5", "a hexadecimal reference has an x of either case and digits of either case",
      "&#x20aC; &#X20Ac; &#x24;\n", "<p>€ € $</p>\n"),
    Rule(
      "2.5", "a hexadecimal reference has at most six digits", "&#x0020AC; &#x00020AC;\n",
      "<p>€ &amp;#x00020AC;</p>\n"),
    Rule(
      "2.5", "a numeric reference without digits is text", "&#; &#x; &#X;\n",
      "<p>&amp;#; &amp;#x; &amp;#X;</p>\n"),
    Rule(
      "2.5", "a numeric reference with other characters is text", "&#12a; &#xwar; &#-1; &# 36;\n",
      "<p>&amp;#12a; &amp;#xwar; &amp;#-1; &amp;# 36;</p>\n"),
    Rule(
      "2.5", "a numeric reference without a semicolon is text", "&#36 &#x24\n",
      "<p>&amp;#36 &amp;#x24</p>\n"),
    Rule(
      "2.5", "a reference to NUL becomes U+FFFD", "&#0; &#x000; [war](/&#0;)\n",
      "<p>\u{FFFD} \u{FFFD} <a href=\"/%EF%BF%BD\">war</a></p>\n"),
    Rule(
      "2.5", "a code point beyond Unicode becomes U+FFFD", "&#1114111; &#1114112; &#x110000;\n",
      "<p>\u{10FFFF} \u{FFFD} \u{FFFD}</p>\n"),
    Rule("2.5", "a surrogate becomes U+FFFD", "&#xD800; &#57343;\n", "<p>\u{FFFD} \u{FFFD}</p>\n"),
    Rule(
      "2.5", "references are recognised in a destination and in a title",
      "[war](/&ouml;&#38; \"&quot;&#x20AC;\")\n",
      "<p><a href=\"/%C3%B6&amp;\" title=\"&quot;€\">war</a></p>\n"),
    Rule(
      "2.5", "references are recognised in a link reference definition",
      "[war]\n\n[war]: /&ouml; \"&copy;\"\n", "<p><a href=\"/%C3%B6\" title=\"©\">war</a></p>\n"),
    Rule(
      "2.5", "references are recognised in an info string", "~~~ na&iuml;ve\n~~~\n",
      "<pre><code class=\"language-naïve\"></code></pre>\n"),
    Rule(
      "2.5", "references are text in a code span", "`&euro; &#36;`\n",
      "<p><code>&amp;euro; &amp;#36;</code></p>\n"),
    Rule(
      "2.5", "references are text in indented code", "    &euro;\n",
      "<pre><code>&amp;euro;\n</code></pre>\n"),
    Rule(
      "2.5", "references are text in fenced code", "```\n&#36;\n```\n",
      "<pre><code>&amp;#36;\n</code></pre>\n"),
    Rule(
      "2.5", "a reference delimits no emphasis", "&#42;war&#42; &lowbar;peace_\n",
      "<p>*war* _peace_</p>\n"),
    Rule(
      "2.5", "a reference is no list marker", "&#43; war\n\n1&#46; peace\n",
      "<p>+ war</p>\n<p>1. peace</p>\n"),
    Rule("2.5", "a reference makes no thematic break", "&#42;**\n", "<p>***</p>\n"),
    Rule("2.5", "a reference opens no heading", "&num; war\n", "<p># war</p>\n"),
    Rule("2.5", "a reference is no block quote marker", "&gt; war\n", "<p>&gt; war</p>\n"),
    Rule(
      "2.5", "a reference to a line ending ends no line", "war&#10;&#10;# peace\n",
      "<p>war\n\n# peace</p>\n"),
    Rule("2.5", "a reference to a tab does not indent", "&#9;war\n", "<p>\twar</p>\n"),
    Rule(
      "2.5", "a reference is no bracket of a link", "&lbrack;war](/w) [war&rbrack;(/w)\n",
      "<p>[war](/w) [war](/w)</p>\n"),
    Rule(
      "2.5", "a reference does not quote a title", "[war](/w &quot;never&quot;)\n",
      "<p>[war](/w &quot;never&quot;)</p>\n"),
  ]
}
