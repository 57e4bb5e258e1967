import GRDB

/// A row of the table `posting`, checked: some words of a segment, as ``PostingBlock`` has them.
///
/// A row knows where it starts and where the next one does, so that a row that is missing is noticed: the first of a
/// segment starts at the empty word, and the last one has the empty word as its next.
struct PostingRow {
  /// No word of an earlier row is as great; its own first word, but for a segment's first row.
  let first: UnsafeBufferPointer<UInt8>
  /// Where the next row starts.
  let next: UnsafeBufferPointer<UInt8>
  let words: UnsafeBufferPointer<UInt8>
  private let segment: Int64

  /// The columns that ``init(_:of:)`` reads, in their order.
  static let columns = "first, next, words_sum, words"
  /// Those, and after them what ``places(_:)`` reads.
  static let allColumns = columns + ", places_sum, places"

  /// Reads a row of which ``columns`` were asked for first; what it gives lasts as long as it is the row.
  ///
  /// - Throws: `DatabaseError` where it is not as it was written.
  init(_ row: DirectStatement, of segment: Int64) throws {
    self.segment = segment
    first = row.bytes(0)
    next = row.bytes(1)
    words = row.bytes(3)
    guard row.integer(2) == Self.checksum(ofWords: words, segment, first, next) else {
      throw DatabaseError.damagedIndex
    }
  }

  /// The places of its words, one after another.
  ///
  /// - Throws: `DatabaseError` where they are not as they were written.
  func places(_ row: DirectStatement) throws -> UnsafeBufferPointer<UInt8> {
    let places = row.bytes(5)
    guard row.integer(4) == Self.checksum(ofPlaces: places, segment, first) else {
      throw DatabaseError.damagedIndex
    }
    return places
  }

  /// Whether a word stands here if it does anywhere in the segment.
  func covers(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    !word.lexicographicallyPrecedes(first) && (next.isEmpty || word.lexicographicallyPrecedes(next))
  }

  static func checksum(
    ofWords words: UnsafeBufferPointer<UInt8>, _ segment: Int64, _ first: UnsafeBufferPointer<UInt8>,
    _ next: UnsafeBufferPointer<UInt8>
  ) -> Int64 {
    var checksum = Checksum(.words)
    checksum.add(segment)
    checksum.add(first)
    checksum.add(next)
    checksum.add(words)
    return checksum.value
  }

  static func checksum(
    ofPlaces places: UnsafeBufferPointer<UInt8>, _ segment: Int64, _ first: UnsafeBufferPointer<UInt8>
  ) -> Int64 {
    var checksum = Checksum(.places)
    checksum.add(segment)
    checksum.add(first)
    checksum.add(places)
    return checksum.value
  }
}
