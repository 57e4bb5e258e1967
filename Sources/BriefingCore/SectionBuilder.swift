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
    for index in 0..<Int32(document.blockCount) {
      if index % 16_384 == 0, isCancelled() { throw CancellationError() }
      let block = BlockID(index: index)
      guard case .heading(let level) = document[block].kind else { continue }
      guard headings.count < limit else { throw Briefing.LimitError.headings(limit) }
      headings.append((block, level))
    }
    if let first = headings.first(where: { $0.level == 1 }) {
      let text = try leaves.plainText(of: first.block, isCancelled: isCancelled)
      title = text.trimmingSpaces.isEmpty ? nil : text
    }
    var slugs = Slugs(count: headings.count)
    if let first = headings.first, first.level == 1, !headings.dropFirst().contains(where: { $0.level == 1 })
    {
      heading = first.block
      // It has its anchor too, so a section of the same title gets `-1`.
      _ = slugs.slug(of: title ?? "")
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
      let title = try leaves.plainText(of: block, isCancelled: isCancelled)
      sections.append(
        Section(
          number: numbers, level: level, title: title, slug: slugs.slug(of: title), heading: block,
          line: lines.line(at: document[block].range.lowerBound)))
    }
  }
}

extension LeafReader {
  /// The text of a block's inlines, see ``Inlines/plainText``.
  ///
  /// - Throws: `CancellationError` when `isCancelled` answers true; it is asked in blocks of some length.
  mutating func plainText(of block: BlockID, isCancelled: () -> Bool) throws -> String {
    guard read(block, isCancelled: isCancelled) else { throw CancellationError() }
    return inlines.plainText
  }
}

extension Inlines {
  /// The text on one line: markup gone, character references decoded, images as their descriptions; raw HTML and
  /// footnote marks are left out.
  var plainText: String {
    var text: [UInt8] = []
    // The table is in document order.
    for index in 0..<Int32(truncatingIfNeeded: count) {
      let inline = InlineID(index: index)
      switch self[inline].kind {
      case .text, .characterReference, .code: appendText(of: inline, to: &text)
      case .softBreak, .lineBreak: text.append(0x20)
      case .html, .emphasis, .strong, .strikethrough, .link, .image, .footnoteReference: break
      }
    }
    // Other white space of Unicode is text: a no-break space may carry an accent.
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || 0x09...0x0D ~= $0 }
    let start = text.firstIndex { !isSpace($0) } ?? text.endIndex
    let end = text.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return String(decoding: text[start..<end], as: UTF8.self)
  }
}
