extension BlockParser {
  /// Opens an admonition (``Extensions/admonitions``): `!!! kind "Title"`, or one that folds, `??? kind` and `???+ kind`, and a tab
  /// of contents, `=== "Title"`, with what is set in by four columns below it. It is an alert. Returns false where there is none.
  mutating func openAdmonition(in source: Span<UInt8>) -> Bool {
    let start = cursor.nonspace
    guard extensions.contains(.admonitions), let marker = AdmonitionMarker(source, start..<cursor.lineEnd)
    else {
      return false
    }
    let indent = cursor.indent
    prepareForBlock(in: source)
    let row = addBlock(.alert, start: start)
    rows[row].end = Int32(truncatingIfNeeded: source.trimEnd(of: start, to: cursor.lineEnd))
    rows[row].detail = marker.kind
    rows[row].first = Int32(truncatingIfNeeded: marker.title.lowerBound)
    rows[row].second = Int32(truncatingIfNeeded: marker.title.upperBound)
    push(.definition, row: row)
    containers[containers.count - 1].contentIndent = min(7, indent + 4)
    cursor.skipMarker(cursor.lineEnd - start, in: source)
    isAfterBlankLine = false
    return true
  }
}

/// The first line of an admonition.
private struct AdmonitionMarker {
  /// The place of its kind among ``BlockKind/AlertKind``'s cases.
  let kind: UInt8
  /// Where its title stands, else the name of its kind.
  let title: Range<Int>

  init?(_ source: Span<UInt8>, _ line: Range<Int>) {
    var position = line.lowerBound
    let sign = source[position]
    while position < line.upperBound, source[position] == sign { position += 1 }
    guard position - line.lowerBound == 3 else { return nil }
    if sign == UInt8(ascii: "?") || sign == UInt8(ascii: "="), position < line.upperBound,
      source[position] == UInt8(ascii: "+") || source[position] == UInt8(ascii: "!")
    {
      position += 1
    }
    let nameStart = source.skipSpacesAndTabs(from: position, to: line.upperBound)
    guard nameStart > position else { return nil }
    position = nameStart
    while position < line.upperBound, source[position].isLetter || source[position] == UInt8(ascii: "-") {
      position += 1
    }
    let name = nameStart..<position
    // Tabs have a title alone, the others a kind, and perhaps more words for how it looks.
    guard name.isEmpty == (sign == UInt8(ascii: "=")) else { return nil }
    while position < line.upperBound, source[position] != UInt8(ascii: "\"") {
      guard
        source[position].isSpaceOrTab || source[position].isLetter || source[position] == UInt8(ascii: "-")
      else {
        return nil
      }
      position += 1
    }
    let end = source.trimEnd(of: position, to: line.upperBound)
    let isTitled = end > position
    if isTitled {
      guard end > position + 1, source[end - 1] == UInt8(ascii: "\"") else { return nil }
    } else if name.isEmpty {
      return nil
    }
    title = isTitled && end > position + 2 ? position + 1..<end - 1 : name
    kind = AlertMarker.kind(source, name) ?? 0
  }
}
