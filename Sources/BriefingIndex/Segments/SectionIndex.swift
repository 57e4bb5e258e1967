import BriefingCore
import BriefingFiles
import BriefingSearch
import GRDB
import Glibc

/// The index of a library's sections on disk: the database, opened. It can be used from any thread.
///
/// It is a cache: whatever is wrong with it, it is rebuilt from the briefings.
package final class SectionIndex: Sendable {
  /// Where it is kept.
  package let location: IndexLocation
  /// Reads and writes it: many readers and one writer at a time, none of which waits for the other (SQLite's write-ahead
  /// log), or one after the other, see ``Connections``.
  package let pool: any DatabaseWriter
  /// Why an index that was there was rebuilt; nil where nothing was wrong.
  package let remadeBecause: String?
  /// The database's file: another program may have put a new one in its place.
  private let inode: ino_t

  /// How many connections to the database there are.
  package enum Connections {
    /// As many as are asked for at a time. To open them writes to the disk, for GRDB wants a log that is not empty.
    case several
    /// One, which does one thing after the other; to open it writes nothing.
    case one
  }

  /// Opens a library's index; makes one where there is none, or none that can be used.
  ///
  /// - Parameters:
  ///   - isFresh: Whether what is there is thrown away.
  ///   - mayMake: Whether the caller holds the index's lock, without which nothing is made or thrown away: another
  ///     program may be making it.
  ///   - connections: How many there are to an index that is there and not made.
  /// - Throws: `IndexError` where no index can be kept, or none is there that could be opened as it is.
  package init(
    at location: IndexLocation, isFresh: Bool = false, mayMake: Bool = true,
    _ connections: Connections = .several
  ) throws(IndexError) {
    self.location = location
    try location.makeFolder()
    if isFresh { location.removeDatabase() }
    try location.protectFiles(mayRemove: mayMake)
    do {
      (pool, remadeBecause) =
        mayMake ? try Self.open(location) : (try Self.openOnce(location, mayMake: false, connections), nil)
    } catch {
      throw IndexError(path: location.database, error)
    }
    inode = Self.inode(of: location.database)
  }

  /// Whether the database is still the one that the path leads to.
  package var isCurrent: Bool { inode == Self.inode(of: location.database) }

  /// Ends its use: nothing but the database stays on the disk. What still runs ends with an error.
  package func close() {
    // SQLite takes the log away with the last connection that may write.
    (pool as? DatabasePool)?.invalidateReadOnlyConnections()
    try? pool.close()
  }

  /// Why an index was rebuilt that was damaged.
  package static let damage = "it was damaged"

  /// Whether what a search ran into is the index's fault. SQLite has one code for a table that is missing and for a
  /// query that is too large for it.
  package func isDamaged(after error: DatabaseError) -> Bool {
    guard error.resultCode == .SQLITE_ERROR else { return error.isDamage }
    let simplest = SearchQuery(parsing: "a source:a")
    return
      (try? pool.read { db in
        try IndexSearch(db).find(simplest, .relevance, limit: 1, isCancelled: { false })
      }) == nil
  }

  private static func inode(of path: String) -> ino_t {
    var facts = stat()
    return stat(path, &facts) == 0 ? facts.st_ino : 0
  }

  private static func open(_ location: IndexLocation) throws -> (any DatabaseWriter, String?) {
    do {
      return (try openPatiently(location), nil)
    } catch let error as OtherVersion {
      location.removeDatabase()
      return (try openPatiently(location), error.description)
    } catch let error as DatabaseError where error.isDamage {
      location.removeDatabase()
      return (try openPatiently(location), damage)
    }
  }

  /// Opens or makes the database. SQLite does not wait by itself for another program that opens a new database at
  /// the same moment.
  private static func openPatiently(_ location: IndexLocation) throws -> any DatabaseWriter {
    for _ in 0..<100 {
      do {
        return try openOnce(location, mayMake: true)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        usleep(20_000)
      }
    }
    return try openOnce(location, mayMake: true)
  }

  private static func openOnce(
    _ location: IndexLocation, mayMake: Bool, _ connections: Connections = .several
  ) throws -> any DatabaseWriter {
    if mayMake {
      // SQLite would let others read it; what belongs to the database takes its permissions.
      Glibc.close(Glibc.open(location.database, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600))
    } else if FileStamp(path: location.database).map(\.size) ?? 0 == 0 {
      throw NotReady()
    }
    var configuration = Configuration()
    configuration.label = "index"
    // A program that is writing at this moment is done soon.
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      // Large pages, for the rows of common words are long; they only count for a new database. A cache of 16 MB, for the
      // writer's counts among what indexing takes. And no memory map: a file that is cut short under it would end the
      // program. A pool of connections is NORMAL by itself.
      try db.execute(
        sql: """
          PRAGMA page_size = \(RowSize.page); PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;
          PRAGMA synchronous = NORMAL
          """)
      // Of another database it would be written each time.
      if try Int.fetchOne(db, sql: "PRAGMA page_count") == 0 {
        try db.execute(sql: "PRAGMA auto_vacuum = INCREMENTAL")
      }
    }
    let pool: any DatabaseWriter =
      switch connections {
      case .several: try DatabasePool(path: location.database, configuration: configuration)
      case .one: try DatabaseQueue(path: location.database, configuration: configuration)
      }
    // Who only looks does not wait for another program that writes.
    if try pool.read({ db in try isMade(db) }) { return pool }
    guard mayMake else { throw NotReady() }
    try pool.writeWithoutTransaction { db in
      // At once, so that of two programs that find nothing one makes the tables and the other finds them.
      try db.inTransaction(.immediate) {
        if try !isMade(db) { try IndexSchema.create(in: db) }
        return .commit
      }
    }
    return pool
  }

  /// Whether the tables are there; false where the database is empty.
  private static func isMade(_ db: Database) throws -> Bool {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if version == 0, application == 0, try !db.tableExists("briefing") { return false }
    guard version == IndexSchema.version, application == IndexSchema.applicationID else {
      throw OtherVersion(description: "it was of another version")
    }
    // A refresh that finds nothing changed looks at few of them.
    guard try IndexSchema.isComplete(in: db) else { throw DatabaseError.damagedIndex }
    return true
  }

  private struct NotReady: Error, CustomStringConvertible {
    var description: String { "it is not made yet" }
  }

  private struct OtherVersion: Error, CustomStringConvertible {
    var description: String
  }
}

extension IndexError {
  /// What SQLite says of a database.
  package init(path: String, _ error: any Error) {
    let reason = (error as? DatabaseError).map { $0.message ?? $0.resultCode.description } ?? "\(error)"
    self.init(path: path, reason: reason)
  }
}

extension DatabaseError {
  /// Whether the file is not a sound database.
  package var isDamage: Bool {
    [
      .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH,
    ].contains(resultCode)
  }
}
