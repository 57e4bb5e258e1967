import GRDB
import GRDBSQLite

/// A statement of GRDB's that is run by SQLite's own functions: for what is done so often that making objects of rows
/// and arguments would be most of the time.
///
/// One at a time may be run of a text; it is reset when it is bound again.
struct DirectStatement {
  private let statement: Statement
  private let handle: OpaquePointer

  /// Compiles a statement, or takes it from the connection's cache.
  ///
  /// - Parameter isShared: Whether nobody runs another one of this text at the same time.
  init(_ db: Database, _ sql: String, isShared: Bool = true) throws {
    statement = isShared ? try db.cachedStatement(sql: sql) : try db.makeStatement(sql: sql)
    handle = statement.sqliteStatement
    sqlite3_reset(handle)
  }

  /// Starts it with these arguments.
  ///
  /// - Throws: `DatabaseError` where one is longer than SQLite takes.
  func start(_ arguments: Argument...) throws {
    sqlite3_reset(handle)
    for (index, argument) in arguments.enumerated() {
      let code = bind(argument, CInt(index + 1))
      guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
    }
  }

  private func bind(_ argument: Argument, _ position: CInt) -> CInt {
    switch argument {
    case .integer(let value): return sqlite3_bind_int64(handle, position, value)
    // SQLite would take bytes at no address for NULL.
    case .bytes(let bytes) where bytes.isEmpty: return sqlite3_bind_zeroblob(handle, position, 0)
    // Nothing is copied: the bytes have to stay until the last row.
    case .bytes(let bytes):
      return sqlite3_bind_blob64(handle, position, bytes.baseAddress, sqlite3_uint64(bytes.count), nil)
    case .text(let bytes):
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      return sqlite3_bind_text64(
        handle, position, start, sqlite3_uint64(bytes.count), nil, UInt8(SQLITE_UTF8))
    }
  }

  /// What takes the place of a `?`.
  enum Argument {
    case integer(Int64)
    case bytes(UnsafeRawBufferPointer)
    /// UTF-8; SQLite tells text from bytes.
    case text(UnsafeRawBufferPointer)
  }

  /// Goes to the next row; false where there is none.
  ///
  /// - Throws: `DatabaseError`.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
      sqlite3_reset(handle)
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
  }

  /// Ends it, so that its arguments may go.
  func finish() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// An integer of the row.
  func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, CInt(column)) }

  /// Bytes of the row, as long as it is the row.
  func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
    // In this order: asking for the bytes may change how many there are.
    let start = sqlite3_column_blob(handle, CInt(column))
    let count = Int(sqlite3_column_bytes(handle, CInt(column)))
    return UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: count)
  }
}

extension DatabaseError {
  /// What is read makes no sense: the index is damaged.
  static var damagedIndex: DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the index is damaged")
  }
}
