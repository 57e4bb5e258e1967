import BriefingCore

/// What a page says of itself besides its text: JSON-LD first, then `<meta>` (Open Graph, `article:`, Dublin Core and plain
/// names), then its elements.
struct PageFacts {
  private(set) var title: String?
  private(set) var headTitle: String?
  private(set) var date: BriefingDate?
  private(set) var updated: BriefingDate?
  private(set) var authors: [String] = []
  private(set) var language: String?
  private(set) var url: String?
  private(set) var base: String?
  private(set) var source: String?
  private(set) var summary: String?
  private(set) var tags: [String] = []

  private var meta: [String: [String]] = [:]
  private let tree: MarkupTree

  /// Reads the facts of a page.
  init(_ tree: MarkupTree) {
    self.tree = tree
    readHead()
    readLinkedData()
    readMeta()
    readElements()
    if source == nil, let url { source = WebHost.name(of: url) }
    // A base may be an address within the site.
    base = base.flatMap { PageAddress.absolute($0, base: url) } ?? url
  }

  // MARK: Head

  private var canonical: String?

  private mutating func readHead() {
    for index in tree.nodes.indices {
      switch tree.nodes[index].name {
      case .meta:
        guard let content = tree.attribute("content", of: index)?.onOneLine, !content.isEmpty else {
          continue
        }
        for key in ["property", "name", "itemprop", "http-equiv"] {
          guard let name = tree.attribute(key, of: index) else { continue }
          meta[name.lowercased(), default: []].append(VisibleText.clean(content).onOneLine)
        }
      case .title where headTitle == nil:
        let text = tree.allText(in: index)
        if !text.isEmpty { headTitle = text }
      case .html where language == nil:
        language = Self.language(tree.attribute("lang", of: index) ?? tree.attribute("xml:lang", of: index))
      case .base where base == nil: base = tree.attribute("href", of: index)?.onOneLine
      case .link:
        let relation = tree.attribute("rel", of: index)?.lowercased() ?? ""
        if relation == "canonical", canonical == nil {
          canonical = tree.attribute("href", of: index)?.onOneLine
        }
      default: break
      }
    }
  }

  private func first(_ names: String...) -> String? {
    for name in names { if let value = meta[name]?.first { return value } }
    return nil
  }

  private mutating func readMeta() {
    title =
      title
      ?? first(
        "og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title",
        "sailthru.title")
    date =
      date
      ?? Self.date(
        first(
          "article:published_time", "og:article:published_time", "datepublished", "dc.date", "dc.date.issued",
          "dcterms.created",
          "dcterms.date", "dcterms.issued", "citation_publication_date", "citation_date", "parsely-pub-date",
          "sailthru.date",
          "pubdate", "publishdate", "publish-date", "publish_date", "date", "article.published",
          "cxenseparse:recs:publishtime"))
    updated =
      updated
      ?? Self.date(
        first(
          "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
          "last-modified", "lastmod"))
    if authors.isEmpty {
      for name in [
        "author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author",
        "sailthru.author", "byl",
      ] {
        authors = Self.names(meta[name] ?? [])
        if !authors.isEmpty { break }
      }
    }
    source =
      source
      ?? first(
        "og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_journal_title")
    let description = first(
      "og:description", "description", "twitter:description", "dc.description", "dcterms.abstract")
    summary = summary ?? description
    if language == nil {
      language = Self.language(
        first("og:locale", "dc.language", "dcterms.language", "content-language", "language"))
    }
    let address = url ?? canonical ?? first("og:url", "twitter:url")
    url = address.flatMap { address in
      PageAddress.scheme(of: address).map { $0 == "http" || $0 == "https" } == true
        ? PageAddress.absolute(address, base: nil) : nil
    }
    tags = (meta["article:tag"] ?? []) + (tags.isEmpty ? [] : tags)
    if tags.isEmpty, let keywords = first("news_keywords", "keywords") {
      tags = keywords.split(separator: ",").map { String($0).onOneLine }.filter { !$0.isEmpty }
    }
    var seen: Set<String> = []
    tags = tags.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
    tags = Array(tags.prefix(12))
  }

