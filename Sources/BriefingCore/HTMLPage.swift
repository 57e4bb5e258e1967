import CommonMark

/// Writes a briefing as a complete HTML page: title block, table of contents, text with an anchor for each
/// heading, and a style that prints well.
///
/// The page runs no script and loads nothing from anywhere: its content security policy says so to the browser,
/// whatever raw HTML an unsafe page lets pass.
public struct HTMLPage: Sendable {
  /// Whether raw HTML and every link target pass, as in ``HTMLRenderer``.
  public var isUnsafe: Bool

  /// Makes a writer of pages.
  public init(isUnsafe: Bool = false) { self.isUnsafe = isUnsafe }

  /// The page of a briefing, or of one section (an index into its sections) with those below it.
  public func render(_ briefing: Briefing, section: Int? = nil) -> String {
    let metadata = briefing.metadata
    let title = section.map { "\(briefing.sections[$0].title) · \(metadata.title)" } ?? metadata.title
    let sections = section.map(briefing.extent(ofSection:)) ?? briefing.sections.indices
    // A section's page does not show the heading of the briefing.
    let showsHeading = section == nil && briefing.heading != nil
    // The reader of front matter lets only letters, digits and hyphens into the language.
    let language = metadata.language.map { " lang=\"\($0)\"" } ?? ""
    return """
      <!DOCTYPE html>
      <html\(language)>
      <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      img-src data:" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>\(Self.escaped(title))</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      \(Self.header(of: briefing, showsTitle: !showsHeading))\(Self.contents(briefing.sections[sections]))<main>
      \(text(of: briefing, section))</main>
      </body>
      </html>

      """
  }

  private func text(of briefing: Briefing, _ section: Int?) -> String {
    var anchors: [BlockID: String] = [:]
    if let heading = briefing.heading {
      var slugs = Slugs()
      let inlines = briefing.document.inlines(of: heading)
      anchors[heading] = slugs.slug(of: heading, titled: inlines.plainText, inlines, briefing.document)
    }
    for section in briefing.sections { anchors[section.heading] = section.slug }
    var renderer = HTMLRenderer(isUnsafe: isUnsafe)
    renderer.blockOverride = { [anchors] block in
      // An identifier is never empty; a heading of nothing but signs has none.
      guard case .heading = block.kind, let anchor = anchors[block.id], !anchor.isEmpty else { return nil }
      return .attributes(["id": anchor])
    }
    guard let section else { return renderer.render(briefing.document) }
    return renderer.render(briefing.document, briefing.blocks(ofSection: section))
  }

  /// The title where the text has no heading of its own, then date, source and authors.
  private static func header(of briefing: Briefing, showsTitle: Bool) -> String {
    let metadata = briefing.metadata
    let title = showsTitle ? "<p class=\"title\">\(escaped(metadata.title))</p>\n" : ""
    var facts: [String] = []
    if let date = metadata.date {
      facts.append("<time datetime=\"\(date.iso8601)\">\(metadata.dateText ?? "")</time>")
    }
    if let source = metadata.source { facts.append(escaped(source)) }
    if !metadata.authors.isEmpty { facts.append(escaped(metadata.authors.joined(separator: ", "))) }
    let line = facts.isEmpty ? "" : "<p>\(facts.joined(separator: " · "))</p>\n"
    return title.isEmpty && line.isEmpty ? "" : "<header>\n\(title)\(line)</header>\n"
  }

  /// The sections as nested lists of links; nothing where there are none.
  private static func contents(_ sections: ArraySlice<Section>) -> String {
    guard let outermost = sections.first else { return "" }
    var html = "<nav>\n"
    let base = outermost.number.count - 1
    var depth = base
    for section in sections {
      // A section lies at most one level below the one before it, for skipped levels count once.
      if section.number.count > depth {
        html += "<ol>\n"
      } else {
        html += "</li>\n" + String(repeating: "</ol>\n</li>\n", count: depth - section.number.count)
      }
      depth = section.number.count
      let title = escaped(section.shownTitle)
      html += "<li>\(escaped(section.shownNumber)) "
      html += section.slug.isEmpty ? title : "<a href=\"#\(escaped(section.slug))\">\(title)</a>"
    }
    return html + "</li>\n" + String(repeating: "</ol>\n</li>\n", count: depth - base - 1)
      + "</ol>\n</nav>\n"
  }

  private static func escaped(_ text: String) -> String { HTMLEscaping.escaped(text) }

  private static let style = """
    :root { color-scheme: light dark; }
    body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.55 Georgia, serif; }
    h1, h2, h3, h4, h5, h6, .title { line-height: 1.25; margin: 2rem 0 0.6rem; }
    .title { font-size: 2rem; font-weight: bold; margin-top: 0; }
    header, nav { font-family: system-ui, sans-serif; font-size: 0.9rem; }
    nav ol { list-style: none; padding-left: 1.2rem; }
    nav > ol { padding-left: 0; }
    pre { overflow-x: auto; padding: 0.8rem; border: 1px solid #8884; }
    code { font-size: 0.92em; }
    blockquote { margin-left: 0; padding-left: 1rem; border-left: 3px solid #8888; }
    .markdown-alert { padding-left: 1rem; border-left: 3px solid; margin: 1rem 0; }
    .markdown-alert-title { font-weight: bold; margin: 0; }
    .markdown-alert-note { border-color: #36c; }
    .markdown-alert-tip { border-color: #283; }
    .markdown-alert-important { border-color: #84c; }
    .markdown-alert-warning { border-color: #b60; }
    .markdown-alert-caution { border-color: #c33; }
    .footnotes { font-size: 0.9em; border-top: 1px solid #8886; margin-top: 2rem; }
    table { border-collapse: collapse; }
    th, td { padding: 0.3rem 0.7rem; border-bottom: 1px solid #8886; vertical-align: top; }
    img { max-width: 100%; }
    @media print {
      body { max-width: none; margin: 0; font-size: 11pt; }
      nav, .footnote-backref { display: none; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; }
      h1, h2, h3, h4, h5, h6 { break-after: avoid; }
      pre, table, blockquote { break-inside: avoid; }
    }
    """
}
