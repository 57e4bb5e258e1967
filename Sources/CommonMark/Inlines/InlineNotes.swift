/// Footnotes without a label, `^[text]` (``Extensions/inlineNotes``): when its paragraph, heading or table ends each becomes a
/// definition after it, of which the text is the label; so all that knows of footnotes knows of these.
extension InlineParser {
  /// Bytes of a note at most.
  private static let longestNote = 4096

  /// Reads a note whose `^` is at `start`; nil where none is, or where it is none that a definition was made of.
  mutating func parseInlineNote(_ text: Span<UInt8>, at start: Int) -> Int? {
    guard extensions.contains(.inlineNotes), let end = Self.noteEnd(text, from: start) else { return nil }
    if notes != nil {
      notes?.append(start..<end)
      return addToken(.footnoteReference, start, end)
    }
    guard !references.footnotes.isEmpty else { return nil }
    LabelNormalizer.normalize(text.extracting(start..<end - 1), into: &label)
    guard references.footnotes.value(of: label) != nil else { return nil }
    return addToken(.footnoteReference, start, end)
  }

  /// Notes that a note may hold, within each other or not: so often may a byte be looked at.
  private static let mostInner = 3

  /// Behind the bracket that closes a note; nil where there is none, or where it holds more than ``mostInner`` notes.
  private static func noteEnd(_ text: Span<UInt8>, from start: Int) -> Int? {
    guard start + 3 < text.count, text[start + 1] == UInt8(ascii: "["), !text[start + 2].isWhitespace else {
      return nil
    }
    var depth = 1
    var inner = 0
    var position = start + 2
    let limit = min(text.count, start + longestNote)
    while position < limit {
      switch text[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "^") where position + 1 < limit && text[position + 1] == UInt8(ascii: "["):
        inner += 1
        if inner > mostInner { return nil }
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return position > start + 2 ? position + 1 : nil }
      default: break
      }
      position += 1
    }
    return nil
  }
}

extension BlockParser {
  /// Makes definitions of the notes in a paragraph or heading that ends.
  mutating func addInlineNotes(of row: Int, in source: Span<UInt8>) {
    guard mayHaveNotes, Self.mayHaveNotes(source, rows[row], lines) else { return }
    var content = LeafContent()
    swap(&content, &self.content)
    defer { swap(&content, &self.content) }
    content.load(rows[row], lines, source)
    content.withBytes(of: source) { text, map in
      var parser = InlineParser(
        extensions: extensions,
        references: References(definitions: LinkDefinitions(), footnotes: LabelTable()),
        maximumOpenMarks: maximumOpenMarks)
      parser.notes = []
      // Piece by piece, since a paragraph may be as long as the file and only the notes are kept.
      var inlines: [InlineRow] = []
      parser.start(text)
      repeat {
        guard parser.parsePiece(text, map, into: &inlines, isCancelled: { endsEarly() }) else { return }
      } while !parser.isAtEnd
      var label: [UInt8] = []
      // Those within a note follow it, so that definitions stand in the order of the source.
      var rest = Array((parser.notes ?? []).reversed())
      while let note = rest.popLast(), !endsEarly() {
        LabelNormalizer.normalize(text.extracting(note.lowerBound..<note.upperBound - 1), into: &label)
        guard footnotes.value(of: label) == nil else { continue }
        addNote(note, map, text, label, isInCell: rows[row].tag == .tableCell)
        rest += notes(within: note, of: text, map, &parser).reversed()
      }
    }
  }

  /// The notes that stand directly in a note.
  private mutating func notes(
    within note: Range<Int>, of text: Span<UInt8>, _ map: SourceMap, _ parser: inout InlineParser
  ) -> [Range<Int>] {
    let start = note.lowerBound + 2
    let inside = text.extracting(start..<note.upperBound - 1)
    guard HTMLScanner.find("^[", in: inside, from: 0) != nil else { return [] }
    parser.notes = []
    var inlines: [InlineRow] = []
    guard parser.parse(inside, map, into: &inlines, isCancelled: { endsEarly() }) else { return [] }
    return (parser.notes ?? []).map { $0.lowerBound + start..<$0.upperBound + start }
  }

