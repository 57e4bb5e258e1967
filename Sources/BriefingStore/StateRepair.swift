import GRDB
import Glibc

/// Moves a damaged database aside, makes a new one, and saves what can be read of the old one.
enum StateRepair {
  /// What was done.
  struct Outcome {
    /// Where the damaged database is now.
    var movedTo: String
    /// Sections with their marks that were saved.
    var saved: Int
  }

  /// Damaged databases that are kept.
  private static let kept = 3

  /// Replaces a database that is damaged.
  ///
  /// - Parameter inode: Its file: where another one is in its place, another program was quicker.
  /// - Returns: nil where there was nothing left to do.
  static func replace(_ location: StateLocation, inode: ino_t) throws -> Outcome? {
    let lock = open(location.lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard lock >= 0 else { throw StoreFault(path: location.lock, errno: errno) }
    // Another program may be at it; that is a matter of moments. The lock ends with the descriptor.
    defer { close(lock) }
    while flock(lock, LOCK_EX) != 0 { guard errno == EINTR else { break } }
    guard location.inode == inode else { return nil }
    let moved = freePath(location)
    for suffix in StateLocation.suffixes.reversed() {
      guard rename(location.database + suffix, moved + suffix) == 0 || errno == ENOENT else {
        throw StoreFault(path: location.database + suffix, errno: errno)
      }
    }
    let database = try StateDatabase(location)
    defer { database.close() }
    let saved = (try? salvage(moved, into: database)) ?? 0
    removeOldest(location)
    return Outcome(movedTo: moved, saved: saved)
  }

  private static func freePath(_ location: StateLocation) -> String {
    var number = 1
    while access("\(location.folder)/damaged-\(number).sqlite", F_OK) == 0 { number += 1 }
    return "\(location.folder)/damaged-\(number).sqlite"
  }

  private static func removeOldest(_ location: StateLocation) {
    var number = 1
    var paths: [String] = []
    while access("\(location.folder)/damaged-\(number).sqlite", F_OK) == 0 {
      paths.append("\(location.folder)/damaged-\(number).sqlite")
      number += 1
    }
    guard paths.count > kept else { return }
    // The numbers stay without gaps: the oldest makes room for the next one.
    for suffix in StateLocation.suffixes { unlink(paths[0] + suffix) }
    for (index, path) in paths.enumerated().dropFirst() {
      for suffix in StateLocation.suffixes { rename(path + suffix, paths[index - 1] + suffix) }
    }
  }

  /// Copies the rows that can be read, table by table, from either end up to what is damaged. Returns how many sections
  /// there are then.
  private static func salvage(_ path: String, into database: StateDatabase) throws -> Int {
    let old = try DatabaseQueue(path: path)
    defer { try? old.close() }
    return try database.pool.write { new in
      for table in StateSchema.tables {
        // The old one may be of an earlier version.
        let known = Set((try? old.read { try $0.columns(in: table).map(\.name) }) ?? [])
        let columns = try new.columns(in: table).map(\.name).filter { known.contains($0) }
        if columns.isEmpty { continue }
        for order in ["", " DESC"] {
          // What cannot be read ends the way from this end.
          try? old.read { old in
            let rows = try Row.fetchCursor(
              old, sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table) ORDER BY rowid\(order)")
            while let row = try rows.next() { try insert(row, columns, table, in: new) }
          }
        }
      }
      return try Int.fetchOne(new, sql: "SELECT count(*) FROM section WHERE mark != 0") ?? 0
    }
  }

  private static func insert(_ row: Row, _ columns: [String], _ table: String, in db: Database) throws {
    let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
    do {
      // A row that breaks a rule of the table is left out.
      try db.cachedStatement(
        sql: "INSERT OR IGNORE INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
      ).execute(arguments: StatementArguments(row.databaseValues))
    } catch let error as DatabaseError where error.resultCode == .SQLITE_MISMATCH {
      return
    }
  }
}
