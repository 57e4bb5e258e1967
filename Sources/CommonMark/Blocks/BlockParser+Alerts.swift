extension BlockParser {
  /// Notes that the paragraph that just opened is an alert's marker: alone on the first line of a quote that is
  /// in no other container, as GitHub has it.
  ///
  /// A callout (``Extensions/callouts``) may have a title after its marker and stand in any container.
  mutating func noteAlertMarker(in source: Span<UInt8>) {
    let container = containers[containers.count - 1]
    let takesTitle = extensions.contains(.callouts)
    guard extensions.contains(.alerts), containers.count == 2 || takesTitle, container.kind == .blockQuote,
      leafRow == container.row + 1, source[cursor.nonspace] == UInt8(ascii: "["),
      let marker = AlertMarker(source, cursor.nonspace..<cursor.lineEnd, takesTitle: takesTitle)
    else { return }
    rows[container.row].flags.insert(.isPendingAlert)
    rows[container.row].detail = marker.kind
    rows[container.row].first = Int32(truncatingIfNeeded: marker.title.lowerBound)
    rows[container.row].second = Int32(truncatingIfNeeded: marker.title.upperBound)
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
    // The marker's paragraph is a closed leaf without anything after it: the last row.
    rows.removeLast()
    containers[index].lastChild = -1
    makeAlert(quote)
  }

  /// A quote ends: one that is a marker with a title alone is an alert all the same.
  mutating func closeAlert() {
    let index = containers.count - 1
    let row = rows[containers[index].row]
    guard row.flags.contains(.isPendingAlert), row.second > row.first,
      containers[index].lastChild == containers[index].row + 1, containers[index].lastChild == rows.count - 1
    else { return }
    confirmAlert(at: index)
  }

  private mutating func makeAlert(_ quote: Int) {
    rows[quote].flags.remove(.isPendingAlert)
    rows[quote].tag = .alert
  }
}
