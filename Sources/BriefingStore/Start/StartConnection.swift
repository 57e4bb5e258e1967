import GRDB
import GRDBSQLite
import Glibc

/// A connection that answers the start's questions while the database is being opened for good: GRDB sets up two connections
/// for that, which takes several times as long.
///
/// It ends once the database is open, or with the program where that was never asked for. SQLite's locks belong to the
/// process and to the file, so whatever opens and closes that file by itself meanwhile, as ``StateLocation/prepare()`` does,
/// would drop them.
final class StartConnection {
  private let connection: OpaquePointer

  /// Opens a database that is there and of this version.
  ///
  /// - Throws: `StoreFault` or `DatabaseError` where there is none; opening it for good finds out why.
  init(_ location: StateLocation) throws {
    guard location.size > 0 else { throw DatabaseError(resultCode: .SQLITE_CANTOPEN) }
    try location.prepare()
    try StateHeader.check(location)
    var connection: OpaquePointer?
    // Its user takes care that one thread at a time does.
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX
    let code = sqlite3_open_v2(location.database, &connection, flags, nil)
    guard code == SQLITE_OK, let connection else {
      sqlite3_close(connection)
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
    self.connection = connection
    for (pragma, value) in [
      ("user_version", StateSchema.version), ("application_id", StateSchema.applicationID),
    ] {
      let row = try PlainStatement("PRAGMA \(pragma)", on: connection)
      guard try row.next(), row.integer(0) == Int64(value) else {
        throw DatabaseError(resultCode: .SQLITE_ERROR)
      }
    }
  }

  deinit { sqlite3_close(connection) }

  /// Its questions.
  var reader: StartReader { StartReader(connection: connection) }
}
