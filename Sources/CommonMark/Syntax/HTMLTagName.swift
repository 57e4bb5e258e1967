/// A tag's name, and what the grammar says of it. Letter case does not matter.
struct HTMLTagName {
  private let name: String

  /// Takes the name from its bytes; no known name has more than 10.
  init(_ bytes: Span<UInt8>) {
    var name = ""
    if bytes.count <= 10 {
      for index in bytes.indices { name.unicodeScalars.append(Unicode.Scalar(bytes[index].lowercased)) }
    }
    self.name = name
  }

  /// Section 4.6, kind 1.
  var isLiteral: Bool { Self.literals.contains(name) }
  /// Section 4.6, kind 6.
  var isBlock: Bool { Self.blocks.contains(name) }
  /// GFM, "Disallowed Raw HTML".
  var isDisallowed: Bool { Self.disallowed.contains(name) }

  private static let literals: Set<String> = ["pre", "script", "style", "textarea"]

  private static let blocks: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup",
    "option",
    "p", "param", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title",
    "tr",
    "track", "ul",
  ]

  private static let disallowed: Set<String> = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]
}
