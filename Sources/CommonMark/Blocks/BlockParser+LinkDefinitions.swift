/// A definition (section 4.7) as it stands in a paragraph's content.
struct ScannedDefinition {
  var label: Range<Int>
  var destination: Range<Int>
  var title: Range<Int>?
  /// Behind its last character.
  var end: Int
  /// Where the next line starts.
  var next: Int

  init?(_ text: Span<UInt8>, from start: Int) {
    guard let label = LinkScanner.label(text, from: start), label.end < text.count,
      text[label.end] == UInt8(ascii: ":")
    else { return nil }
    let destinationStart = LinkScanner.skipWhitespace(text, from: label.end + 1)
    guard let destination = LinkScanner.destination(text, from: destinationStart),
      destination.end > destinationStart
    else { return nil }
    self.label = label.content
    self.destination = destination.content

    let titleStart = LinkScanner.skipWhitespace(text, from: destination.end)
    if titleStart > destination.end, let title = LinkScanner.title(text, from: titleStart),
      let next = Self.nextLine(text, from: title.end)
    {
      self.title = title.content
      self.end = title.end
      self.next = next
      return
    }
    // What looked like a title may be the text of the next line.
    guard let next = Self.nextLine(text, from: destination.end) else { return nil }
    self.end = destination.end
    self.next = next
  }

  /// The start of the next line where nothing but white space is left of this one.
  private static func nextLine(_ text: Span<UInt8>, from start: Int) -> Int? {
    let end = text.skipSpacesAndTabs(from: start, to: text.count)
    if end == text.count { return end }
    return text[end].isLineEnding ? text.startOfNextLine(after: end) : nil
  }
}

extension BlockParser {
  /// Takes the definitions from the start of the open paragraph; returns false, and has closed the paragraph,
  /// where nothing else is in it.
  mutating func extractDefinitions(in source: Span<UInt8>) -> Bool {
    guard source[Int(rows[leafRow].start)] == UInt8(ascii: "[") else { return true }
    // The buffer moves out while its bytes are read, as adding rows writes to `self`.
    var content = LeafContent()
    swap(&content, &self.content)
    defer { swap(&content, &self.content) }
    content.load(rows[leafRow], lines, source)
    return content.withBytes(of: source) { text, map in
      var position = 0
      var label: [UInt8] = []
      while position < text.count, text[position] == UInt8(ascii: "["), !endsEarly(),
        let definition = ScannedDefinition(text, from: position)
      {
        LabelNormalizer.normalize(text.extracting(definition.label), into: &label)
        let written = text.extracting(definition.label)
        let destination = map.source(definition.destination)
        let index: Int
        if let title = definition.title {
          index = definitions.add(
            label: label, written, destination: destination, title: text.extracting(title))
        } else {
          index = definitions.add(label: label, written, destination: destination, title: nil)
        }
        let paragraph = rows[leafRow]
        rows[leafRow].tag = .linkDefinition
        rows[leafRow].flags = []
        rows[leafRow].end = Int32(truncatingIfNeeded: map.source(end: definition.end))
        rows[leafRow].first = Int32(truncatingIfNeeded: index)
        extendParent(of: leafRow)
        guard definition.next < text.count else {
          leaf = .none
          return false
        }
        let start = map.source(definition.next)
        leafRow = addRow(.paragraph, start: start)
        rows[leafRow].flags = paragraph.flags
        rows[leafRow].first = paragraph.first
        rows[leafRow].second = paragraph.second
        dropLines(text.lineFeeds(in: position..<definition.next), upTo: start)
        position = definition.next
      }
      return true
    }
  }
}
