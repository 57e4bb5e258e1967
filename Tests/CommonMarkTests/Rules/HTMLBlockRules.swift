extension Rule {
  /// Section 4.6: the seven kinds, how they start and how they end.
  static let htmlBlocks: [Rule] = [
    Rule(
      "4.6", "kind 1 ends with the line of an end tag, and may have blank lines",
      "<pre>\n*war*\n\n*peace*\n</pre> *truce*\n*talks*\n",
      "<pre>\n*war*\n\n*peace*\n</pre> *truce*\n<p><em>talks</em></p>\n"),
    Rule(
      "4.6", "the end tag of kind 1 need not match, nor be alone",
      "<pre lang=\"c\">\nwar *and* </textarea> *peace*\n*truce*\n",
      "<pre lang=\"c\">\nwar *and* </textarea> *peace*\n<p><em>truce</em></p>\n",
      gfm: "<pre lang=\"c\">\nwar *and* &lt;/textarea> *peace*\n<p><em>truce</em></p>\n"),
    Rule(
      "4.6", "names of kind 1 have no letter case", "<PRE\n\n*war*</Pre>\n*peace*\n",
      "<PRE\n\n*war*</Pre>\n<p><em>peace</em></p>\n"),
    Rule("4.6", "the start of kind 1 may be followed by a tab", "<pre\tx\n\n*war*\n", "<pre\tx\n\n*war*\n"),
    Rule(
      "4.6", "a longer name is none of kind 1", "<prelude>\n\n*war*\n", "<prelude>\n<p><em>war</em></p>\n"),
    Rule(
      "4.6", "another character behind a name makes no block of kind 1", "<pre-x\n\n*war*\n",
      "<p>&lt;pre-x</p>\n<p><em>war</em></p>\n"),
    Rule("4.6", "an end tag starts no block of kind 1", "</pre> *war*\n", "<p></pre> <em>war</em></p>\n"),
    Rule(
      "4.6", "a block whose first line has its end is that line alone", "<pre>war</pre>\n*peace*\n",
      "<pre>war</pre>\n<p><em>peace</em></p>\n"),
    Rule(
      "4.6", "without its end it goes to the end of the document", "<!-- war\n\n*peace*\n",
      "<!-- war\n\n*peace*\n"),
    Rule(
      "4.6", "without its end it goes to the end of its container", "> <?war\n> *peace*\n\n*truce*\n",
      "<blockquote>\n<?war\n*peace*\n</blockquote>\n<p><em>truce</em></p>\n"),
    Rule(
      "4.6", "its lines cannot be lazy", "> <div>\nwar\n",
      "<blockquote>\n<div>\n</blockquote>\n<p>war</p>\n"),
    Rule(
      "4.6", "kind 2 is a comment to the line of -->", "<!-- *war*\n\n  *peace* --> *truce*\n*talks*\n",
      "<!-- *war*\n\n  *peace* --> *truce*\n<p><em>talks</em></p>\n"),
    Rule(
      "4.6", "a comment of kind 2 may end with its first line", "<!-- war --> *peace*\n*truce*\n",
      "<!-- war --> *peace*\n<p><em>truce</em></p>\n"),
    Rule(
      "4.6", "kind 3 is an instruction to the line of ?>", "<?news\n\n*war* ?> *peace*\n*truce*\n",
      "<?news\n\n*war* ?> *peace*\n<p><em>truce</em></p>\n"),
    Rule(
      "4.6", "kind 4 is a declaration to the line of >", "<!news\n\n*war* > *peace*\n*truce*\n",
      "<!news\n\n*war* > *peace*\n<p><em>truce</em></p>\n"),
    Rule(
      "4.6", "the name of a declaration may have upper case", "<!NEWS *war*>\n*peace*\n",
      "<!NEWS *war*>\n<p><em>peace</em></p>\n"),
    Rule(
      "4.6", "a letter must follow the exclamation mark of kind 4", "<!1 *war*>\n",
      "<p>&lt;!1 <em>war</em>&gt;</p>\n"),
    Rule(
      "4.6", "kind 5 is a CDATA section to the line of ]]>",
      "<![CDATA[ *war*\n\n*peace* ]]> *truce*\n*talks*\n",
      "<![CDATA[ *war*\n\n*peace* ]]> *truce*\n<p><em>talks</em></p>\n"),
    Rule(
      "4.6", "CDATA must be in upper case", "<![cdata[ *war* ]]>\n",
      "<p>&lt;![cdata[ <em>war</em> ]]&gt;</p>\n"),
    Rule(
      "4.6", "kind 6 goes to a blank line", "<div>\n*war*\n</div>\n*peace*\n\n*truce*\n",
      "<div>\n*war*\n</div>\n*peace*\n<p><em>truce</em></p>\n"),
    Rule("4.6", "names of kind 6 have no letter case", "<DiV>*war*\n", "<DiV>*war*\n"),
    Rule("4.6", "kind 6 starts with an end tag too", "</section> *war*\n", "</section> *war*\n"),
    Rule(
      "4.6", "an attribute may follow the name of kind 6", "<div class=\"news\n*war*\n",
      "<div class=\"news\n*war*\n"),
    Rule("4.6", "a tab may follow the name of kind 6", "<td\t*war*\n", "<td\t*war*\n"),
    Rule("4.6", "the end of the line may follow the name of kind 6", "<p\n*war*\n", "<p\n*war*\n"),
    Rule("4.6", "> may follow the name of kind 6", "<h1>*war*\n", "<h1>*war*\n"),
    Rule("4.6", "/> may follow the name of kind 6", "<hr/>*war*\n", "<hr/>*war*\n"),
    Rule(
      "4.6", "/ alone may not follow the name of kind 6", "<hr/x *war*\n",
      "<p>&lt;hr/x <em>war</em></p>\n"),
    Rule(
      "4.6", "nothing else may follow the name of kind 6",
      "<div1 *war*\n\n<div-a *peace*\n\n<div=b *truce*\n",
      "<p>&lt;div1 <em>war</em></p>\n<p>&lt;div-a <em>peace</em></p>\n<p>&lt;div=b <em>truce</em></p>\n"),
    Rule(
      "4.6", "a tag of kind 6 need be neither valid nor complete", "<table *war* <b\n*peace*\n",
      "<table *war* <b\n*peace*\n"),
    Rule(
      "4.6", "kind 7 is any complete start tag alone on its line",
      "<news-item date=\"2026\">\n*war*\n\n*peace*\n",
      "<news-item date=\"2026\">\n*war*\n<p><em>peace</em></p>\n"),
    Rule("4.6", "kind 7 is any complete end tag alone on its line", "</ins >\n*war*\n", "</ins >\n*war*\n"),
    Rule(
      "4.6", "kind 7 can be an end tag with a name of kind 1", "</pre>\n*war*\n\n*peace*\n",
      "</pre>\n*war*\n<p><em>peace</em></p>\n"),
    Rule(
      "4.6", "kind 7 is no start tag with a name of kind 1", "<pre/>\n*war*\n",
      "<p><pre/>\n<em>war</em></p>\n"),
    Rule("4.6", "kind 7 may be a tag that closes itself", "<br />\n*war*\n", "<br />\n*war*\n"),
    Rule("4.6", "spaces and tabs may follow the tag of kind 7", "<ins> \t\n*war*\n", "<ins> \t\n*war*\n"),
    Rule(
      "4.6", "nothing else may follow the tag of kind 7", "<ins>*war*</ins>\n",
      "<p><ins><em>war</em></ins></p>\n"),
    Rule(
      "4.6", "the tag of kind 7 must be complete on its line", "<ins\nclass=\"news\">\n*war*\n",
      "<p><ins\nclass=\"news\">\n<em>war</em></p>\n"),
    Rule(
      "4.6", "the tag of kind 7 must be valid", "<ins *war*>\n\n</ins *peace*>\n",
      "<p>&lt;ins <em>war</em>&gt;</p>\n<p>&lt;/ins <em>peace</em>&gt;</p>\n"),
    Rule(
      "4.6", "an autolink starts no block of kind 7", "<wire:war>\n*peace*\n",
      "<p><a href=\"wire:war\">wire:war</a>\n<em>peace</em></p>\n"),
    Rule(
      "4.6", "kinds 1 to 6 can interrupt a paragraph",
      """
      war
      <pre>*war*</pre>
      war
      <!-- *war* -->
      war
      <?*war*?>
      war
      <!X *war*>
      war
      <![CDATA[*war*]]>
      war
      <ul>*war*

      """,
      """
      <p>war</p>
      <pre>*war*</pre>
      <p>war</p>
      <!-- *war* -->
      <p>war</p>
      <?*war*?>
      <p>war</p>
      <!X *war*>
      <p>war</p>
      <![CDATA[*war*]]>
      <p>war</p>
      <ul>*war*

      """),
    Rule(
      "4.6", "kind 7 cannot interrupt a paragraph", "war\n<ins>\n*peace*\n",
      "<p>war\n<ins>\n<em>peace</em></p>\n"),
    Rule(
      "4.6", "up to three spaces of indentation are allowed, and kept",
      "   <div>\n  *war*\n\n   <!-- *peace* -->\n", "   <div>\n  *war*\n   <!-- *peace* -->\n"),
    Rule(
      "4.6", "four spaces of indentation are too many", "    <div>\n",
      "<pre><code>&lt;div&gt;\n</code></pre>\n"),
    Rule(
      "4.6", "blocks in it are part of it", "<div>\n# war\n    peace\n- truce\n```\n> talks\n",
      "<div>\n# war\n    peace\n- truce\n```\n> talks\n"),
    Rule(
      "4.6", "the start of another kind in it changes nothing", "<div>\n<pre>\n\n*war*\n</pre>\n",
      "<div>\n<pre>\n<p><em>war</em>\n</pre></p>\n"),
    Rule(
      "4.6", "blank lines around the content let it be Markdown", "<div>\n\n*war*\n\n</div>\n",
      "<div>\n<p><em>war</em></p>\n</div>\n"),
    Rule(
      "4.6", "a tag with text behind it is part of a paragraph", "<del>*war*</del> is over\n",
      "<p><del><em>war</em></del> is over</p>\n"),
    Rule(
      "4.6", "the start and the end of kinds 2 to 4 may share characters or follow at once",
      "<!-->\n*war*\n<?>\n*peace*\n<!A>\n*truce*\n",
      "<!-->\n<p><em>war</em></p>\n<?>\n<p><em>peace</em></p>\n<!A>\n<p><em>truce</em></p>\n"),
  ]

  /// The names of kind 1: their blocks have blank lines.
  static let htmlLiteralNames = ["pre", "script", "style", "textarea"].map { name in
    let html = "<\(name)>\n\n*war*\n</\(name)>\n"
    let filtered = html.replacing("<", with: "&lt;")
    return Rule("4.6", "\(name) is a name of kind 1", html, html, gfm: name == "pre" ? html : filtered)
  }

  /// The names of kind 6: their blocks interrupt a paragraph and may have text after the tag.
  static let htmlBlockNames = """
    address article aside base basefont blockquote body caption center col colgroup dd details dialog dir \
    div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html \
    iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section summary \
    table tbody td tfoot th thead title tr track ul
    """.split(separator: " ").map { name in
      let html = "<p>war</p>\n<\(name)>*peace*\n"
      let isDisallowed = ["iframe", "noframes", "title"].contains(name)
      return Rule(
        "4.6", "\(name) is a name of kind 6", "war\n<\(name)>*peace*\n", html,
        gfm: isDisallowed ? html.replacing("<\(name)", with: "&lt;\(name)") : html)
    }
}
