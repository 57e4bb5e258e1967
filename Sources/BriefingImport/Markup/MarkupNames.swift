/// What HTML says of elements by their names.
enum MarkupNames {
  /// Elements without content and end tag (HTML, section 13.1.2).
  static let void: Set = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen",
    "link", "meta", "param",
    "source", "track", "wbr",
  ]
  /// Elements whose content is text up to their end tag.
  static let verbatim: Set = ["script", "style", "xmp", "iframe", "noembed", "noframes"]
  /// The same, but with character references.
  static let referenced: Set = ["title", "textarea"]
  /// Elements that end an open paragraph (section 13.2.6.4.7).
  static let endingParagraph: Set = [
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl",
    "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "menu", "nav",
    "ol", "p", "pre", "section",
    "summary", "table", "ul", "li", "dd", "dt",
  ]
  /// Elements within which nothing outside of them can be closed.
  static let boundaries: Set = ["table", "td", "th", "caption", "object", "template", "html", "body"]
  /// Elements that stand below each other.
  static let block: Set = endingParagraph.union([
    "html", "body", "head", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "optgroup", "option",
    "select", "video", "audio",
    "object", "canvas", "svg", "template", "noscript", "legend",
  ])

  /// Elements of drawings and formulas, which HTML's own end where they are left open (section 13.2.6.5).
  static let foreign: Set = ["svg", "math"]
  /// Elements that end them, in addition to those that end paragraphs.
  static let endingForeign: Set = endingParagraph.union([
    "b", "big", "br", "code", "em", "i", "img", "s", "small", "span", "strike", "strong", "sub", "sup", "tt",
    "u", "var",
  ])
  /// Elements of drawings and formulas in which HTML's own may stand.
  static let foreignText = [
    "foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext",
  ]

  /// Elements within which no paragraph outside of them is ended (section 13.2.4.2, “button scope”).
  static let paragraphBoundaries = ["button"] + foreignText

  static func isHeading(_ name: String) -> Bool {
    name.utf8.count == 2 && name.utf8.first == UInt8(ascii: "h") && 0x31...0x36 ~= (name.utf8.last ?? 0)
  }

  /// The elements that a start tag ends, up to the boundary that stops the search.
  static let ended: [String: (names: [String], boundary: [String])] = {
    let headings = ["h1", "h2", "h3", "h4", "h5", "h6"]
    let groups = ["thead", "tbody", "tfoot"]
    var ended: [String: (names: [String], boundary: [String])] = [
      "li": (["li"], ["ul", "ol", "menu", "dir"]), "option": (["option"], ["select"]),
      "optgroup": (["option"], ["select"]), "tr": (["tr"], ["table"]),
      // A link within a link is none.
      "a": (["a"], ["td", "th", "div", "p", "li", "section", "article"]),
    ]
    for name in ["dt", "dd"] { ended[name] = (["dt", "dd"], ["dl"]) }
    for name in ["td", "th"] { ended[name] = (["td", "th"], ["tr", "table"]) }
    for name in groups { ended[name] = (groups + ["caption", "colgroup"], ["table"]) }
    for name in headings { ended[name] = (headings, ["div", "section", "article", "li", "td", "th"]) }
    return ended
  }()
}
