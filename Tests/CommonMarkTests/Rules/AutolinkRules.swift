extension Rule {
  /// Section 6.5: URIs and mail addresses in angle brackets.
  static let autolinks: [Rule] = [
    Rule(
      "6.5", "an absolute URI in angle brackets is a link", "<https://example.org/a?b=c&d#e>\n",
      "<p><a href=\"https://example.org/a?b=c&amp;d#e\">https://example.org/a?b=c&amp;d#e</a></p>\n"),
    Rule(
      "6.5", "schemes may have any letter case", "<WIRE:War>\n",
      "<p><a href=\"WIRE:War\">WIRE:War</a></p>\n"),
    Rule(
      "6.5", "a scheme need not be registered, and may have digits, + . and -",
      "<a1+b.c-d:war> <my.host:8080/w>\n",
      "<p><a href=\"a1+b.c-d:war\">a1+b.c-d:war</a> <a href=\"my.host:8080/w\">my.host:8080/w</a></p>\n"),
    Rule(
      "6.5", "a scheme starts with a letter", "<1a:war> <+a:war>\n",
      "<p>&lt;1a:war&gt; &lt;+a:war&gt;</p>\n"),
    Rule(
      "6.5", "a scheme has no other characters", "<a_b:war> <é-b:war>\n",
      "<p>&lt;a_b:war&gt; &lt;é-b:war&gt;</p>\n"),
    Rule(
      "6.5", "a scheme has at least two characters", "<ab:war> <a:war>\n",
      "<p><a href=\"ab:war\">ab:war</a> &lt;a:war&gt;</p>\n"),
    Rule(
      "6.5", "a scheme may have 32 characters", "<\(String(repeating: "a", count: 32)):war>\n",
      """
      <p><a href="\(String(repeating: "a", count: 32)):war">\(String(repeating: "a", count: 32)):war\
      </a></p>

      """),
    Rule(
      "6.5", "a scheme may not have 33 characters", "<\(String(repeating: "a", count: 33)):war>\n",
      "<p>&lt;\(String(repeating: "a", count: 33)):war&gt;</p>\n"),
    Rule("6.5", "nothing need follow the colon", "<wire:>\n", "<p><a href=\"wire:\">wire:</a></p>\n"),
    Rule(
      "6.5", "a colon must follow the scheme", "<wire> <news.example/w>\n",
      "<p><wire> &lt;news.example/w&gt;</p>\n"),
    Rule(
      "6.5", "a URI has no space", "<wire:war and> < wire:war> <wire:war >\n",
      "<p>&lt;wire:war and&gt; &lt; wire:war&gt; &lt;wire:war &gt;</p>\n"),
    Rule(
      "6.5", "a URI has no control characters", "<wire:war\tand> <wire:\u{7F}> <wire:war\nand>\n",
      "<p>&lt;wire:war\tand&gt; &lt;wire:\u{7F}&gt; &lt;wire:war\nand&gt;</p>\n"),
    Rule("6.5", "a URI has no angle bracket", "<wire:war<and>\n", "<p>&lt;wire:war<and></p>\n"),
    Rule(
      "6.5", "other characters of a URI are percent-encoded in the target", "<wire:w\"é[1]>\n",
      "<p><a href=\"wire:w%22%C3%A9%5B1%5D\">wire:w&quot;é[1]</a></p>\n"),
    Rule(
      "6.5", "backslashes do not escape", "<wire:\\[war\\]>\n",
      "<p><a href=\"wire:%5C%5Bwar%5C%5D\">wire:\\[war\\]</a></p>\n"),
    Rule(
      "6.5", "nothing is parsed in it", "<wire:*war*>\n", "<p><a href=\"wire:*war*\">wire:*war*</a></p>\n"),
    Rule("6.5", "angle brackets without a URI are text", "<> <:war>\n", "<p>&lt;&gt; &lt;:war&gt;</p>\n"),
    Rule(
      "6.5", "a mail address in angle brackets is a link", "<news@desk.example.org>\n",
      "<p><a href=\"mailto:news@desk.example.org\">news@desk.example.org</a></p>\n"),
    Rule(
      "6.5", "a mail address may have many characters before the @", "<.!#$%&'*+/=?^_`{|}~-Ab1@c>\n",
      """
      <p><a href="mailto:.!#$%&amp;&#x27;*+/=?%5E_%60%7B%7C%7D~-Ab1@c">.!#$%&amp;'*+/=?^_`{|}~-Ab1@c\
      </a></p>

      """),
    Rule(
      "6.5", "a mail address needs a character before and behind the @", "<@war> <war@>\n",
      "<p>&lt;@war&gt; &lt;war@&gt;</p>\n"),
    Rule(
      "6.5", "a mail address has no other characters before the @", "<a(b@c> <a b@c> <é@c>\n",
      "<p>&lt;a(b@c&gt; &lt;a b@c&gt; &lt;é@c&gt;</p>\n"),
    Rule(
      "6.5", "a label of a domain has letters, digits and inner hyphens",
      "<a@b-c.1d> <a@-b> <a@b-> <a@b_c>\n",
      "<p><a href=\"mailto:a@b-c.1d\">a@b-c.1d</a> &lt;a@-b&gt; &lt;a@b-&gt; &lt;a@b_c&gt;</p>\n"),
    Rule(
      "6.5", "a label of a domain is not empty", "<a@b..c> <a@b.>\n",
      "<p>&lt;a@b..c&gt; &lt;a@b.&gt;</p>\n"),
    Rule(
      "6.5", "a label of a domain may have 63 characters",
      "<a@\(String(repeating: "b", count: 63)).\(String(repeating: "c", count: 63))>\n",
      """
      <p><a href="mailto:a@\(String(repeating: "b", count: 63)).\(String(repeating: "c", count: 63))">\
      a@\(String(repeating: "b", count: 63)).\(String(repeating: "c", count: 63))</a></p>

      """),
    Rule(
      "6.5", "a label of a domain may not have 64 characters", "<a@\(String(repeating: "b", count: 64))>\n",
      "<p>&lt;a@\(String(repeating: "b", count: 64))&gt;</p>\n"),
    Rule("6.5", "backslashes do not escape in a mail address", "<a\\+@b>\n", "<p>&lt;a+@b&gt;</p>\n"),
    Rule("6.5", "without angle brackets there is no link", "wire:war\n", "<p>wire:war</p>\n"),
  ]
}
