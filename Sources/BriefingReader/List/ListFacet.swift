import BriefingCore

/// What a list looks at of a row at each key, made when the row comes.
struct ListFacet: Sendable {
  /// The title without case and diacritics.
  let title: String
  /// What the filter looks at, folded, a field a line.
  private let text: [UInt8]
  /// Whether the filter leaves the row.
  private(set) var isShown: Bool

  /// Makes a row's facet.
  ///
  /// - Parameters:
  ///   - root: The library's folder.
  ///   - filter: The words that it has to hold.
  init(_ row: CatalogueRow, root: String, filter: [[UInt8]]) {
    title = Folding.all.fold(row.title)
    let fields = ListField.allCases.map { $0.text(of: row, root: root) }.filter { !$0.isEmpty }
    text = Array(Folding.all.fold(fields.joined(separator: "\n")).utf8)
    isShown = true
    fit(filter)
  }

  /// Finds out whether the row holds every word of a filter.
  mutating func fit(_ filter: [[UInt8]]) { isShown = filter.allSatisfy(text.contains) }
}

extension Array where Element == UInt8 {
  /// Whether `needle` stands in it; a plain search, quick on texts as short as a list's rows.
  func contains(_ needle: [UInt8]) -> Bool {
    withUnsafeBufferPointer { text in
      needle.withUnsafeBufferPointer { needle in
        guard let first = needle.first else { return true }
        var start = 0
        while start &+ needle.count <= text.count {
          if text[start] == first {
            var length = 1
            while length < needle.count, text[start &+ length] == needle[length] { length &+= 1 }
            if length == needle.count { return true }
          }
          start &+= 1
        }
        return false
      }
    }
  }
}
