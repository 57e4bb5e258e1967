extension Rule {
  /// Section 2.4: what a backslash takes the meaning from, and where.
  static let backslashEscapes: [Rule] = [
    Rule(
      "2.4", "any ASCII punctuation character may be escaped",
      """
      \\~ \\} \\| \\{ \\` \\_ \\^ \\] \\\\ \\[ \\@ \\? \\> \\= \\< \\;
      \\: \\/ \\. \\- \\, \\+ \\* \\) \\( \\' \\& \\% \\$ \\# \\" \\!

      """, "<p>~ } | { ` _ ^ ] \\ [ @ ? &gt; = &lt; ;\n: / . - , + * ) ( ' &amp; % $ # &quot; !</p>\n"),
    Rule(
      "2.4", "a backslash before a letter, a digit or a space stays", "C:\\news\\2026 \\ end\n",
      "<p>C:\\news\\2026 \\ end</p>\n"),
    Rule("2.4", "a backslash before a tab stays", "war\\\tpeace\n", "<p>war\\\tpeace</p>\n"),
    Rule(
      "2.4", "a backslash before punctuation that is not ASCII stays", "\\« \\– \\€ \\é\n",
      "<p>\\« \\– \\€ \\é</p>\n"),
    Rule("2.4", "an escaped delimiter makes no emphasis", "\\*war* \\_peace_\n", "<p>*war* _peace_</p>\n"),
    Rule("2.4", "an escaped backtick opens no code span", "\\`war`\n", "<p>`war`</p>\n"),
    Rule("2.4", "an escaped bracket opens no link", "\\[war](/w)\n", "<p>[war](/w)</p>\n"),
    Rule(
      "2.4", "an escaped exclamation mark leaves a link", "\\![war](/w)\n",
      "<p>!<a href=\"/w\">war</a></p>\n"),
    Rule(
      "2.4", "an escaped angle bracket opens no tag and no autolink", "\\<b> \\<wire:war>\n",
      "<p>&lt;b&gt; &lt;wire:war&gt;</p>\n"),
    Rule("2.4", "an escaped ampersand starts no character reference", "\\&copy;\n", "<p>&amp;copy;</p>\n"),
    Rule("2.4", "an escaped number sign opens no heading", "\\## war\n", "<p>## war</p>\n"),
    Rule("2.4", "an escaped bullet opens no list item", "\\+ war\n", "<p>+ war</p>\n"),
    Rule("2.4", "an escaped delimiter behind a number opens no list item", "7\\) war\n", "<p>7) war</p>\n"),
    Rule("2.4", "an escaped greater-than sign opens no block quote", "\\> war\n", "<p>&gt; war</p>\n"),
    Rule("2.4", "an escaped character makes no thematic break", "\\***\n", "<p>***</p>\n"),
    Rule("2.4", "an escaped character makes no setext underline", "war\n\\===\n", "<p>war\n===</p>\n"),
    Rule("2.4", "an escaped tilde opens no fence", "\\~~~\nwar\n", "<p>~~~\nwar</p>\n"),
    Rule(
      "2.4", "an escaped bracket starts no link reference definition", "\\[war]: /w\n",
      "<p>[war]: /w</p>\n"),
    Rule("2.4", "behind an escaped backslash nothing is escaped", "\\\\_war_\n", "<p>\\<em>war</em></p>\n"),
    Rule(
      "2.4", "escapes do not work in code spans", "`` \\`war\\` ``\n", "<p><code>\\`war\\`</code></p>\n"),
    Rule(
      "2.4", "escapes do not work in indented code", "    \\*war\\*\n",
      "<pre><code>\\*war\\*\n</code></pre>\n"),
    Rule(
      "2.4", "escapes do not work in fenced code", "```\n\\~war\n```\n",
      "<pre><code>\\~war\n</code></pre>\n"),
    Rule(
      "2.4", "escapes do not work in autolinks", "<wire:war\\*>\n",
      "<p><a href=\"wire:war%5C*\">wire:war\\*</a></p>\n"),
    Rule("2.4", "escapes do not work in raw HTML", "<b id=\"\\*\">\n", "<b id=\"\\*\">\n"),
    Rule(
      "2.4", "escapes work in a link's destination and title", "[war](/w\\_1\\* \"\\*never\\*\")\n",
      "<p><a href=\"/w_1*\" title=\"*never*\">war</a></p>\n"),
    Rule(
      "2.4", "escapes work in a link reference definition",
      "[war\\]]\n\n[war\\]]: /w\\* \"\\\"again\\\"\"\n",
      "<p><a href=\"/w*\" title=\"&quot;again&quot;\">war]</a></p>\n"),
    Rule(
      "2.4", "escapes work in an info string", "``` war\\*peace\n```\n",
      "<pre><code class=\"language-war*peace\"></code></pre>\n"),
  ]
}
