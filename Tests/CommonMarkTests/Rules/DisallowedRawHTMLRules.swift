extension Rule {
  /// GFM, section 6.11.
  static let disallowedRawHTML: [Rule] = [
    Rule(
      "GFM 6.11", "a disallowed tag is shown as text, others pass", "War <b> <script> and <xmp> <i>.\n",
      "<p>War <b> &lt;script> and &lt;xmp> <i>.</p>\n"),
    Rule(
      "GFM 6.11", "names have no letter case", "War <ScrIpt> <XMP>\n", "<p>War &lt;ScrIpt> &lt;XMP></p>\n"),
    Rule(
      "GFM 6.11", "attributes, end tags and tags that close themselves are disallowed too",
      "War <iframe src=\"a\"> </iframe> <title/>\n",
      "<p>War &lt;iframe src=\"a\"> &lt;/iframe> &lt;title/></p>\n"),
    Rule(
      "GFM 6.11", "a longer or shorter name is not disallowed", "War <titles> <script-x> <tit>\n",
      "<p>War <titles> <script-x> <tit></p>\n"),
    Rule(
      "GFM 6.11", "a disallowed tag of an HTML block is filtered", "<div><style>\na { }\n</style></div>\n",
      "<div>&lt;style>\na { }\n&lt;/style></div>\n"),
    Rule(
      "GFM 6.11", "a tag in a code span or code block is no tag", "`<script>`\n\n    <script>\n",
      "<p><code>&lt;script&gt;</code></p>\n<pre><code>&lt;script&gt;\n</code></pre>\n"),
  ]

  /// The nine names.
  static let disallowedNames = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ].map { name in
    Rule(
      "GFM 6.11", "\(name) is disallowed", "War <\(name)></\(name)>\n",
      "<p>War &lt;\(name)>&lt;/\(name)></p>\n")
  }
}
