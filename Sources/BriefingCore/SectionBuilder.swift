import CommonMark

/// Finds a document's page heading and sections.
struct SectionBuilder {
  private(set) var heading: BlockID?
  /// The text of the first level-1 heading, the page heading or not; nil where there is none or it shows nothing.
  private(set) var title: String?
  private(set) var sections: [Section] = []

  /// Collects the headings of `document`.
  ///
  /// - Parameter limit: Headings at most.
  /// - Throws: `CancellationError` when `isCancelled` answers true; it is asked now and then.
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
    if let first = headings.first(where: { $0.level == 1 }) {
      let text = try leaves.title(of: first.block, isCancelled: isCancelled)
      title = text.trimmingSpaces.isEmpty ? nil : text
    }
    var slugs = Slugs(count: headings.count)
    if let first = headings.first, first.level == 1, !headings.dropFirst().contains(where: { $0.level == 1 })
    {
      heading = first.block
      // It has its anchor too, so a section of the same title gets `-1`.
      _ = slugs.slug(of: first.block, titled: title ?? "", leaves.inlines, document)
      headings.removeFirst()
    }
    try number(headings, of: document, &leaves, &slugs, isCancelled)
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
  /// - Throws: `CancellationError` when `isCancelled` answers true; it is asked in blocks of some length.
  fileprivate mutating func title(of block: BlockID, isCancelled: () -> Bool) throws -> String {
    guard let title = plainText(of: block, isCancelled: isCancelled) else { throw CancellationError() }
    return title
  }
}