  /// What only elements say: `<time>`, `rel=author` and microdata.
  private mutating func readElements() {
    for index in tree.nodes.indices where !tree.nodes[index].isText {
      let node = tree.nodes[index]
      if date == nil, node.name == .time {
        let written =
          tree.attribute("datetime", of: index) ?? tree.allText(in: index, limit: Self.longestFact)
        let isUpdate = tree.attribute("itemprop", of: index) == "dateModified"
        if let found = Self.date(written) { if isUpdate { updated = updated ?? found } else { date = found } }
      }
      guard !node.attributes.isEmpty else { continue }
      let property = tree.attribute("itemprop", of: index)
      if date == nil, property == "datePublished" {
        date = Self.date(
          tree.attribute("datetime", of: index) ?? tree.attribute("content", of: index)
            ?? tree.allText(in: index, limit: Self.longestFact))
      }
      if authors.isEmpty, node.name != .meta,
        property == "author" || tree.attribute("rel", of: index) == "author"
      {
        authors = Self.names([tree.allText(in: index, limit: Self.longestFact)])
      }
    }
  }

  // MARK: JSON-LD

  /// Kinds of things that a page is about.
  private static let articles: Set = [
    "Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle", "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "TechArticle", "ScholarlyArticle",
    "SocialMediaPosting", "AdvertiserContentArticle",
  ]

  private mutating func readLinkedData() {
    for index in tree.elements(.script)
    where tree.attribute("type", of: index)?.lowercased() == "application/ld+json" {
      guard index + 1 < tree.nodes[index].end,
        let value = JSONReader.value(of: Array(tree.source[tree.nodes[index + 1].text]))
      else { continue }
      var rest = [value]
      while let value = rest.popLast() {
        switch value {
        case .array(let values): rest += values.reversed()
        case .object:
          if value["@type"]?.values.contains(where: { Self.articles.contains($0.text ?? "") }) == true {
            read(value)
          }
          if let graph = value["@graph"] { rest.append(graph) }
          if let main = value["mainEntity"] { rest.append(main) }
        case .null, .bool, .number, .string: break
        }
      }
    }
  }

  private mutating func read(_ article: JSONValue) {
    func text(_ key: String) -> String? {
      article[key]?.values.first?.text.map(Self.plain)
    }
    title = title ?? text("headline") ?? text("name")
    date = date ?? Self.date(text("datePublished") ?? text("dateCreated"))
    updated = updated ?? Self.date(text("dateModified"))
    summary = summary ?? text("description")
    language = language ?? Self.language(text("inLanguage"))
    if authors.isEmpty {
      authors = Self.names(
        ofHTML: (article["author"] ?? .null).values.compactMap { $0.text ?? $0["name"]?.text })
    }
    source =
      source
      ?? (article["publisher"] ?? .null).values.first.flatMap { $0["name"]?.text ?? $0.text }.map(Self.plain)
    if url == nil {
      url = text("url") ?? article["mainEntityOfPage"].flatMap { $0["@id"]?.text ?? $0.text }
    }
  }

  // MARK: Values

  /// Bytes of an element that are looked at for a date or a name.
  private static let longestFact = 1024

  /// A text of JSON, in which pages write HTML's references, on one line. It is cleaned last, since a reference may stand for anything.
  private static func plain(_ text: String) -> String {
    VisibleText.clean(MarkupText.decoded(Array(text.utf8)[...])).onOneLine
  }

  /// A date as it is written; nil where it is none.
  static func date(_ text: String?) -> BriefingDate? {
    guard let text = text?.onOneLine, !text.isEmpty, text.utf8.count < 100 else { return nil }
    return BriefingDate(written: text)
  }

  /// The language tag that a text starts with; nil where it is none.
  static func language(_ text: String?) -> String? { text.flatMap(LanguageTag.tag) }

  /// The names of people in some values in which HTML's references are written.
  static func names(ofHTML values: [String]) -> [String] { names(values.map(plain)) }

  /// The names of people in some values: without “By”, addresses, and repeats.
  static func names(_ values: [String]) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    for value in values {
      var name = VisibleText.clean(value).onOneLine
      for start in ["By ", "by ", "BY ", "Von ", "Par ", "Por "] where name.hasPrefix(start) {
        name = String(name.dropFirst(start.count))
      }
      guard !name.isEmpty, name.utf8.count < 120, PageAddress.scheme(of: name) == nil, !name.hasPrefix("/"),
        seen.insert(name).inserted
      else { continue }
      names.append(name)
    }
    return names
  }
}
