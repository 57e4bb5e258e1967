import CommonMark

/// The headings of a document: the page's own, the one that names it, and those of its sections.
struct Headings {
  /// The lone level-1 heading before all others: the page's heading, not a section.
  private(set) var page: BlockID?
  /// The text of the heading that names the page; nil where none does, or it shows nothing.
  ///
  /// That is a level-1 heading before all others, if it opens the page or is the only one of its level; else the first
  /// heading, if it opens the page and is the only one of its level. “Quote of the Week” below other headings is neither.
  private(set) var title: String?
  /// The text of the first heading, whatever it names.
  private(set) var first: String?
  /// The first heading of level 1, wherever it stands.
  private(set) var firstOfLevelOne: BlockID?
  /// Those of the sections, with their levels.
  private(set) var sections: [(block: BlockID, level: Int)] = []

  /// Collects the headings of `document`.
  ///
  /// - Parameter limit: Headings at most.
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked now and then.
  ///   ``Briefing/LimitError/headings(_:)``.
  init(_ document: Document, limit: Int, isCancelled: () -> Bool) throws {
    for block in document.blocks {
      if block.id.index % 16_384 == 0, isCancelled() { throw CancellationError() }
      guard case .heading(let level) = block.kind else { continue }
      guard sections.count < limit else { throw Briefing.LimitError.headings(limit) }
      sections.append((block.id, level))
    }
    firstOfLevelOne = sections.first { $0.level == 1 }?.block
    guard let first = sections.first else { return }
    var leaves = LeafReader(document)
    self.first = try leaves.title(of: first.block, isCancelled: isCancelled)
    if let text = self.first, Self.contents.contains(text.lowercased()) { self.first = nil }
    let isAlone = !sections.dropFirst().contains { $0.level == first.level }
    let opens = first.block == Self.opening(of: document)
    let namesPage = first.level == 1 ? opens || isAlone : opens && isAlone
    title = namesPage && self.first?.trimmingSpaces.isEmpty == false ? self.first : nil
    if first.level == 1, isAlone {
      page = first.block
      sections.removeFirst()
    }
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
}

extension LeafReader {
  /// The text of a block's inlines, see ``Inlines/plainText``.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked in blocks of some length.
  mutating func title(of block: BlockID, isCancelled: () -> Bool) throws -> String {
    guard let title = plainText(of: block, isCancelled: isCancelled) else { throw CancellationError() }
    return title
  }
}
