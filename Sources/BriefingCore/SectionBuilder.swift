import CommonMark

/// Finds a document's page heading and sections.
struct SectionBuilder {
  private(set) var heading: BlockID?
  /// The text of the heading that names the page; nil where none does, or it shows nothing.
  ///
  /// That is a level-1 heading before all others, if it opens the page or is the only one of its level; else the first
  /// heading, if it opens the page and is the only one of its level. “Quote of the Week” below other headings is neither.
  private(set) var title: String?
  /// The text of the first heading, whatever it names.
  private(set) var firstHeading: String?
  /// The first heading of level 1, wherever it stands.
  private(set) var firstOfLevelOne: BlockID?
  private(set) var sections: [Section] = []

  /// Collects the headings of `document`.
  ///
  /// - Parameter limit: Headings at most.
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked now and then.
  ///   ``Briefing/LimitError/headings(_:)``.
  init(_ document: Document, limit: Int, isCancelled: () -> Bool) throws {
    var headings: [(block: BlockID, level: Int)] = []
    var leaves = LeafReader(document)
    for block in document.blocks {
      if block.id.index % 16_384 == 0, isCancelled() { throw CancellationError() }
      guard case .heading(let level) = block.kind else { continue }
      guard headings.count < limit else { throw Briefing.LimitError.headings(limit) }
      headings.append((block.id, level))
    }
    firstOfLevelOne = headings.first { $0.level == 1 }?.block
    if let first = headings.first {
      firstHeading = try leaves.title(of: first.block, isCancelled: isCancelled)
      if let text = firstHeading, Self.contents.contains(text.lowercased()) { firstHeading = nil }
      let isAlone = !headings.dropFirst().contains { $0.level == first.level }
      let opens = first.block == Self.opening(of: document)
      let namesPage = first.level == 1 ? opens || isAlone : opens && isAlone
      title = namesPage && firstHeading?.trimmingSpaces.isEmpty == false ? firstHeading : nil
    }
    var slugs = Slugs(count: headings.count)
    if let first = headings.first, first.level == 1, !headings.dropFirst().contains(where: { $0.level == 1 })
    {
      heading = first.block
      // It has its anchor too, so a section of the same title gets `-1`.
      _ = slugs.slug(of: first.block, titled: firstHeading ?? "", leaves.inlines, document)
      headings.removeFirst()
    }
    try number(headings, of: document, &leaves, &slugs, isCancelled)
  }

  /// What programs and people put over a table of contents: it names no page.
  private static let contents: Set = [
    "table of contents", "contents", "toc", "inhalt", "inhaltsverzeichnis", "sommaire", "table des matières",
    "índice",
    "indice", "sommario", "содержание", "оглавление", "obsah", "spis treści", "inhoud", "目录", "目錄", "目次",
    "もくじ",
    "목차", "المحتويات", "תוכן עניינים",
  ]

  /// The first block that says something: comments, tags, rules and definitions of links do not.
  private static func opening(of document: Document) -> BlockID? {
    document.blocks.first {
      switch $0.kind {
      case .htmlBlock, .thematicBreak, .linkDefinition: false
      default: true
      }
    }?.id
  }

  private mutating func number(
    _ headings: [(block: BlockID, level: Int)], of document: Document, _ leaves: inout LeafReader,
    _ slugs: inout Slugs, _ isCancelled: () -> Bool
  ) throws {
    sections.reserveCapacity(headings.count)
    var lines = SourceLines(document.source)
    // The open sections, outermost first: their levels, and the number of each among its siblings. Skipped
    // levels leave no entry, so they count once.
    var levels: [Int] = []
    var numbers: [Int] = []
    for (index, (block, level)) in headings.enumerated() {
      if index % 1024 == 0, isCancelled() { throw CancellationError() }
      var sibling = 1
      while let last = levels.last, last >= level {
        sibling = numbers.removeLast() + 1
        levels.removeLast()
      }
      levels.append(level)
      numbers.append(sibling)
      let title = try leaves.title(of: block, isCancelled: isCancelled)
      sections.append(
        Section(
          number: numbers, level: level, title: title,
          slug: slugs.slug(of: block, titled: title, leaves.inlines, document), heading: block,
          line: lines.line(at: document[block].range.lowerBound)))
    }
  }
}

extension LeafReader {
  /// The text of a block's inlines, see ``Inlines/plainText``.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked in blocks of some length.
  fileprivate mutating func title(of block: BlockID, isCancelled: () -> Bool) throws -> String {
    guard let title = plainText(of: block, isCancelled: isCancelled) else { throw CancellationError() }
    return title
  }
}
