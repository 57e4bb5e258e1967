/// A row with what a list compares of it, made once: folding takes far longer than comparing.
public final class CatalogueCard: Sendable {
  /// What the list shows.
  public let row: CatalogueRow
  /// The row's own: to ask a card for its row copies the row.
  let age: RowAge
  /// What a filter looks through: each ``ListField`` that says something, folded, a line each.
  package let text: [UInt8]
  /// So many of its bytes are the title without case and diacritics.
  package let titleCount: Int

  /// Makes the card of a row.
  ///
  /// - Parameter root: The library's folder, as it starts the row's path.
  public init(_ row: CatalogueRow, root: String) {
    self.row = row
    age = row.age
    // The title is the first field, and folded once.
    var folded = FoldedText(row.title, .all)
    titleCount = folded.utf8.count
    for field in ListField.allCases.dropFirst() {
      let text = field.text(of: row, root: root)
      guard !text.isEmpty else { continue }
      folded.append("\n", .all)
      folded.append(text, .all)
    }
    text = folded.utf8
  }

  /// Gives the title without case and diacritics to `body`.
  func withTitle<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    text.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<titleCount])) }
  }

  /// Bytes of a card that is kept, at most.
  static let longestKept = 12 << 10

  /// Bytes of all that is kept of it.
  var length: Int {
    let texts =
      [row.path, row.title, row.source ?? "", row.language ?? "", row.summary ?? ""] + row.tags + row.authors
      + row.addresses
    return texts.reduce(text.count) { $0 + 4 + $1.utf8.count }
  }
}