  /// Makes definitions of the notes in the cells of a table that ends.
  mutating func addInlineNotes(ofTable table: Int, in source: Span<UInt8>) {
    guard mayHaveNotes else { return }
    for row in table..<rows.count where rows[row].tag == .tableCell && !endsEarly() {
      addInlineNotes(of: row, in: source)
    }
  }

  private mutating func addNote(
    _ note: Range<Int>, _ map: SourceMap, _ text: Span<UInt8>, _ label: [UInt8], isInCell: Bool
  ) {
    let whole = map.source(note.lowerBound)..<map.source(end: note.upperBound)
    let definition = addRow(.footnoteDefinition, start: whole.lowerBound)
    rows[definition].end = Int32(truncatingIfNeeded: whole.upperBound)
    rows[definition].first = Int32(truncatingIfNeeded: whole.lowerBound)
    rows[definition].second = Int32(truncatingIfNeeded: whole.upperBound - 1)
    footnotes.insert(label, value: definition)

    let row = rows.count
    rows.append(
      BlockRow(.paragraph, start: whole.lowerBound + 2, parent: Int32(truncatingIfNeeded: definition)))
    rows[row].end = Int32(truncatingIfNeeded: whole.upperBound - 1)
    var start = note.lowerBound + 2
    let end = note.upperBound - 1
    if map.isContiguous {
      rows[row].first = Int32(truncatingIfNeeded: map.source(start))
      rows[row].second = Int32(truncatingIfNeeded: map.source(start) + end - start)
      return
    }
    if isInCell {
      // The pipes in it are escaped as those of the cell are.
      rows[row].flags.insert(.hasEscapedPipe)
      rows[row].first = Int32(truncatingIfNeeded: map.source(start))
      rows[row].second = Int32(truncatingIfNeeded: map.source(end: end))
      return
    }
    rows[row].flags.insert(.isSegmented)
    rows[row].first = Int32(truncatingIfNeeded: lines.count)
    while start <= end {
      var lineEnd = start
      while lineEnd < end, text[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
      let first = map.source(start)
      lines.append(LineRow(start: first, end: first + lineEnd - start))
      rows[row].second += 1
      start = lineEnd + 1
    }
  }

  /// Whether a source has `^[` anywhere: nearly none has, and then no leaf is looked at again.
  mutating func findNotes(in source: Span<UInt8>, _ range: Range<Int>) {
    guard extensions.contains(.inlineNotes) else { return }
    var position = range.lowerBound
    while position + 1 < range.upperBound {
      // Some at a time, for the source may be long and nobody want it any more.
      position = source.firstOffset(
        of: UInt8(ascii: "^"), from: position, to: min(range.upperBound, position + 1 << 16))
      if endsEarly() { return }
      guard position + 1 < range.upperBound, source[position] == UInt8(ascii: "^") else { continue }
      if source[position + 1] == UInt8(ascii: "[") {
        mayHaveNotes = true
        return
      }
      position += 1
    }
  }

  /// Whether a leaf has `^[` anywhere.
  private static func mayHaveNotes(_ source: Span<UInt8>, _ row: BlockRow, _ lines: [LineRow]) -> Bool {
    var start = Int(row.first)
    var end = Int(row.second)
    if row.flags.contains(.isSegmented) {
      end = lines[Int(row.first + row.second) - 1].end
      start = lines[Int(row.first)].start
    }
    var position = source.extracting(start..<end).skipProse(from: 0) + start
    while position + 1 < end {
      if source[position] == UInt8(ascii: "^"), source[position + 1] == UInt8(ascii: "[") { return true }
      position = source.extracting(position + 1..<end).skipProse(from: 0) + position + 1
    }
    return false
  }
}
