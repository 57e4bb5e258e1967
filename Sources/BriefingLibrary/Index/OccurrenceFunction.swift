import BriefingSearch
import GRDB
import GRDBSQLite

/// The SQL function `occurrences(section_words)`: where the phrases of the running query stand in a section.
///
/// FTS5's own `bm25` knows nothing of inflections and nearness, so the ranking is done by ``Relevance``, which is
/// also that of a search without an index; this hands it what FTS5 knows.
enum OccurrenceFunction {
  static let name = "occurrences"

  /// Occurrences that are handed over of one section at most: more change no order that a reader would notice.
  private static let limit: CInt = 512

  /// An occurrence as it is handed over.
  struct Raw {
    /// 0-based phrase of the match expression.
    var phrase: UInt16
    /// 0-based column of the table.
    var column: UInt16
    /// 0-based position in the column.
    var position: UInt32
  }

  /// Makes the function known to a connection.
  static func register(in db: Database) throws {
    let api = UnsafeMutablePointer(mutating: FTS5.api(db))
    let code = api.pointee.xCreateFunction(
      api, name, nil,
      { api, context, result, _, _ in
        guard let api, let result else { return }
        var count: CInt = 0
        guard api.pointee.xInstCount(context, &count) == SQLITE_OK else {
          sqlite3_result_error_nomem(result)
          return
        }
        var found: [Raw] = []
        found.reserveCapacity(Int(min(count, OccurrenceFunction.limit)))
        for index in 0..<min(count, OccurrenceFunction.limit) {
          var (phrase, column, position): (CInt, CInt, CInt) = (0, 0, 0)
          guard api.pointee.xInst(context, index, &phrase, &column, &position) == SQLITE_OK else { break }
          found.append(
            Raw(
              phrase: UInt16(truncatingIfNeeded: phrase), column: UInt16(truncatingIfNeeded: column),
              position: UInt32(truncatingIfNeeded: position)))
        }
        found.withUnsafeBytes { bytes in
          // SQLite copies what it is told is transient.
          sqlite3_result_blob(
            result, bytes.baseAddress, CInt(bytes.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
        }
      }, nil)
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// What the function answered.
  static func decode(_ bytes: UnsafeRawBufferPointer) -> [Raw] {
    (0..<bytes.count / MemoryLayout<Raw>.stride).map {
      bytes.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Raw>.stride, as: Raw.self)
    }
  }
}
