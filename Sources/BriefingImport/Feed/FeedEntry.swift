import BriefingCore

/// An entry of a feed, whatever form the feed has.
struct FeedEntry {
  /// On one line, without controls; nil where it has none.
  var id: String?
  /// The same: as it is written, so perhaps relative to the feed's.
  var url: String?
  /// On one line, as it reads.
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

  /// Tags at most: more say nothing of an article.
  static let mostTags = 12
  /// Bytes of an id at most: a longer one would leave the front matter no room, and its entry is known by its address.
  private static let longestIdentifier = 2048

  /// A briefing of the entry.
  ///
  /// - Parameters:
  ///   - feed: What the feed says of all its entries.
  func briefing(in feed: FeedFacts) throws(ImportProblem) -> ImportedBriefing {
    var briefing = ImportedBriefing()
    briefing.title = title
    briefing.date = published ?? updated
    briefing.updated = updated == published ? nil : published == nil ? nil : updated
    briefing.authors = Self.distinct(authors.isEmpty ? feed.authors : authors)
    briefing.tags = Array(tags.prefix(Self.mostTags))
    briefing.language = language ?? feed.language
    briefing.url = url.flatMap { PageAddress.absolute($0, base: feed.url) }.flatMap { address in
      ["http", "https"].contains(PageAddress.scheme(of: address)) ? address : nil
    }
    briefing.source = feed.title.isEmpty ? briefing.url.flatMap { WebHost.name(of: $0) } : feed.title
    // A link that leads nowhere by itself still tells the entry from others.
    let id = briefing.url == nil ? id ?? url : id == url ? nil : id
    if let id, id.utf8.count <= Self.longestIdentifier { briefing.identifiers = [id] }
    let base = briefing.url ?? feed.url
    briefing.blocks = try Self.blocks(content, base: base)
    if briefing.blocks.isEmpty {
      // There is no content, or it shows nothing here, as a film does.
      briefing.blocks = try Self.blocks(summary, base: base)
    } else if let summary {
      let text = try Self.plainText(summary, base: base)
      let trimming = PageTrimming(briefing.blocks)
      if !text.isEmpty, text.count <= 400, !trimming.says(text) { briefing.summary = text }
    }
    if briefing.blocks.isEmpty, let link = briefing.url ?? url {
      // All that it has is where it leads.
      briefing.blocks = [.paragraph([InlineRun(link, link: briefing.url)])]
    }
    if briefing.title.isEmpty { briefing.title = Self.beginning(of: briefing.blocks) ?? feed.title }
    if !briefing.identifiers.isEmpty || briefing.url != nil {
      briefing.fingerprints = [EntryFingerprint.text(of: briefing)]
    }
    return briefing
  }

  /// Each name once, in order: an author may be given in several elements.
  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
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
}

/// What a feed says of all its entries.
struct FeedFacts {
  /// On one line, as it reads.
  var title = ""
  /// On one line, without controls.
  var url: String?
  var language: String?
  var authors: [String] = []
}
