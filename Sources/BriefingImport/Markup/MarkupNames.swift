/// What HTML says of elements by their names.
extension ElementName {
  /// Whether it has neither content nor end tag (HTML, section 13.1.2).
  var isVoid: Bool {
    switch self {
    case .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input, .keygen, .link,
      .meta,
      .param, .source, .track, .wbr:
      true
    default: false
    }
  }

  /// Whether its content is text up to its end tag.
  var isVerbatim: Bool {
    switch self {
    case .script, .style, .xmp, .iframe, .noembed, .noframes: true
    default: false
    }
  }

  /// The same, but with character references.
  var isReferenced: Bool { self == .title || self == .textarea }

  /// Whether it ends an open paragraph (section 13.2.6.4.7).
  var endsParagraph: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
      .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .main, .menu,
      .nav, .ol, .p, .pre, .section, .summary, .table, .ul, .li, .dd, .dt:
      true
    default: false
    }
  }

  /// Whether nothing outside of it can be closed within it.
  var isBoundary: Bool {
    switch self {
    case .table, .td, .th, .caption, .object, .template, .html, .body: true
    default: false
    }
  }

  /// Whether it stands below what is before it.
  var isBlock: Bool {
    switch self {
    case .html, .body, .head, .tr, .td, .th, .thead, .tbody, .tfoot, .caption, .optgroup, .option, .select,
      .video,
      .audio, .object, .canvas, .svg, .template, .noscript, .legend:
      true
    default: endsParagraph
    }
  }

  /// Whether it is a drawing or formula, which HTML's own elements end where it is left open (section 13.2.6.5).
  var isForeign: Bool { self == .svg || self == .math }

  /// Whether it ends an open drawing or formula.
  var endsForeign: Bool {
    switch self {
    case .b, .big, .br, .code, .em, .i, .img, .s, .small, .span, .strike, .strong, .sub, .sup, .tt, .u, .var:
      true
    default: endsParagraph
    }
  }

  /// Whether it is a part of a drawing, which closes itself.
  var isShape: Bool {
    switch self {
    case .path, .circle, .rect, .line, .polygon, .polyline, .use, .svg, .g, .ellipse, .stop, .image: true
    default: false
    }
  }

  /// Whether it is a part of a table that an end tag does not look for outside of that table.
  var isOfTable: Bool {
    switch self {
    case .table, .tr, .td, .th, .thead, .tbody, .tfoot, .caption: true
    default: false
    }
  }

  /// Whether an article stands in it.
  var isArticle: Bool { self == .article || self == .main }

  /// Whether it is a heading.
  var isHeading: Bool { headingLevel != nil }

  /// The level of a heading, 1 to 6; nil of what is none.
  var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }

  /// Elements of drawings and formulas in which HTML's own may stand.
  static let foreignText: [Self] = [
    .foreignObject, .desc, .title, .annotationXML, .mi, .mo, .mn, .ms, .mtext,
  ]

  /// Elements within which no paragraph outside of them is ended (section 13.2.4.2, “button scope”).
  static let paragraphBoundaries = [.button] + foreignText

  /// The elements that a start tag ends, up to the boundary that stops the search; nil where it ends none.
  var ended: (names: [Self], boundary: [Self])? { Self.allEnded[Int(rawValue)] }

  private static let allEnded: [(names: [Self], boundary: [Self])?] = {
    let headings: [Self] = [.h1, .h2, .h3, .h4, .h5, .h6]
    let groups: [Self] = [.thead, .tbody, .tfoot]
    var ended: [Self: (names: [Self], boundary: [Self])] = [
      .li: ([.li], [.ul, .ol, .menu, .dir]), .option: ([.option], [.select]),
      .optgroup: ([.option], [.select]),
      .tr: ([.tr], [.table]),
      // A link within a link is none.
      .a: ([.a], [.td, .th, .div, .p, .li, .section, .article]),
    ]
    for name: Self in [.dt, .dd] { ended[name] = ([.dt, .dd], [.dl]) }
    for name: Self in [.td, .th] { ended[name] = ([.td, .th], [.tr, .table]) }
    for name in groups { ended[name] = (groups + [.caption, .colgroup], [.table]) }
    for name in headings { ended[name] = (headings, [.div, .section, .article, .li, .td, .th]) }
    return allCases.map { ended[$0] }
  }()
}
