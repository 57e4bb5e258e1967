import BriefingText

/// The slices in which a page shows a leaf that it has cut, and where the text that `BriefingUnits` has of it stands in them.
struct LeafSlices {
  /// The units of the page, in order, and where each one's text stands in that of the leaf.
  private var slices: [(unit: Int, range: Range<Int>)] = []
  /// Where the text of the unit of `BriefingUnits` starts in that of the leaf.
  private var start = 0

  /// Finds the slices of a unit of `BriefingUnits`; nil where the page does not show the same text.
  init?(of source: Int, _ units: BriefingUnits, on page: Page) {
    let wanted = units.table.units[source]
    guard !wanted.isBlockless, page.unitCount > 0 else { return nil }
    let table = page.units.table
    var unit = table.firstUnit(notBefore: wanted.block)
    var bytes: [UInt8] = []
    while unit < page.unitCount, table.units[unit].block == wanted.block, page.isCut(unit) {
      let content = page.content(of: unit)
      // The slices of a table end between two cells, where its text has an LF.
      if case .table = content, !slices.isEmpty { bytes.append(0x0A) }
      let first = bytes.count
      bytes += content.text.string.utf8
      slices.append((unit, first..<bytes.count))
      if table.units[unit].isLastSlice { break }
      unit += 1
    }
    guard !slices.isEmpty else { return nil }
    // Code has slices there as well, others than here, with or without the line ending behind them.
    let before = (0..<Int(wanted.slice)).reduce(0) { sum, slice in
      sum + units.content(of: source - Int(wanted.slice) + slice).text.string.utf8.count
    }
    let text = units.content(of: source).text.string.utf8
    let found = [before, before + Int(wanted.slice)].first {
      $0 <= bytes.count && bytes[$0...].starts(with: text)
    }
    guard let found else { return nil }
    start = found
  }

  /// Bytes of what was removed that a slice shows at one place: the loop sets a slice at once.
  static let longestRemoval = 8 << 10

  /// What has changed in each slice.
  ///
  /// - Parameter changes: Of the unit of `BriefingUnits`, all of it in stretches.
  func parts(of changes: [TextChange]) -> [(unit: Int, changes: [TextChange])] {
    var next = 0
    return slices.enumerated().map { index, slice in
      let isLast = index == slices.count - 1
      // The next slice goes on with a stretch that this one ends in.
      while next > 0, start + changes[next - 1].range.upperBound > slice.range.lowerBound { next -= 1 }
      var parts: [TextChange] = []
      while next < changes.count {
        let change = changes[next]
        let range = start + change.range.lowerBound..<start + change.range.upperBound
        if range.lowerBound >= slice.range.upperBound, !isLast || !range.isEmpty { break }
        next += 1
        if change.kind == .removed {
          // One at the end of a slice stands there, where the next one starts with it too.
          guard range.lowerBound >= slice.range.lowerBound else { continue }
          let at = min(range.lowerBound, slice.range.upperBound) - slice.range.lowerBound
          parts.append(TextChange(.removed, Self.shortened(change.text), at..<at))
          continue
        }
        let shown = range.clamped(to: slice.range)
        guard !shown.isEmpty else { continue }
        let utf8 = change.text.utf8
        let first = utf8.index(utf8.startIndex, offsetBy: shown.lowerBound - range.lowerBound)
        let last = utf8.index(first, offsetBy: shown.count)
        parts.append(
          TextChange(
            change.kind, String(change.text[first..<last]),
            shown.lowerBound - slice.range.lowerBound..<shown.upperBound - slice.range.lowerBound))
      }
      return (slice.unit, parts)
    }
  }

  /// A text that was removed, in pieces that are units of their own: none is longer than a slice of a long leaf, but for a
  /// word that is.
  static func pieces(of text: String) -> [String] {
    let (bytes, longest) = (Array(text.utf8), LeafBounds().slice)
    guard bytes.count > longest else { return [text] }
    var pieces: [String] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + longest)
      // Else at the end of a character.
      let cut =
        end == bytes.count
        ? end
        : bytes[start..<end].lastIndex { $0 == 0x20 || $0 == 0x0A }.map { $0 + 1 }
          ?? bytes[start..<end].lastIndex { $0 & 0xC0 != 0x80 }.flatMap { $0 > start ? $0 : nil } ?? end
      pieces.append(String(decoding: bytes[start..<cut], as: UTF8.self))
      start = cut
    }
    return pieces
  }

  /// What was removed, with a word on how much of it is not shown.
  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > longestRemoval else { return text }
    let words = text.split { $0 == " " || $0 == "\n" }
    var (shown, bytes) = (0, 0)
    while shown < words.count, bytes + words[shown].utf8.count < longestRemoval {
      bytes += words[shown].utf8.count + 1
      shown += 1
    }
    return words[..<shown].joined(separator: " ") + " … and \(words.count - shown) more words "
  }
}
