import BriefingCore

/// Reads the elements of RSS, Atom and OPML.
struct XMLFeedReader {
  let tree: MarkupTree

  // MARK: RSS

  /// A feed in RSS; entries of RSS 0.9 and 1.0 stand beside the channel.
  func rss(_ root: Int) -> (FeedFacts, [FeedEntry]) {
    var facts = FeedFacts()
    var items: [Int] = tree.children(of: root).filter { name($0) == "item" }
    if let channel = tree.children(of: root).first(where: { tree.name(of: $0) == "channel" }) {
      for child in tree.children(of: channel) {
        switch name(child) {
        case "title": facts.title = FeedTitle.text(ofRSS: text(child))
        case "link": facts.url = facts.url ?? line(child)
        case "language", "dc:language": facts.language = PageFacts.language(text(child))
        case "item": items.append(child)
        default: break
        }
      }
    }
    return (facts, items.map(rssEntry))
  }

  private func rssEntry(_ item: Int) -> FeedEntry {
    var entry = FeedEntry()
    entry.id = line("rdf:about", of: item)
    var description: FeedEntry.Content?
    for child in tree.children(of: item) {
      switch name(child) {
      case "title": entry.title = FeedTitle.text(ofRSS: text(child))
      case "link": entry.url = entry.url ?? line(child)
      case "guid":
        entry.id = line(child) ?? entry.id
        let isAddress = tree.attribute("ispermalink", of: child)?.lowercased() != "false"
        if isAddress, entry.url == nil, let id = entry.id, WebHost.name(of: id) != nil { entry.url = id }
      case "pubdate", "dc:date", "dcterms:created":
        entry.published = entry.published ?? PageFacts.date(text(child))
      case "atom:updated", "dcterms:modified": entry.updated = PageFacts.date(text(child))
      case "dc:creator": entry.authors += PageFacts.names(ofHTML: [text(child)])
      case "author": entry.authors += PageFacts.names(ofHTML: [Self.name(ofMail: text(child))])
      case "category", "dc:subject": add(FeedTitle.text(ofRSS: text(child)), to: &entry.tags)
      case "content:encoded", "content": if !text(child).isEmpty { entry.content = content(text(child)) }
      case "description", "itunes:summary":
        if !text(child).isEmpty, description == nil { description = content(text(child)) }
      default: break
      }
    }
    entry.summary = description
    return entry
  }

  /// The name of `mail@example.org (A. Writer)`; nothing of an address alone.
  private static func name(ofMail text: String) -> String {
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      return String(text[text.index(after: open)..<close])
    }
    return text.contains("@") ? "" : text
  }

  /// A text of RSS, of which nothing says whether it is HTML: it is where it has a tag.
  private func content(_ text: String) -> FeedEntry.Content {
    let source = Array(text.utf8)
    guard !FeedTitle.hasTag(source) else { return .html(source) }
    return .plain(MarkupText.decoded(source[...]))
  }

  /// Adds a tag that is not there yet, as long as there are few: so that the time grows with the number of tags alone.
  private func add(_ tag: String?, to tags: inout [String]) {
    guard tags.count < FeedEntry.mostTags, let tag = VisibleText.line(tag), !tags.contains(tag) else {
      return
    }
    tags.append(tag)
  }

  // MARK: Atom

  /// A feed in Atom.
  func atom(_ root: Int) -> (FeedFacts, [FeedEntry]) {
    var facts = FeedFacts()
    facts.language = PageFacts.language(tree.attribute("xml:lang", of: root))
    var entries: [FeedEntry] = []
    for child in tree.children(of: root) {
      switch name(child) {
      case "title": facts.title = title(child)
      case "link": if isPage(child) { facts.url = facts.url ?? line("href", of: child) }
      case "author": facts.authors += person(child)
      case "entry": entries.append(atomEntry(child))
      default: break
      }
    }
    return (facts, entries)
  }

  private func atomEntry(_ item: Int) -> FeedEntry {
    var entry = FeedEntry()
    entry.language = PageFacts.language(tree.attribute("xml:lang", of: item))
    for child in tree.children(of: item) {
      switch name(child) {
      case "title": entry.title = title(child)
      case "id": entry.id = line(child)
      case "link": if isPage(child) { entry.url = entry.url ?? line("href", of: child) }
      case "published", "issued", "created": entry.published = entry.published ?? PageFacts.date(text(child))
      case "updated", "modified": entry.updated = PageFacts.date(text(child))
      case "author": entry.authors += person(child)
      case "category":
        add(tree.attribute("label", of: child) ?? tree.attribute("term", of: child), to: &entry.tags)
      case "content": entry.content = construct(child)
      case "summary": entry.summary = construct(child)
      default: break
      }
    }
    return entry
  }

  private func isPage(_ link: Int) -> Bool {
    let relation = tree.attribute("rel", of: link) ?? "alternate"
    let type = tree.attribute("type", of: link) ?? "text/html"
    return relation == "alternate" && (type.contains("html") || type == "text/plain")
  }

  private func person(_ element: Int) -> [String] {
    guard let name = tree.children(of: element).first(where: { self.name($0) == "name" }) else { return [] }
    return PageFacts.names([text(name)])
  }

  /// A text or content of Atom by its type (RFC 4287, sections 3.1 and 4.1.3); nil where it is empty, or elsewhere.
  private func construct(_ element: Int) -> FeedEntry.Content? {
    let type = tree.attribute("type", of: element)?.lowercased() ?? "text"
    switch type {
    case "xhtml", "application/xhtml+xml":
      let inner = Array(tree.source[tree.nodes[element].text])
      return inner.isEmpty ? nil : .xhtml(inner)
    case "html", "text/html":
      let text = text(element)
      return text.isEmpty ? nil : .html(Array(text.utf8))
    default:
      let text = text(element)
      return text.isEmpty ? nil : .plain(text)
    }
  }

  /// A title by its type (RFC 4287, section 3.1).
  private func title(_ element: Int) -> String {
    switch tree.attribute("type", of: element)?.lowercased() {
    case "xhtml", "application/xhtml+xml": tree.allText(in: element)
    case "html", "text/html": FeedTitle.text(ofHTML: text(element))
    default: text(element).onOneLine
    }
  }

  // MARK: OPML

  /// The feeds that an OPML list names, in order.
  func feeds() -> [ImportedFeed] {
    tree.nodes.indices.filter { tree.name(of: $0) == "outline" }.compactMap { outline in
      guard let address = line("xmlurl", of: outline) else { return nil }
      return ImportedFeed(
        title: line("title", of: outline) ?? line("text", of: outline) ?? "", address: address)
    }
  }

  // MARK: Elements

  /// An element's name without Atom's own prefix.
  private func name(_ node: Int) -> String {
    let name = tree.name(of: node)
    return name.hasPrefix("atom:") && name != "atom:updated" && name != "atom:link"
      ? String(name.dropFirst(5)) : name
  }

  /// The text below an element on one line; nil where it has none.
  private func line(_ node: Int) -> String? { VisibleText.line(text(node)) }

  /// The same of an attribute.
  private func line(_ attribute: String, of node: Int) -> String? {
    VisibleText.line(tree.attribute(attribute, of: node))
  }

  /// The text below an element, with its white space.
  private func text(_ node: Int) -> String {
    var text = ""
    for index in node..<max(node + 1, tree.nodes[node].end) where tree.nodes[index].isText {
      text += tree.text(index)
    }
    return VisibleText.clean(text)
  }
}
