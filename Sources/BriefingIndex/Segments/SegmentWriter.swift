import BriefingSearch
import GRDB

/// Writes what one segment says of its words: where each stands, and which stems it has.
struct SegmentWriter {
  private var postings: PostingWriter
  /// Nil where its briefings have no language with inflections.
  private var forms: FormWriter?

  init(_ db: Database, segment: Int64, _ stemmer: Stemmer?) throws {
    postings = try PostingWriter(db, segment: segment)
    forms = try stemmer.map { try FormWriter(db, segment: segment, $0) }
  }

  /// Writes a word, now or later; words come in the order of their bytes.
  mutating func append(
    _ word: UnsafeBufferPointer<UInt8>, numbers: UnsafeBufferPointer<UInt8>,
    places: UnsafeBufferPointer<UInt8>
  ) throws {
    try postings.append(word, numbers: numbers, places: places)
    try forms?.insert(word)
  }

  /// Writes what was kept back.
  mutating func finish() throws {
    try postings.finish()
    try forms?.finish()
  }

  /// Removes all words of a segment.
  static func remove(segment: Int64, from db: Database) throws {
    try PostingTable(db).remove(segment: segment)
    try FormTable(db).remove(segment: segment)
  }
}
