/// Headings that are written in HTML (``Extensions/htmlElements``): an element `h1` to `h6` with nothing beside it. What
/// stands between its tags is read as the text of any heading.
extension BlockParser {
  /// A heading on one line: its level and where its text stands.
  struct HTMLHeading {
    var level: UInt8
    var content: Range<Int>
  }

  /// The heading that the rest of the line is; nil where it is none.
  func htmlHeading(in source: Span<UInt8>) -> HTMLHeading? {
    guard extensions.contains(.htmlElements) else { return nil }
    return Self.htmlHeading(source, cursor.nonspace..<cursor.lineEnd)
  }

  /// Opens and closes such a heading; returns false where there is none.
  mutating func openHTMLHeading(in source: Span<UInt8>) -> Bool {
    guard let heading = htmlHeading(in: source) else { return false }
    prepareForBlock(in: source)
    let row = addBlock(.heading, start: cursor.nonspace)
    take(heading, as: row)
    rows[row].end = Int32(truncatingIfNeeded: source.trimEnd(of: cursor.nonspace, to: cursor.lineEnd))
    extendParent(of: row)
    isAfterBlankLine = false
    return true
  }

  /// Makes a heading of the open HTML block where all of it is one, on several lines.
  mutating func makeHTMLHeading(in source: Span<UInt8>) {
    let row = rows[leafRow]
    guard extensions.contains(.htmlElements), !row.flags.contains(.isSegmented),
      row.second - row.first <= Self.longestHTMLHeading,
      let heading = Self.htmlHeading(source, Int(row.first)..<Int(row.second))
    else { return }
    rows[leafRow].tag = .heading
    take(heading, as: leafRow)
  }

  /// Bytes of a heading on several lines at most.
  private static let longestHTMLHeading = 4096

  private mutating func take(_ heading: HTMLHeading, as row: Int) {
    rows[row].detail = heading.level
    rows[row].first = Int32(truncatingIfNeeded: heading.content.lowerBound)
    rows[row].second = Int32(truncatingIfNeeded: heading.content.upperBound)
  }

  private static func htmlHeading(_ source: Span<UInt8>, _ range: Range<Int>) -> HTMLHeading? {
    var end = range.upperBound
    while end > range.lowerBound, source[end - 1].isSpaceTabOrLineEnding { end -= 1 }
    let text = source.extracting(range.lowerBound..<end)
    // `<hn>x</hn>` at least.
    guard text.count >= 10, text.hasPrefix("<h", at: 0), (0x31...0x36).contains(text[2]),
      text[3] == UInt8(ascii: ">") || text[3].isSpaceTabOrLineEnding,
      text.hasPrefix("</h", at: text.count - 5),
      text[text.count - 2] == text[2], text[text.count - 1] == UInt8(ascii: ">"),
      let tagEnd = HTMLScanner.startTag(text, from: 0), tagEnd < text.count - 5
    else { return nil }
    var first = tagEnd
    var last = text.count - 5
    while first < last, text[first].isSpaceTabOrLineEnding { first += 1 }
    while last > first, text[last - 1].isSpaceTabOrLineEnding { last -= 1 }
    guard first < last, !holdsBlock(text.extracting(first..<last)) else { return nil }
    return HTMLHeading(
      level: text[2] - UInt8(ascii: "0"), content: range.lowerBound + first..<range.lowerBound + last)
  }

  /// Whether a text has a tag of a heading or of another block in it.
  private static func holdsBlock(_ text: Span<UInt8>) -> Bool {
    var position = 0
    while position < text.count {
      if text[position] == UInt8(ascii: "<") {
        var end = position + 1
        if end < text.count, text[end] == UInt8(ascii: "/") { end += 1 }
        let start = end
        while end < text.count, text[end].isAlphanumeric { end += 1 }
        if end > start, HTMLTagName(text.extracting(start..<end)).isBlock { return true }
      }
      position += 1
    }
    return false
  }
}

extension Document {
  /// The identifier that a heading is given by the attributes after it (`## Grain {#grain}`); nil where it has none.
  public func identifier(ofHeading block: BlockID) -> String? {
    let row = rows[Int(block.index)]
    guard row.tag == .heading, extensions.contains(.templateTags) else { return nil }
    let text = source.span
    let isSegmented = row.flags.contains(.isSegmented)
    var position = isSegmented ? lines[Int(row.first + row.second) - 1].end : Int(row.second)
    while position < text.count, text[position].isSpaceOrTab || text[position] == UInt8(ascii: "#") {
      position += 1
    }
    guard position < text.count, text[position] == UInt8(ascii: "{"),
      let name = AttributeList.identifier(text, from: position), !name.isEmpty
    else { return nil }
    return String(repairing: Array(source[name]))
  }
}
