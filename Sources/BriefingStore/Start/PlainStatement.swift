import GRDB
import GRDBSQLite

/// A query by SQLite's own functions, on any connection.
struct PlainStatement: ~Copyable {
  private let handle: OpaquePointer?

  /// Prepares a query.
  ///
  /// - Parameter texts: What its question marks stand for.
  /// - Throws: `DatabaseError` where it cannot be prepared.
  init(_ sql: String, _ texts: [String] = [], on connection: OpaquePointer) throws(DatabaseError) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &handle, nil)
    self.handle = handle
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    for (index, text) in texts.enumerated() {
      // SQLite makes a copy of its own, for the text may be gone when the query runs.
      let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      sqlite3_bind_text(handle, Int32(index + 1), text, -1, copied)
    }
  }

  deinit { sqlite3_finalize(handle) }

  /// Goes to the next row; false where there is none.
  ///
  /// - Throws: `DatabaseError` where it cannot be read.
  func next() throws(DatabaseError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }

  /// A column of the row as a number; 0 where it is none.
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// A column of the row as text; nil where it is NULL.
  func text(_ column: Int32) -> String? { sqlite3_column_text(handle, column).map { String(cString: $0) } }
}
