/// A list item's marker (section 5.2).
private struct ListMarker {
  /// Its bytes.
  var length: Int
  /// The number; nil for a bullet.
  var number: Int?
  /// The bullet, or the byte after the number.
  var delimiter: UInt8
}

extension BlockParser {
  /// Opens an item, and a list around it where none of its kind is open; returns false where no marker stands.
  mutating func openItem(interruptsParagraph: Bool, in source: Span<UInt8>) -> Bool {
    guard let marker = scanMarker(in: source) else { return false }
    let contentStart = source.skipSpacesAndTabs(from: cursor.nonspace + marker.length, to: cursor.lineEnd)
    let isEmpty = contentStart == cursor.lineEnd
    if interruptsParagraph, isEmpty || (marker.number ?? 1) != 1 { return false }

    let start = cursor.nonspace
    let markerIndent = cursor.indent
    prepareForBlock(isItem: true, in: source)
    enterList(of: marker, start: start, in: source)

    let item = addBlock(.item, start: start)
    let list = containers[containers.count - 1].row
    rows[item].first = rows[list].second
    rows[item].end = Int32(truncatingIfNeeded: start + marker.length)
    rows[list].second += 1
    push(.item, row: item)

    cursor.skipMarker(marker.length, in: source)
    let spaces = cursor.indent
    // Five columns or more are one of padding in front of indented code; an empty item has one as well.
    let padding = isEmpty || spaces >= 5 ? 1 : spaces
    cursor.skipColumns(padding, in: source)
    containers[containers.count - 1].contentIndent = markerIndent + marker.length + padding
    return true
  }

  private func scanMarker(in source: Span<UInt8>) -> ListMarker? {
    var position = cursor.nonspace
    var number: Int?
    while position < cursor.lineEnd, source[position].isDigit {
      // More than nine digits are not a marker: browsers overflow.
      guard position - cursor.nonspace < 9 else { return nil }
      number = (number ?? 0) * 10 + Int(source[position] - UInt8(ascii: "0"))
      position += 1
    }
    guard position < cursor.lineEnd else { return nil }
    let delimiter = source[position]
    switch delimiter {
    case UInt8(ascii: "."), UInt8(ascii: ")"):
      guard number != nil else { return nil }
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      guard number == nil else { return nil }
    default:
      return nil
    }
    position += 1
    guard position == cursor.lineEnd || source[position].isSpaceOrTab else { return nil }
    return ListMarker(length: position - cursor.nonspace, number: number, delimiter: delimiter)
  }

  /// Goes on with the list that is open if the marker is of its kind, or opens one.
  private mutating func enterList(of marker: ListMarker, start: Int, in source: Span<UInt8>) {
    if containers[containers.count - 1].kind == .list {
      let open = rows[containers[containers.count - 1].row]
      let isOrdered = open.flags.contains(.isOrdered)
      if open.detail == marker.delimiter, isOrdered == (marker.number != nil) { return }
      closeContainers(to: containers.count - 1, in: source)
    }
    let list = addBlock(.list, start: start)
    rows[list].detail = marker.delimiter
    if let number = marker.number {
      rows[list].flags.insert(.isOrdered)
      rows[list].first = Int32(number)
    }
    push(.list, row: list)
  }

  /// GFM: a box at the start of an item's first paragraph, with white space after it. Consumes it.
  mutating func consumeTaskBox(in source: Span<UInt8>) {
    let container = containers[containers.count - 1]
    let start = cursor.nonspace
    guard extensions.contains(.taskLists), container.kind == .item, container.lastChild < 0,
      start + 3 < cursor.lineEnd, source[start] == UInt8(ascii: "["), source[start + 2] == UInt8(ascii: "]"),
      source[start + 3].isSpaceOrTab
    else { return }
    let mark = source[start + 1]
    let isDone = mark.lowercased == UInt8(ascii: "x")
    guard isDone || mark.isSpaceOrTab else { return }
    rows[container.row].flags.formUnion(isDone ? [.hasTaskBox, .isDone] : .hasTaskBox)
    cursor.skipMarker(3, in: source)
  }
}
