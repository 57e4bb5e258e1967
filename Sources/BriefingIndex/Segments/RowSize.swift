/// How long the rows of a table should be that has no row ids, so that little of the disk stays empty.
///
/// SQLite keeps so long a row in its page that four of them fit. What a longer one has beyond that stands in pages of its
/// own, which it shares with nothing. See "The SQLite Database File Format", 1.6.
enum RowSize {
  /// Bytes of a page; the database is made with it.
  static let page = 16384

  /// Bytes of its columns of which a row has room in its page: a quarter of that, but for what says how long they are, for
  /// numbers and for checksums.
  static let inPage = 4000

  /// Bytes of a page that only one row has; four lead to the next one.
  private static let inOwnPage = page - 4

  /// How long a row of some length may become before it takes another page.
  static func filled(by length: Int) -> Int {
    let beyond = max(0, length - inPage)
    return inPage + (beyond + inOwnPage - 1) / inOwnPage * inOwnPage
  }
}
