extension Page {
  /// The texts of a unit in which a library's search finds words, in order: of a table each cell, else one text
  /// or none. What the page adds to the author's words is left out: the marks of footnotes, the picture before an
  /// image's description, and the file name that stands for a missing one.
  public func searchableTexts(of unit: Int) -> [String] {
    let content = content(of: unit)
    switch content {
    case .table(let table):
      return table.cells.compactMap {
        SearchableText.text(of: table.text, in: Int($0.lowerBound)..<Int($0.upperBound))
      }
    case .flow(let text, _), .code(let text, _, _):
      return SearchableText.text(of: text, in: 0..<text.string.utf8.count).map { [$0] } ?? []
    case .thematicBreak: return []
    }
  }
}

/// What is words of the author in a unit's text.
enum SearchableText {
  /// The author's words in a stretch of a text, in UTF-8 offsets; nil where there are none.
  static func text(of text: UnitText, in range: Range<Int>) -> String? {
    var kept: [UInt8] = []
    append(Array(text.string.utf8), text.links, in: range, to: &kept)
    return kept.isEmpty ? nil : String(decoding: kept, as: UTF8.self)
  }

  /// Appends the author's words in a stretch of a text.
  ///
  /// - Parameter links: The text's images and footnotes at least, in order.
  static func append(
    _ bytes: [UInt8], _ links: [UnitText.Link], in range: Range<Int>, to kept: inout [UInt8]
  ) {
    var at = range.lowerBound
    for link in links where link.range.lowerBound >= at && link.range.upperBound <= range.upperBound {
      guard let left = leftOut(link, bytes) else { continue }
      kept += bytes[at..<left.lowerBound]
      at = left.upperBound
    }
    kept += bytes[at..<range.upperBound]
  }

  /// What of a link the page has added.
  private static func leftOut(_ link: UnitText.Link, _ bytes: [UInt8]) -> Range<Int>? {
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
