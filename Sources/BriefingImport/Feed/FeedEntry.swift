import BriefingCore

/// An entry of a feed, whatever form the feed has.
struct FeedEntry {
  var id: String?
  var url: String?
  var title = ""
  var published: BriefingDate?
  var updated: BriefingDate?
  var authors: [String] = []
  var tags: [String] = []
  var language: String?
  /// Its text, in HTML or plain.
  var content: Content?
  /// What it says in short, in the same forms.
  var summary: Content?

  /// A text as feeds have it.
  enum Content {
    case html([UInt8])
    /// Elements of HTML in the tags of the feed's own XML.
    case xhtml([UInt8])
    case plain(String)
  }

  /// A briefing of the entry.
  ///
  /// - Parameters:
  ///   - feed: What the feed says of all its entries.
  func briefing(in feed: FeedFacts) throws(ImportProblem) -> ImportedBriefing {
    var briefing = ImportedBriefing()
    briefing.title = Self.text(ofHTML: title)
    briefing.date = published ?? updated
    briefing.updated = updated == published ? nil : published == nil ? nil : updated
    briefing.authors = authors.isEmpty ? feed.authors : authors
    briefing.tags = Array(tags.prefix(12))
    briefing.language = language ?? feed.language
    briefing.url = url.flatMap { PageAddress.absolute($0, base: feed.url) }
    briefing.source = feed.title.isEmpty ? briefing.url.flatMap { WebHost.name(of: $0) } : feed.title
    if let id = id?.onOneLine, !id.isEmpty, id != url { briefing.identifiers = [VisibleText.clean(id)] }
    let base = briefing.url ?? feed.url
    briefing.blocks = try Self.blocks(content ?? summary, base: base)
    if content != nil, let summary {
      let text = try Self.plainText(summary, base: base)
      let trimming = PageTrimming(briefing.blocks)
      if !text.isEmpty, text.count <= 400, !trimming.says(text) { briefing.summary = text }
    }
    if briefing.blocks.isEmpty, let url = briefing.url {
      // All that it has is where it leads.
      briefing.blocks = [.paragraph([InlineRun(url, link: url)])]
    }
    if briefing.title.isEmpty { briefing.title = Self.beginning(of: briefing.blocks) ?? feed.title }
    return briefing
  }

  private static func blocks(_ content: Content?, base: String?) throws(ImportProblem) -> [ImportBlock] {
    switch content {
    case .html(let source): try PageReader.blocks(ofPart: source, base: base)
    case .xhtml(let source): try PageReader.blocks(ofPart: source, base: base, .xhtml)
    case .plain(let text): TextReader.blocks(text)
    case nil: []
    }
  }

  private static func plainText(_ content: Content, base: String?) throws(ImportProblem) -> String {
    var texts: [String] = []
    for case .paragraph(let runs) in try blocks(content, base: base) { texts.append(runs.plainText) }
    return texts.joined(separator: " ")
  }

  private static func beginning(of blocks: [ImportBlock]) -> String? {
    for case .paragraph(let runs) in blocks { return TextReader.beginning(of: runs.plainText) }
    return nil
  }

  /// A title that may have tags and references in it.
  static func text(ofHTML text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }),
      let tree = try? MarkupReader.tree(of: Array(text.utf8), .html)
    else { return VisibleText.clean(text).onOneLine }
    return tree.allText(in: 0)
  }
}

/// What a feed says of all its entries.
struct FeedFacts {
  var title = ""
  var url: String?
  var language: String?
  var authors: [String] = []
}
