extension BriefingUnits {
  /// The texts of a unit in which a library's search finds words, in order: of a table each cell, else one text
  /// or none. What the page adds to the author's words is left out: the marks of footnotes, the picture before an
  /// image's description, and the file name that stands for a missing one.
  public func searchableTexts(of unit: Int) -> [String] {
    let content = content(of: unit)
    switch content {
    case .table(let table):
      return SearchableText.texts(
        of: table.text, in: table.written.lazy.map { Int($0.lowerBound)..<Int($0.upperBound) })
    case .flow(let text, _), .code(let text, _):
      return SearchableText.texts(of: text, in: CollectionOfOne(0..<text.string.utf8.count))
    case .thematicBreak: return []
    }
  }
}

/// What is words of the author in a unit's text.
package enum SearchableText {
  /// The author's words in each of some stretches of a text, in order, in UTF-8 offsets; none is empty.
  static func texts(of text: UnitText, in ranges: some Sequence<Range<Int>>) -> [String] {
    // Once for all: a table has as many stretches as cells.
    let bytes = Array(text.string.utf8)
    var links = text.links[...]
    var kept: [UInt8] = []
    var texts: [String] = []
    for range in ranges where !range.isEmpty {
      let inside = links.prefix { $0.range.lowerBound < range.upperBound }
      links = links[inside.endIndex...]
      kept.removeAll(keepingCapacity: true)
      append(bytes, inside, in: range, to: &kept)
      if !kept.isEmpty { texts.append(String(decoding: kept, as: UTF8.self)) }
    }
    return texts
  }

  /// Appends the author's words in a stretch of a text.
  ///
  /// - Parameter links: The images and footnotes that start in the stretch at least, in order.
  /// - Returns: Whether it came to its end: false when `isCancelled`, which is asked now and then, returned true.
  @discardableResult
  static func append(
    _ bytes: [UInt8], _ links: ArraySlice<UnitText.Link>, in range: Range<Int>, to kept: inout [UInt8],
    isCancelled: () -> Bool = { false }
  ) -> Bool {
    var at = range.lowerBound
    var count = 0
    for link in links where link.range.lowerBound >= at && link.range.upperBound <= range.upperBound {
      count += 1
      if count % 4096 == 0, isCancelled() { return false }
      guard let left = leftOut(link, bytes) else { continue }
      kept += bytes[at..<left.lowerBound]
      at = left.upperBound
    }
    kept += bytes[at..<range.upperBound]
    return true
  }

  /// What of a link the page has added.
  package static func leftOut(_ link: UnitText.Link, _ bytes: [UInt8]) -> Range<Int>? {
    switch link.kind {
    case .link: return nil
    case .footnote: return link.range
    case .image:
      let mark = InlineFlattener.imageMark.utf8.count
      let shown = bytes[link.range.lowerBound..<link.range.upperBound].dropFirst(mark)
      let isNamed = !shown.elementsEqual(InlineFlattener.fileName(link.destination).utf8)
      return link.range.lowerBound..<(isNamed ? link.range.lowerBound + mark : link.range.upperBound)
    }
  }
}
