import BriefingCore

/// Takes from an article what its front matter says already, and what stands at its ends and between its paragraphs without belonging to it.
struct PageTrimming {
  private(set) var blocks: [ImportBlock]

  init(_ blocks: [ImportBlock]) { self.blocks = blocks }

  // MARK: Title

  /// The title: the page's own heading where other facts agree with it, else what the facts say.
  func title(facts: PageFacts, heading: String?) -> String? {
    let stated = facts.title.map { Self.plain($0) }
    if let heading {
      let plain = Self.plain(heading)
      if let stated, stated == plain || stated.contains(plain) || plain.contains(stated) {
        return heading.onOneLine
      }
      if let headTitle = facts.headTitle, !plain.isEmpty, Self.plain(headTitle).contains(plain) {
        return heading.onOneLine
      }
    }
    if let title = facts.title { return Self.withoutSite(title, facts.source) }
    if let title = facts.headTitle { return Self.withoutSite(title, facts.source) }
    if let heading { return heading.onOneLine }
    for block in blocks { if case .heading(_, let runs) = block { return runs.plainText } }
    return nil
  }

  /// A title without the site's name at its end or start.
  private static func withoutSite(_ title: String, _ site: String?) -> String {
    let title = title.onOneLine
    guard let site, !site.isEmpty else { return title }
    for sign in [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", ": "] {
      if title.lowercased().hasSuffix((sign + site).lowercased()) {
        return String(title.dropLast(sign.count + site.count))
      }
      if title.lowercased().hasPrefix((site + sign).lowercased()) {
        return String(title.dropFirst(sign.count + site.count))
      }
    }
    return title
  }

  /// A text as it is compared: letters and digits.
  private static func plain(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  // MARK: Trimming

  /// Whether the text starts with a summary.
  func says(_ summary: String) -> Bool {
    let plain = Self.plain(summary)
    guard !plain.isEmpty else { return true }
    var paragraphs = 0
    for block in blocks {
      guard case .paragraph(let runs) = block else { continue }
      paragraphs += 1
      if Self.plain(runs.plainText).hasPrefix(plain.prefix(60)) { return true }
      if paragraphs == 3 { break }
    }
    return false
  }

  /// Takes out the title, the byline and the like.
  mutating func trim(title: String, authors: [String], facts: PageFacts) {
    trimHead(title: Self.plain(title), authors: authors.map { Self.plain($0) }, facts)
    blocks.removeAll { block in
      if case .heading(_, let runs) = block {
        return PageClutter.paragraphs.contains(runs.plainText.lowercased())
      }
      guard case .paragraph(let runs) = block else { return false }
      let text = runs.plainText
      guard text.utf8.count < 200 else { return false }
      if PageClutter.paragraphs.contains(text.lowercased()) { return true }
      // A line that is a link to another article.
      let linked = runs.filter { $0.link != nil }.map(\.text).joined().count
      return linked * 2 > text.count && PageClutter.isLead(text)
    }
    trimEnd()
    removeEmpty()
    blocks = Self.levelled(blocks)
  }

  /// Takes the first heading out where it says the title again.
  static func removeTitle(_ title: String, from blocks: inout [ImportBlock]) {
    for (index, block) in blocks.prefix(3).enumerated() {
      guard case .heading(_, let runs) = block else { continue }
      if plain(runs.plainText) == plain(title) { blocks.remove(at: index) }
      return
    }
  }

  /// Before the first paragraph of prose: the title, who wrote it and when.
  private mutating func trimHead(title: String, authors: [String], _ facts: PageFacts) {
    var index = 0
    var depth = 0
    while index < blocks.count {
      switch blocks[index] {
      case .open: depth += 1
      case .close: depth -= 1
      case .heading(let level, let runs):
        let plain = Self.plain(runs.plainText)
        if level <= 2,
          plain == title
            || level == 1 && !plain.isEmpty && title.hasPrefix(plain) && plain.count * 2 > title.count
        {
          blocks.remove(at: index)
          continue
        }
      case .paragraph(let runs):
        let text = runs.plainText
        if text.count >= 100 { return }
        if Self.plain(text) == title || isFact(text, authors, facts) {
          blocks.remove(at: index)
          continue
        }
      case .code, .table: return
      case .rule:
        if index == 0 {
          blocks.remove(at: index)
          continue
        }
      }
      index += 1
      if index > 24 { return }
    }
  }

  /// Whether a short line says only who wrote the article, or when: what is left of it without both is next to nothing.
  private func isFact(_ text: String, _ authors: [String], _ facts: PageFacts) -> Bool {
    var plain = Self.plain(text)
    guard !plain.isEmpty else { return false }
    var found = false
    for author in authors where author.count > 3 && plain.contains(author) {
      plain = plain.replacing(author, with: "")
      found = true
    }
    if let date = facts.date {
      // A line is a date where it reads as the page's own day.
      for line in [text, String(text.drop { !$0.isNumber && $0 != " " }.drop { $0 == " " })]
        + Self.datePieces(text)
      {
        if let written = BriefingDate(written: line), written.year == date.year, written.month == date.month,
          abs(written.day - date.day) <= 1
        {
          return true
        }
      }
    }
    if let source = facts.source.map({ Self.plain($0) }), !source.isEmpty, found {
      plain = plain.replacing(source, with: "")
    }
    return found && plain.count <= 12
  }

  /// What stands behind a colon or a word such as “Published”.
  private static func datePieces(_ text: String) -> [String] {
    let lower = text.lowercased()
    for start in [
      "published on ", "published ", "posted on ", "posted ", "updated ", "last updated ", "on ", "date: ",
      "published: ", "updated: ",
    ]
    where lower.hasPrefix(start) {
      return [String(text.dropFirst(start.count))]
    }
    return []
  }

  /// Takes headings from the end that have nothing below them, and rules.
  private mutating func trimEnd() {
    while let last = blocks.last {
      switch last {
      case .heading(_, let runs) where PageClutter.isLead(runs.plainText) || blocks.count > 1:
        blocks.removeLast()
      case .rule: blocks.removeLast()
      default: return
      }
    }
  }

  /// Takes out containers that have lost what was in them.
  private mutating func removeEmpty() {
    var kept: [ImportBlock] = []
    for block in blocks {
      if block == .close, case .open? = kept.last { kept.removeLast() } else { kept.append(block) }
    }
    blocks = kept
  }

  /// Blocks whose headings start at the second level, where the first is the title's.
  static func levelled(_ blocks: [ImportBlock]) -> [ImportBlock] {
    var (lowest, first) = (7, 0)
    for block in blocks {
      guard case .heading(let level, _) = block else { continue }
      lowest = min(lowest, level)
      if level == 1 { first += 1 }
    }
    // Several headings of the first level are sections, and stay.
    let shift = lowest == 1 && first > 1 || lowest == 7 ? 0 : 2 - lowest
    guard shift != 0 else { return blocks }
    return blocks.map { block in
      guard case .heading(let level, let runs) = block else { return block }
      return .heading(min(max(level + shift, 1), 6), runs)
    }
  }
}
