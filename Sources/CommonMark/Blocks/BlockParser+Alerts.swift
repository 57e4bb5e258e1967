extension BlockParser {
  /// Notes that the paragraph that just opened is an alert's marker: alone on the first line of a quote that is
  /// in no other container, as GitHub has it.
  mutating func noteAlertMarker(in source: Span<UInt8>) {
    let container = containers[containers.count - 1]
    guard extensions.contains(.alerts), containers.count == 2, container.kind == .blockQuote,
      leafRow == container.row + 1, source[cursor.nonspace] == UInt8(ascii: "["),
      let kind = Self.alertKind(in: source, cursor.nonspace..<cursor.lineEnd)
    else { return }
    rows[container.row].flags.insert(.isPendingAlert)
    rows[container.row].detail = kind
  }

  /// The place among ``BlockKind/AlertKind``'s cases of the kind that a line `[!KIND]` names.
  private static func alertKind(in source: Span<UInt8>, _ line: Range<Int>) -> UInt8? {
    let names: [StaticString] = ["note", "tip", "important", "warning", "caution"]
    guard source.hasPrefix("[!", at: line.lowerBound) else { return nil }
    for (index, name) in names.enumerated() where source.hasPrefix(name, at: line.lowerBound + 2) {
      let end = line.lowerBound + 2 + name.utf8CodeUnitCount
      guard end < line.upperBound, source[end] == UInt8(ascii: "]"),
        source.skipSpacesAndTabs(from: end + 1, to: line.upperBound) == line.upperBound
      else { return nil }
      return UInt8(index)
    }
    return nil
  }

  /// The quote of which the open paragraph is the marker.
  private var pendingAlert: Int? {
    let parent = Int(rows[leafRow].parent)
    return rows[parent].flags.contains(.isPendingAlert) && leafRow == parent + 1 ? parent : nil
  }

  /// Takes the marker's line from the open paragraph where it has others: then the quote is an alert.
  mutating func dropAlertMarker(in source: Span<UInt8>) {
    guard let quote = pendingAlert else { return }
    let row = rows[leafRow]
    if row.flags.contains(.isSegmented) {
      guard row.second > 1 else { return }
      dropLines(1, upTo: lines[Int(row.first) + 1].start)
    } else {
      let end = source.endOfLine(from: Int(row.first))
      guard end < Int(row.second) else { return }
      dropLines(1, upTo: end + 1)
    }
    makeAlert(quote)
  }

  /// The marker is part of a heading: no alert.
  mutating func clearAlertMarker() {
    if let quote = pendingAlert { rows[quote].flags.remove(.isPendingAlert) }
  }

  /// A second block starts in a quote: if its first was a marker alone, that goes and the quote is an alert.
  mutating func confirmAlert(at index: Int) {
    let quote = containers[index].row
    guard rows[quote].flags.contains(.isPendingAlert) else { return }
    // The marker's paragraph is a closed leaf without anything behind it: the last row.
    rows.removeLast()
    containers[index].lastChild = -1
    makeAlert(quote)
  }

  private mutating func makeAlert(_ quote: Int) {
    rows[quote].flags.remove(.isPendingAlert)
    rows[quote].tag = .alert
  }
}
