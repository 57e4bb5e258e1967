extension Rule {
  /// GFM, section 6.9: links without angle brackets.
  static let extendedAutolinks: [Rule] = [
    Rule(
      "GFM 6.9", "www. and a domain are a link", "See www.example.org now.\n",
      "<p>See <a href=\"http://www.example.org\">www.example.org</a> now.</p>\n"),
    Rule(
      "GFM 6.9", "http://, https:// and ftp:// and a domain are a link",
      "http://a.example https://b.example ftp://c.example\n",
      """
      <p><a href="http://a.example">http://a.example</a> <a href="https://b.example">https://b.example\
      </a> <a href="ftp://c.example">ftp://c.example</a></p>

      """),
    Rule(
      "GFM 6.9", "no other scheme makes a link", "gopher://a.example http:/b.example https:c.example\n",
      "<p>gopher://a.example http:/b.example https:c.example</p>\n"),
    Rule(
      "GFM 6.9", "a link may start a line, or follow white space, *, _, ~ or (",
      "www.a.example\nwww.b.example **www.c.example** _www.d.example/_ ~~www.e.example~~ (www.f.example)\n",
      """
      <p><a href="http://www.a.example">www.a.example</a>
      <a href="http://www.b.example">www.b.example</a> <strong><a href="http://www.c.example">\
      www.c.example</a></strong> <em><a href="http://www.d.example/">www.d.example/</a></em> <del><a \
      href="http://www.e.example">www.e.example</a></del> (<a href="http://www.f.example">www.f.example\
      </a>)</p>

      """),
    Rule(
      "GFM 6.9", "a link may follow no other character",
      "-www.a.example \"www.b.example cwww.c.example /www.d.example\n",
      "<p>-www.a.example &quot;www.b.example cwww.c.example /www.d.example</p>\n"),
    Rule(
      "GFM 6.9", "a domain has letters, digits, _ and - between dots", "www.a-1.b_2.example.org\n",
      "<p><a href=\"http://www.a-1.b_2.example.org\">www.a-1.b_2.example.org</a></p>\n"),
    Rule("GFM 6.9", "a domain has a dot behind www", "www. www www. \n", "<p>www. www www.</p>\n"),
    Rule(
      "GFM 6.9", "the last two parts of a domain have no _",
      "www.a_b.example.org www.a.ex_ample.org www.a.example.o_g\n",
      """
      <p><a href="http://www.a_b.example.org">www.a_b.example.org</a> www.a.ex_ample.org \
      www.a.example.o_g</p>

      """),
    Rule(
      "GFM 6.9", "any characters but white space and < may follow the domain",
      "www.example.org/a?b=c#d\"e'f[1]é|{x} www.example.org/a<b\n",
      """
      <p><a href="http://www.example.org/a?b=c#d%22e&#x27;f%5B1%5D%C3%A9%7C%7Bx%7D">\
      www.example.org/a?b=c#d&quot;e'f[1]é|{x}</a> <a href="http://www.example.org/a">www.example.org/a\
      </a>&lt;b</p>

      """),
    Rule(
      "GFM 6.9", "punctuation at the end is no part of the link",
      """
      www.a.example? www.a.example! www.a.example. www.a.example, www.a.example:
      www.a.example* www.a.example/_ www.a.example~ www.a.example/b?!.,:

      """,
      """
      <p><a href="http://www.a.example">www.a.example</a>? <a href="http://www.a.example">www.a.example\
      </a>! <a href="http://www.a.example">www.a.example</a>. <a href="http://www.a.example">\
      www.a.example</a>, <a href="http://www.a.example">www.a.example</a>:
      <a href="http://www.a.example">www.a.example</a>* <a href="http://www.a.example/">www.a.example/\
      </a>_ <a href="http://www.a.example">www.a.example</a>~ <a href="http://www.a.example/b">\
      www.a.example/b</a>?!.,:</p>

      """),
    Rule(
      "GFM 6.9", "punctuation inside is part of the link", "https://a.example/b.c,d:e!f?g*h_i~j\n",
      "<p><a href=\"https://a.example/b.c,d:e!f?g*h_i~j\">https://a.example/b.c,d:e!f?g*h_i~j</a></p>\n"),
    Rule(
      "GFM 6.9", "closing parentheses in excess at the end are no part of the link",
      "(www.a.example/b_(c)) www.a.example/b)))\n",
      """
      <p>(<a href="http://www.a.example/b_(c)">www.a.example/b_(c)</a>) <a \
      href="http://www.a.example/b">www.a.example/b</a>)))</p>

      """),
    Rule(
      "GFM 6.9", "balanced parentheses at the end are part of the link", "https://a.example/b_(c(d))\n",
      "<p><a href=\"https://a.example/b_(c(d))\">https://a.example/b_(c(d))</a></p>\n"),
    Rule(
      "GFM 6.9", "parentheses inside are part of the link, balanced or not",
      "www.a.example/b)c) www.a.example/(b))+c\n",
      """
      <p><a href="http://www.a.example/b)c">www.a.example/b)c</a>) <a \
      href="http://www.a.example/(b))+c">www.a.example/(b))+c</a></p>

      """),
    Rule(
      "GFM 6.9", "what looks like a reference at the end is no part of the link",
      "www.a.example/b?c&d; www.a.example/b&amp;\n",
      """
      <p><a href="http://www.a.example/b?c">www.a.example/b?c</a>&amp;d; <a \
      href="http://www.a.example/b">www.a.example/b</a>&amp;</p>

      """),
    Rule(
      "GFM 6.9", "what looks like a reference inside is part of the link",
      "www.a.example/b?c&d;e www.a.example/b?c&d=e\n",
      """
      <p><a href="http://www.a.example/b?c&amp;d;e">www.a.example/b?c&amp;d;e</a> <a \
      href="http://www.a.example/b?c&amp;d=e">www.a.example/b?c&amp;d=e</a></p>

      """),
    Rule(
      "GFM 6.9", "a mail address is a link", "Write to news.desk-1_a+b@mail.example.org now.\n",
      """
      <p>Write to <a href="mailto:news.desk-1_a+b@mail.example.org">news.desk-1_a+b@mail.example.org\
      </a> now.</p>

      """),
    Rule(
      "GFM 6.9", "a mail address needs a character before the @ and a dot behind it",
      "@a.example news@desk\n", "<p>@a.example news@desk</p>\n"),
    Rule(
      "GFM 6.9", "+ may stand before the @ only", "a+b@c.example a@b+c.example\n",
      "<p><a href=\"mailto:a+b@c.example\">a+b@c.example</a> a@b+c.example</p>\n"),
    Rule(
      "GFM 6.9", ". - and _ may stand on both sides of the @", "a.b-c_d@e-f_g.h.example\n",
      "<p><a href=\"mailto:a.b-c_d@e-f_g.h.example\">a.b-c_d@e-f_g.h.example</a></p>\n"),
    Rule(
      "GFM 6.9", "a dot at the end is no part of the address", "a@b.example.\n",
      "<p><a href=\"mailto:a@b.example\">a@b.example</a>.</p>\n"),
    Rule(
      "GFM 6.9", "- or _ at the end makes it no address", "a@b.example- a@b.example_\n",
      "<p>a@b.example- a@b.example_</p>\n"),
    Rule(
      "GFM 6.9", "in a code span, a link or a tag there is none",
      "`www.a.example` [www.b.example](/b) <b title=\"www.c.example\">\n",
      "<p><code>www.a.example</code> <a href=\"/b\">www.b.example</a> <b title=\"www.c.example\"></p>\n"),
    Rule(
      "GFM 6.9", "a heading may have one", "# www.a.example\n",
      "<h1><a href=\"http://www.a.example\">www.a.example</a></h1>\n"),
  ]
}
