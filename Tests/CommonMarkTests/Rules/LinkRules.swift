extension Rule {
  /// Section 6.3: inline links and references.
  static let links: [Rule] = [
    Rule(
      "6.3", "an inline link has a text, a destination and a title", "[war](/w \"never again\")\n",
      "<p><a href=\"/w\" title=\"never again\">war</a></p>\n"),
    Rule("6.3", "the title may be omitted", "[war](/w)\n", "<p><a href=\"/w\">war</a></p>\n"),
    Rule("6.3", "the text may be omitted", "[](/w)\n", "<p><a href=\"/w\"></a></p>\n"),
    Rule(
      "6.3", "the destination may be omitted", "[war]() [peace](<>) [](<>)\n",
      "<p><a href=\"\">war</a> <a href=\"\">peace</a> <a href=\"\"></a></p>\n"),
    Rule("6.3", "a bare destination has no space", "[war](/w 1)\n", "<p>[war](/w 1)</p>\n"),
    Rule(
      "6.3", "a destination in angle brackets may have spaces", "[war](</w 1>)\n",
      "<p><a href=\"/w%201\">war</a></p>\n"),
    Rule(
      "6.3", "a destination has no line ending", "[war](/w\n1)\n\n[peace](</p\n1>)\n",
      "<p>[war](/w\n1)</p>\n<p>[peace](&lt;/p\n1&gt;)</p>\n"),
    Rule(
      "6.3", "a destination has no control characters", "[war](/w\u{1}1) [peace](/p\u{7F})\n",
      "<p>[war](/w\u{1}1) [peace](/p\u{7F})</p>\n"),
    Rule(
      "6.3", "a destination in angle brackets may have parentheses", "[war](<w)(>)\n",
      "<p><a href=\"w)(\">war</a></p>\n"),
    Rule(
      "6.3", "a destination in angle brackets has no < and no > that is not escaped",
      "[war](<w<>) [peace](<p\\<\\>>)\n", "<p>[war](&lt;w&lt;&gt;) <a href=\"p%3C%3E\">peace</a></p>\n"),
    Rule(
      "6.3", "angle brackets must enclose the destination", "[war](<w\\>) [peace](<p>1) [truce](<t\n",
      "<p>[war](&lt;w&gt;) [peace](<p>1) [truce](&lt;t</p>\n"),
    Rule(
      "6.3", "a bare destination may have < and > behind its first character", "[war](w<1>)\n",
      "<p><a href=\"w%3C1%3E\">war</a></p>\n"),
    Rule(
      "6.3", "parentheses in a destination may be escaped", "[war](\\(w\\))\n",
      "<p><a href=\"(w)\">war</a></p>\n"),
    Rule(
      "6.3", "balanced parentheses need no escape", "[war](/w_(1(2(3)))) end\n",
      "<p><a href=\"/w_(1(2(3)))\">war</a> end</p>\n"),
    Rule(
      "6.3", "parentheses must be balanced", "[war](/w_(1) [peace](/p_\\(1) [truce](</t_(1>)\n",
      "<p>[war](/w_(1) <a href=\"/p_(1\">peace</a> <a href=\"/t_(1\">truce</a></p>\n"),
    Rule(
      "6.3", "an excess closing parenthesis ends the link", "[war](/w)1)\n",
      "<p><a href=\"/w\">war</a>1)</p>\n"),
    Rule(
      "6.3", "a backslash before another character stays in the destination", "[war](w\\b)\n",
      "<p><a href=\"w%5Cb\">war</a></p>\n"),
    Rule(
      "6.3", "a destination may have a fragment and a query", "[war](#w) [peace](/p?a=b&c#d)\n",
      "<p><a href=\"#w\">war</a> <a href=\"/p?a=b&amp;c#d\">peace</a></p>\n"),
    Rule(
      "6.3", "percent encoding in a destination is left alone, references are decoded",
      "[war](/w%20&auml;)\n", "<p><a href=\"/w%20%C3%A4\">war</a></p>\n"),
    Rule("6.3", "a title alone is a destination", "[war](\"w\")\n", "<p><a href=\"%22w%22\">war</a></p>\n"),
    Rule(
      "6.3", "titles have double quotes, single quotes or parentheses",
      "[war](/w \"a\") [peace](/p 'b') [truce](/t (c))\n",
      """
      <p><a href="/w" title="a">war</a> <a href="/p" title="b">peace</a> <a href="/t" title="c">truce\
      </a></p>

      """),
    Rule(
      "6.3", "quotes of a title must match", "[war](/w \"a')\n\n[peace](/p (b\")\n",
      "<p>[war](/w &quot;a')</p>\n<p>[peace](/p (b&quot;)</p>\n"),
    Rule(
      "6.3", "a title may have its own quote escaped only",
      "[war](/w \"a \\\" b\") [peace](/p \"c \"d\" e\")\n",
      "<p><a href=\"/w\" title=\"a &quot; b\">war</a> [peace](/p &quot;c &quot;d&quot; e&quot;)</p>\n"),
    Rule(
      "6.3", "a title may have the other quotes", "[war](/w 'a \"b\" c') [peace](/p \"d (e)\")\n",
      """
      <p><a href="/w" title="a &quot;b&quot; c">war</a> <a href="/p" title="d (e)">peace</a></p>

      """),
    Rule(
      "6.3", "a title in parentheses has none that is not escaped",
      "[war](/w (a (b)) [peace](/p (a \\(b\\) c))\n",
      "<p>[war](/w (a (b)) <a href=\"/p\" title=\"a (b) c\">peace</a></p>\n"),
    Rule("6.3", "a title may be empty", "[war](/w \"\")\n", "<p><a href=\"/w\">war</a></p>\n"),
    Rule(
      "6.3", "a title may extend over lines", "[war](/w \"never\nagain\")\n",
      "<p><a href=\"/w\" title=\"never\nagain\">war</a></p>\n"),
    Rule(
      "6.3", "a title has no blank line", "[war](/w \"never\n\nagain\")\n",
      "<p>[war](/w &quot;never</p>\n<p>again&quot;)</p>\n"),
    Rule(
      "6.3", "white space must separate destination and title", "[war](/w\"a\") [peace](</p>\"b\")\n",
      "<p><a href=\"/w%22a%22\">war</a> [peace](</p>&quot;b&quot;)</p>\n"),
    Rule(
      "6.3", "a no-break space does not separate them", "[war](/w\u{A0}\"a\")\n",
      "<p><a href=\"/w%C2%A0%22a%22\">war</a></p>\n"),
    Rule(
      "6.3", "spaces, tabs and one line ending may stand around destination and title",
      "[war]( \t\n  /w \t\n  \"a\" \t\n  )\n", "<p><a href=\"/w\" title=\"a\">war</a></p>\n"),
    Rule(
      "6.3", "nothing may stand between text and parenthesis", "[war] (/w)\n\n[war]\n(/w)\n",
      "<p>[war] (/w)</p>\n<p>[war]\n(/w)</p>\n"),
    Rule(
      "6.3", "the text may have balanced brackets", "[war [and [peace]]](/w)\n",
      "<p><a href=\"/w\">war [and [peace]]</a></p>\n"),
    Rule(
      "6.3", "brackets in the text must be balanced or escaped",
      "[war] peace](/w)\n\n[war [peace](/p)\n\n[war \\[ peace](/w)\n",
      """
      <p>[war] peace](/w)</p>
      <p>[war <a href="/p">peace</a></p>
      <p><a href="/w">war [ peace</a></p>

      """),
    Rule(
      "6.3", "the text may have inlines", "[*war* `and` ![peace](/p)](/w)\n",
      "<p><a href=\"/w\"><em>war</em> <code>and</code> <img src=\"/p\" alt=\"peace\" /></a></p>\n"),
    Rule(
      "6.3", "a link has no link in it: the innermost counts", "[war [and](/a) peace](/p)\n",
      "<p>[war <a href=\"/a\">and</a> peace](/p)</p>\n"),
    Rule(
      "6.3", "a link has no link in it at any depth", "[war *and [peace [or](/o)](/p)* truce](/t)\n",
      "<p>[war <em>and [peace <a href=\"/o\">or</a>](/p)</em> truce](/t)</p>\n"),
    Rule(
      "6.3", "a link has no link in an image in it", "[![war [and](/a)](/w)](/p)\n",
      "<p>[<img src=\"/w\" alt=\"war and\" />](/p)</p>\n"),
    Rule(
      "6.3", "a text's brackets go before emphasis", "*[war*](/w)\n\n[war *and](/w) peace*\n",
      "<p>*<a href=\"/w\">war*</a></p>\n<p><a href=\"/w\">war *and</a> peace*</p>\n"),
    Rule(
      "6.3", "brackets that make no link do not go before emphasis", "*war [and* peace]\n",
      "<p><em>war [and</em> peace]</p>\n"),
    Rule(
      "6.3", "a tag goes before a text's brackets", "[war <b title=\"](/w)\">\n",
      "<p>[war <b title=\"](/w)\"></p>\n"),
    Rule(
      "6.3", "a code span goes before a text's brackets", "[war `](/w)`\n",
      "<p>[war <code>](/w)</code></p>\n"),
    Rule(
      "6.3", "an autolink goes before a text's brackets", "[war <wire:](w)>\n",
      "<p>[war <a href=\"wire:%5D(w)\">wire:](w)</a></p>\n"),
    Rule(
      "6.3", "a full reference has a text and a label", "[*war*][W]\n\n[w]: /w \"never\"\n",
      "<p><a href=\"/w\" title=\"never\"><em>war</em></a></p>\n"),
    Rule(
      "6.3", "a full reference's text may have balanced brackets, others escaped",
      "[war [and] peace][w] [war \\] peace][w]\n\n[w]: /w\n",
      "<p><a href=\"/w\">war [and] peace</a> <a href=\"/w\">war ] peace</a></p>\n"),
    Rule(
      "6.3", "a full reference's text has no link", "[war [and](/a)][w]\n\n[w]: /w\n",
      "<p>[war <a href=\"/a\">and</a>]<a href=\"/w\">w</a></p>\n"),
    Rule(
      "6.3", "a full reference's brackets go before emphasis", "*[war*][w]\n\n[w]: /w\n",
      "<p>*<a href=\"/w\">war*</a></p>\n"),
    Rule(
      "6.3", "tags, code and autolinks go before a full reference's brackets",
      "[war <b title=\"][w]\"> [war `][w]` [war <wire:][w]>\n\n[w]: /w\n",
      """
      <p>[war <b title="][w]"> [war <code>][w]</code> [war <a href="wire:%5D%5Bw%5D">wire:][w]</a></p>

      """),
    Rule(
      "6.3", "labels match by Unicode case folding", "[ẞ] [ΣΊΣΥΦΟΣ]\n\n[SS]: /s\n[σίσυφος]: /k\n",
      "<p><a href=\"/s\">ẞ</a> <a href=\"/k\">ΣΊΣΥΦΟΣ</a></p>\n"),
    Rule(
      "6.3", "white space inside a label counts as one space",
      "[war \tand\n  peace]\n\n[war and peace]: /w\n", "<p><a href=\"/w\">war \tand\npeace</a></p>\n"),
    Rule(
      "6.3", "white space around a label does not count", "[war][ w\n]\n\n[ w]: /w\n",
      "<p><a href=\"/w\">war</a></p>\n"),
    Rule(
      "6.3", "nothing may stand between text and label", "[war] [w]\n\n[war]\n[w]\n\n[w]: /w\n",
      "<p>[war] <a href=\"/w\">w</a></p>\n<p>[war]\n<a href=\"/w\">w</a></p>\n"),
    Rule(
      "6.3", "labels match as they are written, not as they are parsed",
      "[war\\!] [*peace*]\n\n[war!]: /w\n[_peace_]: /p\n", "<p>[war!] [<em>peace</em>]</p>\n"),
    Rule(
      "6.3", "a label has no bracket that is not escaped",
      "[war][w[1]] [war][w\\[1\\]]\n\n[w\\[1\\]]: /w\n", "<p>[war][w[1]] <a href=\"/w\">war</a></p>\n"),
    Rule(
      "6.3", "behind an escaped backslash a bracket ends the label", "[w\\\\]\n\n[w\\\\]: /w\n",
      "<p><a href=\"/w\">w\\</a></p>\n"),
    Rule(
      "6.3", "a label must have more than white space", "[war][ ] []\n\n[]: /w\n",
      "<p>[war][ ] []</p>\n<p>[]: /w</p>\n"),
    Rule(
      "6.3", "a label may have 999 characters",
      "[war][\(String(repeating: "w", count: 999))]\n\n[\(String(repeating: "w", count: 999))]: /w\n",
      "<p><a href=\"/w\">war</a></p>\n"),
    Rule(
      "6.3", "a label may not have 1000 characters",
      "[\(String(repeating: "w", count: 1000))]\n\n[\(String(repeating: "w", count: 1000))]: /w\n",
      """
      <p>[\(String(repeating: "w", count: 1000))]</p>
      <p>[\(String(repeating: "w", count: 1000))]: /w</p>

      """),
    Rule(
      "6.3", "a label's limit counts characters, whatever bytes they take",
      "[war][\(String(repeating: "я", count: 999))]\n\n[\(String(repeating: "я", count: 999))]: /w\n",
      "<p><a href=\"/w\">war</a></p>\n"),
    Rule(
      "6.3", "a collapsed reference has empty brackets behind its label",
      "[*War*][]\n\n[*war*]: /w \"never\"\n", "<p><a href=\"/w\" title=\"never\"><em>War</em></a></p>\n"),
    Rule(
      "6.3", "nothing may stand between a label and the empty brackets", "[war]\n[]\n\n[war]: /w\n",
      "<p><a href=\"/w\">war</a>\n[]</p>\n"),
    Rule(
      "6.3", "a shortcut reference is its label alone", "[*War*] [peace]\n\n[*war*]: /w \"never\"\n",
      "<p><a href=\"/w\" title=\"never\"><em>War</em></a> [peace]</p>\n"),
    Rule(
      "6.3", "a shortcut reference may stand in brackets", "[[war]] [[peace [war]]]\n\n[war]: /w\n",
      "<p>[<a href=\"/w\">war</a>] [[peace <a href=\"/w\">war</a>]]</p>\n"),
    Rule(
      "6.3", "the space behind a shortcut reference is kept", "[war] peace\n\n[war]: /w\n",
      "<p><a href=\"/w\">war</a> peace</p>\n"),
    Rule(
      "6.3", "an escaped bracket makes no reference", "\\[war] [war\\]\n\n[war]: /w\n",
      "<p>[war] [war]</p>\n"),
    Rule(
      "6.3", "a label ends at the first bracket", "*[war*]\n\n[war*]: /w\n",
      "<p>*<a href=\"/w\">war*</a></p>\n"),
    Rule(
      "6.3", "a full and a collapsed reference go before a shortcut reference",
      "[war][peace] [war][]\n\n[war]: /w\n[peace]: /p\n",
      "<p><a href=\"/p\">war</a> <a href=\"/w\">war</a></p>\n"),
    Rule(
      "6.3", "an inline link goes before a shortcut reference", "[war]() [war](/p)\n\n[war]: /w\n",
      "<p><a href=\"\">war</a> <a href=\"/p\">war</a></p>\n"),
    Rule(
      "6.3", "a shortcut reference may stand before what is no inline link",
      "[war](no link)\n\n[war]: /w\n", "<p><a href=\"/w\">war</a>(no link)</p>\n"),
    Rule(
      "6.3", "of three brackets the last two can be a reference", "[war][and][peace]\n\n[peace]: /p\n",
      "<p>[war]<a href=\"/p\">and</a></p>\n"),
    Rule(
      "6.3", "of three brackets the first two go before the last two",
      "[war][and][peace]\n\n[and]: /a\n[peace]: /p\n",
      "<p><a href=\"/a\">war</a><a href=\"/p\">peace</a></p>\n"),
    Rule(
      "6.3", "before a label without a definition there is no shortcut reference",
      "[war][and][peace]\n\n[war]: /w\n[peace]: /p\n", "<p>[war]<a href=\"/p\">and</a></p>\n"),
  ]
}
