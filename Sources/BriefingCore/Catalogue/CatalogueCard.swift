/// A row with what a list compares of it, made once: folding takes far longer than comparing.
public final class CatalogueCard: Sendable {
  /// What the list shows.
  public let row: CatalogueRow
  /// The title without case and diacritics.
  package let title: [UInt8]
  /// What a filter looks through: title, source and tags, folded, a line each.
  package let text: [UInt8]

  /// Makes the card of a row.
  public init(_ row: CatalogueRow) {
    self.row = row
    title = FoldedText(row.title, .all).utf8
    text = FoldedText(([row.title, row.source ?? ""] + row.tags).joined(separator: "\n"), .all).utf8
  }

  /// Bytes of a card that is kept, at most.
  static let longestKept = 12 << 10

  /// Bytes of all that is kept of it.
  var length: Int {
    let texts = [row.path, row.title, row.source ?? ""] + row.tags
    return texts.reduce(title.count + text.count) { $0 + 4 + $1.utf8.count }
  }
}
