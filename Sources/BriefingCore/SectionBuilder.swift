import CommonMark

/// Makes the sections of a document.
enum SectionBuilder {
  /// The sections in document order.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked now and then.
  static func sections(
    of document: Document, _ headings: Headings, isCancelled: () -> Bool
  ) throws -> [Section] {
    var leaves = LeafReader(document)
    var slugs = Slugs(count: headings.sections.count + 1)
    if let page = headings.page {
      // It has its anchor too, so a section of the same title gets `-1`.
      _ = try leaves.title(of: page, isCancelled: isCancelled)
      _ = slugs.slug(of: page, titled: headings.first ?? "", leaves.inlines, document)
    }
    var sections: [Section] = []
    sections.reserveCapacity(headings.sections.count)
    var lines = SourceLines(document.source)
    // The open sections, outermost first: their levels, and the number of each among its siblings. Skipped
    // levels leave no entry, so they count once.
    var levels: [Int] = []
    var numbers: [Int] = []
    for (index, (block, level)) in headings.sections.enumerated() {
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
    return sections
  }
}
