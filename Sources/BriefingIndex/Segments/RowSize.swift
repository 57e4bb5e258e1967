/// How long the rows of a table without row ids should be, so that little of the disk stays empty.
///
/// SQLite keeps a row in its page as long as four of them fit there. The rest of a longer one stands in pages of its own,
/// which it shares with nothing. See "The SQLite Database File Format", 1.6.
enum RowSize {
  /// Bytes of a page; the database is made with it.
  static let page = 16384

  /// Bytes of a row's columns that fit into its page: a quarter of that, less the lengths, the numbers and the checksums.
  static let inPage = 4000

  /// Bytes of a row in a page of its own; four more lead to the next page.
  private static let inOwnPage = page - 4

  /// How long a row of a given length may become before it takes another page.
  static func filled(by length: Int) -> Int {
    let beyond = max(0, length - inPage)
    return inPage + (beyond + inOwnPage - 1) / inOwnPage * inOwnPage
  }
}
