import BriefingCore
import BriefingLayout
import BriefingSearch
import BriefingText

/// What the words of a filter light in a row, and the field that is shown besides where a word stands in none that the row
/// shows.
struct ListMatches {
  /// The words, folded.
  let words: [[UInt8]]
  /// The library's folder.
  let root: String

  /// A text with the words lit.
  func cells(_ text: String, _ style: Style) -> [Cell] {
    let text = Self.beginning(of: text)
    let matches = ranges(in: text)
    return matches.isEmpty ? Cell.line(text, style) : Excerpt(text: text, matches: matches).cells(style)
  }

  /// The first field that has a word that nothing shown has, around the word; nil where there is none.
  ///
  /// - Parameters:
  ///   - shown: The fields that the row shows.
  ///   - mark: What tells it from others of its title, which is shown too.
  func hidden(of row: CatalogueRow, shown: [ListField], mark: String?, width: Int) -> [Cell]? {
    guard !words.isEmpty else { return nil }
    let seen = (shown.map { $0.text(of: row, root: root) } + [mark ?? ""]).map {
      Array(Folding.all.fold(Self.beginning(of: $0)).utf8)
    }
    guard let word = words.first(where: { word in !seen.contains { $0.contains(word) } }) else { return nil }
    for field in ListField.allCases where !shown.contains(field) {
      let text = Self.beginning(of: field.text(of: row, root: root))
      guard let match = Self.ranges(of: [word], in: text).first else { continue }
      let label = field.label.map { "\($0): " } ?? ""
      let room = max(8, width - label.count)
      // What stands before the match gives way where it would hide it.
      let utf8 = text.utf8
      let anchor = utf8.index(utf8.startIndex, offsetBy: match.lowerBound)
      let lead = text.distance(from: text.startIndex, to: anchor)
      var part = text[...]
      if lead > room / 2 {
        part =
          text[(text.index(anchor, offsetBy: -room / 4, limitedBy: text.startIndex) ?? text.startIndex)...]
      }
      let body = cells((lead > room / 2 ? "…" : "") + part, Style(.faint))
      return (Cell.cells(label, Style(.faint)) + body).fitted(to: width)
    }
    return nil
  }

  /// As much of a text as any window shows: a title can be as long as its file.
  private static func beginning(of text: String) -> String {
    text.utf8.count > 1000 ? String(text.prefix(1000)) : text
  }

  private func ranges(in text: String) -> [Range<Int>] { Self.ranges(of: words, in: text) }

  /// Where words stand in a text, in order and none overlapping: UTF-8 offsets.
  private static func ranges(of words: [[UInt8]], in text: String) -> [Range<Int>] {
    guard !words.isEmpty else { return [] }
    let folded = FoldedText(text, .all)
    let bytes = Array(folded.utf8)
    var found: [Range<Int>] = []
    for word in words where !word.isEmpty {
      var start = 0
      while let at = bytes[start...].firstIndex(of: word), at + word.count <= bytes.count {
        found.append(folded.originalRange(of: at..<at + word.count))
        start = at + word.count
      }
    }
    var merged: [Range<Int>] = []
    for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}

extension Array where Element == UInt8 {
  /// Whether some bytes stand in it.
  fileprivate func contains(_ needle: [UInt8]) -> Bool { self[...].firstIndex(of: needle) != nil }
}

extension ArraySlice where Element == UInt8 {
  /// The offset at which some bytes stand first.
  fileprivate func firstIndex(of needle: [UInt8]) -> Int? {
    guard count >= needle.count else { return nil }
    return (startIndex...endIndex - needle.count).first { self[$0..<$0 + needle.count].elementsEqual(needle) }
  }
}
