import BriefingCore

/// Reads feeds: RSS 0.9 to 2.0, Atom (RFC 4287), JSON Feed 1 and 1.1; of OPML the feeds that it names.
struct FeedReader {
  /// What a file was.
  struct Result {
    var briefings: [ImportedBriefing] = []
    /// The feeds that a list names.
    var feeds: [ImportedFeed] = []
  }

  /// Reads a feed.
  ///
  /// - Throws: ``ImportProblem`` where it is none, or has no entries.
  static func read(_ source: [UInt8]) throws(ImportProblem) -> Result {
    let start = source.first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
    if start == UInt8(ascii: "{") { return try readJSON(source) }
    let tree = try MarkupReader.tree(of: source, .xml)
    guard let root = tree.children(of: 0).first(where: { !tree.nodes[$0].isText }) else { throw notAFeed }
    let reader = XMLFeedReader(tree: tree)
    switch tree.name(of: root) {
    case "opml": return Result(feeds: reader.feeds())
    case "rss", "rdf:rdf", "rdf":
      let (facts, entries) = reader.rss(root)
      return Result(briefings: try briefings(entries, facts))
    case "feed", "atom:feed":
      let (facts, entries) = reader.atom(root)
      return Result(briefings: try briefings(entries, facts))
    default: throw notAFeed
    }
  }

  private static let notAFeed = ImportProblem(
    "is no feed", advice: "name a file in RSS, Atom, JSON Feed or OPML, or say what it is: --format html")

  private static func briefings(_ entries: [FeedEntry], _ facts: FeedFacts) throws(ImportProblem)
    -> [ImportedBriefing]
  {
    var briefings: [ImportedBriefing] = []
    var seen: Set<String> = []
    for entry in entries {
      // Some feeds list an entry twice.
      if let id = entry.id, !seen.insert(id).inserted { continue }
      let briefing = try entry.briefing(in: facts)
      // Entries without an id may share an address and say different things.
      if entry.id == nil, let address = entry.url, let fingerprint = briefing.fingerprints.first,
        !seen.insert("\(address) \(fingerprint)").inserted
      {
        continue
      }
      briefings.append(briefing)
    }
    return briefings
  }

  // MARK: JSON Feed

  private static func readJSON(_ source: [UInt8]) throws(ImportProblem) -> Result {
    guard
      let feed = JSONReader.value(
        of: source.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(source.dropFirst(3)) : source)
    else {
      throw ImportProblem("is damaged JSON", advice: "get the feed again")
    }
    guard case .array(let items)? = feed["items"] else { throw notAFeed }
    var facts = FeedFacts()
    facts.title = VisibleText.line(feed["title"]?.text) ?? ""
    facts.url = VisibleText.line(feed["home_page_url"]?.text ?? feed["feed_url"]?.text)
    facts.language = PageFacts.language(feed["language"]?.text)
    facts.authors = authors(feed)
    let entries = items.map { item in
      var entry = FeedEntry()
      entry.id = VisibleText.line(item["id"]?.text)
      entry.url = VisibleText.line(item["url"]?.text ?? item["external_url"]?.text)
      entry.title = VisibleText.line(item["title"]?.text) ?? ""
      entry.published = PageFacts.date(item["date_published"]?.text)
      entry.updated = PageFacts.date(item["date_modified"]?.text)
      entry.authors = authors(item)
      entry.tags = (item["tags"] ?? .null).values.compactMap {
        VisibleText.line($0.text)
      }
      entry.language = PageFacts.language(item["language"]?.text)
      if let html = item["content_html"]?.text {
        entry.content = .html(Array(html.utf8))
      } else if let text = item["content_text"]?.text {
        entry.content = .plain(text)
      }
      entry.summary = item["summary"]?.text.map { .plain($0) }
      return entry
    }
    return Result(briefings: try briefings(entries, facts))
  }

  private static func authors(_ value: JSONValue) -> [String] {
    let people = (value["authors"] ?? .null).values + (value["author"] ?? .null).values
    return PageFacts.names(people.compactMap { $0["name"]?.text })
  }
}

/// A feed that a list of feeds names.
public struct ImportedFeed: Hashable, Sendable {
  /// What the list calls it.
  public var title: String
  /// Where it is.
  public var address: String
}
