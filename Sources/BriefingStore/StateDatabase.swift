import GRDB
import Glibc

/// The database, opened. It can be used from any thread.
final class StateDatabase: Sendable {
  /// Many readers and one writer at a time, none of which waits for the other (SQLite's write-ahead log).
  let pool: DatabasePool
  private let location: StateLocation
  /// The database's file: another program may have put a new one in its place.
  let inode: ino_t

  /// Opens the database; makes one where there is none.
  ///
  /// - Parameter isPrepared: Whether a ``StartConnection`` has seen to the folder and the file, and is still open.
  /// - Throws: `StoreFault` where none can be kept, `DatabaseError` where the one that is there is damaged.
  init(_ location: StateLocation, isPrepared: Bool = false) throws {
    self.location = location
    if !isPrepared {
      try location.prepare()
      try StateHeader.check(location)
    }
    pool = try Self.openPatiently(location)
    inode = location.inode
  }

  /// Whether the path still leads to the database.
  var isCurrent: Bool { inode == location.inode }

  /// Bytes of a database up to which its indexes are compared with its tables as well, which takes a tenth of a second.
  private static let smallSize: off_t = 16 << 20

  /// Looks through the whole file; false where it is damaged.
  func isSound() -> Bool {
    let check = location.size <= Self.smallSize ? "integrity_check" : "quick_check"
    do {
      return try pool.read { db in
        try String.fetchOne(db, sql: "PRAGMA \(check)(1)") == "ok" && StateSchema.isComplete(db)
      }
    } catch {
      return (error as? DatabaseError).map { !$0.isDamage } ?? true
    }
  }

  /// Ends its use: nothing but the database stays on the disk.
  func close() {
    pool.invalidateReadOnlyConnections()
    try? pool.close()
  }

  /// SQLite does not wait by itself for another program that opens a new database at the same moment.
  private static func openPatiently(_ location: StateLocation) throws -> DatabasePool {
    for _ in 0..<100 {
      do {
        return try openOnce(location)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        usleep(20_000)
      }
    }
    return try openOnce(location)
  }

  private static func openOnce(_ location: StateLocation) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.label = "state"
    // A program that is writing at this moment is done soon.
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 3
    configuration.prepareDatabase { db in
      // A loss of power may take the last commits and nothing else. No memory map: a file that is cut short under it
      // would end the program.
      try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0")
    }
    let pool = try DatabasePool(path: location.database, configuration: configuration)
    // Who finds all in order does not wait for another program that writes.
    let isMade = try pool.read { db in
      try Int.fetchOne(db, sql: "PRAGMA user_version") == StateSchema.version
        && Int.fetchOne(db, sql: "PRAGMA application_id") == StateSchema.applicationID
        && StateSchema.isComplete(db)
    }
    if isMade { return pool }
    try pool.writeWithoutTransaction { db in
      // At once, so that of two programs that find nothing one makes the tables and the other finds them.
      try db.inTransaction(.immediate) {
        try StateSchema.migrate(db, path: location.database)
        return .commit
      }
    }
    return pool
  }
}
