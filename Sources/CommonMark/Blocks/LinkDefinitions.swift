/// The link reference definitions of a document (section 4.7).
struct LinkDefinitions: Sendable {
  struct Definition: Sendable {
    /// The destination's range in the source, without its angle brackets.
    var destination: Range<Int>
    /// The title's range in ``texts``; nil where there is none.
    var title: Range<Int>?
  }

  var labels = LabelTable()
  private(set) var definitions: [Definition] = []
  /// The titles as they are written, line endings as LF: unlike destinations they may run over lines. So may labels;
  /// those that do are here too.
  private(set) var texts: [UInt8] = []
  /// The definitions whose label runs over lines, in order, and the label's range in ``texts``.
  private var longLabels: [(definition: Int32, start: Int32, end: Int32)] = []

  /// How many there are.
  var count: Int { definitions.count }

  subscript(index: Int) -> Definition { definitions[index] }

  /// Adds a definition and returns its index; one whose label is taken is kept, but nothing finds it.
  ///
  /// - Parameters:
  ///   - label: normalised.
  ///   - written: the label as it stands between the brackets.
  mutating func add(
    label: [UInt8], _ written: Span<UInt8>, destination: Range<Int>, title: Span<UInt8>?
  ) -> Int {
    var range: Range<Int>?
    if let title { range = add(title) }
    if written.lineFeeds(in: written.indices) > 0 {
      let range = add(written)
      longLabels.append(
        (
          Int32(truncatingIfNeeded: definitions.count), Int32(truncatingIfNeeded: range.lowerBound),
          Int32(truncatingIfNeeded: range.upperBound)
        ))
    }
    labels.insert(label, value: definitions.count)
    definitions.append(Definition(destination: destination, title: range))
    return definitions.count - 1
  }

  private mutating func add(_ text: Span<UInt8>) -> Range<Int> {
    let start = texts.count
    for index in text.indices { texts.append(text[index]) }
    return start..<texts.count
  }

  /// The label as it is written, of a definition that starts at `start`.
  func label(_ index: Int, startingAt start: Int, in source: [UInt8]) -> [UInt8] {
    let place = longLabels.partitioningIndex { Int($0.definition) >= index }
    if place < longLabels.count, Int(longLabels[place].definition) == index {
      return Array(texts[Int(longLabels[place].start)..<Int(longLabels[place].end)])
    }
    // What the source says is what was parsed where it is on one line.
    return LinkScanner.label(source.span, from: start).map { Array(source[$0.content]) } ?? []
  }
}

/// A definition as it stands in a paragraph's content.
private struct ScannedDefinition {
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
