import BriefingCore

/// Takes from an article what its front matter says already, and what stands at its ends and between its paragraphs without belonging to it.
struct PageTrimming {
  private(set) var blocks: [ImportBlock]

  init(_ blocks: [ImportBlock]) { self.blocks = blocks }

  // MARK: Title

  /// The title: the page's own heading where other facts agree with it, else what the facts say.
  func title(facts: PageFacts, heading: String?) -> String? {
    if let heading {
      let plain = Self.plain(heading)
      if let stated = facts.title.map({ Self.plain($0) }),
        Self.isPart(plain, of: stated) || Self.isPart(stated, of: plain)
      {
        return heading.onOneLine
      }
      if let headTitle = facts.headTitle, !plain.isEmpty, Self.isPart(plain, of: Self.plain(headTitle)) {
        return heading.onOneLine
      }
    }
    if let title = facts.title { return Self.withoutSite(title, facts.source) }
    if let title = facts.headTitle { return Self.withoutSite(title, facts.source) }
    if let heading { return heading.onOneLine }
    for block in blocks { if case .heading(_, let runs) = block { return runs.plainText } }
    return nil
  }

  /// Bytes of titles that are looked for in each other: to search for long ones takes the product of their lengths.
  private static let longestTitle = 1024

  private static func isPart(_ part: String, of text: String) -> Bool {
    part == text || part.utf8.count <= longestTitle && text.utf8.count <= longestTitle && text.contains(part)
  }

  /// A title without the site's name at its end or start.
  private static func withoutSite(_ title: String, _ site: String?) -> String {
    let title = title.onOneLine
    guard let site, !site.isEmpty else { return title }
    let (plainTitle, plainSite) = (title.lowercased(), site.lowercased())
    for sign in [" | ", " - ", " – ", " — ", " · ", " :: ", " » ", ": "] {
      if plainTitle.hasSuffix(sign + plainSite) {
        return String(title.dropLast(sign.count + site.count))
      }
      if plainTitle.hasPrefix(plainSite + sign) {
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
    // A longer title is cut in front matter, so all of it has to stay in the text.
    let title = FrontMatterWriter.isWhole(title: title) ? Self.plain(title) : nil
    trimHead(title: title, authors: authors.map { Self.plain($0) }, facts)
    // A note is read for its mark, whatever it says.
    var notes = 0
    blocks.removeAll { block in
      switch block {
      case .open(.note): notes += 1
      case .open: notes += notes > 0 ? 1 : 0
      case .close: notes -= notes > 0 ? 1 : 0
      case .paragraph(let runs): return notes == 0 && (Self.isClutter(runs) || PageLeads.isLink(runs))
      case .heading, .code, .table, .rule: break
      }
      return false
    }
    removeLabels()
    trimEnd()
    removeEmpty()
    blocks = Self.levelled(blocks)
  }

  /// Takes out headings such as “Share” where no text of their own follows: with some, “Email” is a section like others.
  private mutating func removeLabels() {
    var labels: Set<Int> = []
    var last: Int?
    scan: for (index, block) in blocks.enumerated() {
      switch block {
      case .heading(_, let runs):
        if let last { labels.insert(last) }
        last = Self.isClutter(runs) ? index : nil
      case .paragraph, .code, .table: last = nil
      // Notes stand behind the text, below no heading.
      case .open(.note): break scan
      case .open, .close, .rule: break
      }
    }
    if let last { labels.insert(last) }
    guard !labels.isEmpty else { return }
    blocks = blocks.indices.filter { !labels.contains($0) }.map { blocks[$0] }
  }

  private static func isClutter(_ runs: [InlineRun]) -> Bool {
    runs.isShorter(than: 200) && PageClutter.paragraphs.contains(runs.plainText.lowercased())
  }

  /// Takes the first heading out where it says the title again.
  static func removeTitle(_ title: String, from blocks: inout [ImportBlock]) {
    guard FrontMatterWriter.isWhole(title: title) else { return }
    for (index, block) in blocks.prefix(3).enumerated() {
      guard case .heading(_, let runs) = block else { continue }
      if plain(runs.plainText) == plain(title) { blocks.remove(at: index) }
      return
    }
  }

  /// Blocks that are kept before the first prose, at most; behind them nothing is taken for the head.
  private static let longestHead = 24

  /// Before the first paragraph of prose: the title, who wrote it and when.
  ///
  /// - Parameter title: As it is compared; nil where the text has to keep it.
  private mutating func trimHead(title: String?, authors: [String], _ facts: PageFacts) {
    var kept: [ImportBlock] = []
    var rest = blocks[...]
    scan: while let block = rest.first, kept.count <= Self.longestHead {
      var isKept = true
      switch block {
      case .open, .close: break
      case .heading(let level, let runs):
        let plain = Self.plain(runs.plainText)
        let isStart =
          title.map { level == 1 && !plain.isEmpty && $0.hasPrefix(plain) && plain.count * 2 > $0.count }
          ?? false
        isKept = level > 2 || plain != title && !isStart
      case .paragraph(let runs):
        let text = runs.plainText
        if text.count >= 100 { break scan }
        isKept = Self.plain(text) != title && !isFact(text, authors, facts)
      case .code, .table: break scan
      case .rule: isKept = !kept.isEmpty
      }
      if isKept { kept.append(block) }
      rest = rest.dropFirst()
    }
    blocks = kept + rest
  }

  /// Authors whose names are looked for in a line.
  private static let mostAuthors = 32

  /// Whether a short line says only who wrote the article, or when: what is left of it without both is next to nothing.
  private func isFact(_ text: String, _ authors: [String], _ facts: PageFacts) -> Bool {
    var plain = Self.plain(text)
    guard !plain.isEmpty else { return false }
    var found = false
    for author in authors.prefix(Self.mostAuthors) where author.count > 3 && plain.contains(author) {
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

  /// Takes rules from the end, and headings that led to what is no longer there: one that leads to other articles with all behind it, and
  /// a single one of a few words. More than one are headlines, and stay.
  private mutating func trimEnd() {
    while blocks.last == .rule { blocks.removeLast() }
    let texts = blocks.reversed().lazy.map { block -> String? in
      if case .heading(_, let runs) = block { runs.plainText } else { nil }
    }
    let headings = Array(texts.prefix { $0 != nil }.compactMap(\.self).reversed())
    let first = blocks.count - headings.count
    if let lead = headings.firstIndex(where: { PageLeads.isLead($0, isHeading: true) }) {
      blocks.removeSubrange((first + lead)...)
    } else if headings.count == 1, first > 0, Self.isLabel(headings[0]) {
      blocks.removeLast()
    } else {
      return
    }
    while blocks.last == .rule { blocks.removeLast() }
  }

  /// Whether a heading is too short to say anything by itself: “Topics”, “About the author”.
  private static func isLabel(_ text: String) -> Bool {
    // Signs of East Asia say as much as a word.
    text.utf8.count <= 32 && text.split(separator: " ").count <= 4
      && text.unicodeScalars.count { $0.value >= 0x2E80 } <= 4
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
