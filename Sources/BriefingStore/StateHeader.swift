import GRDB
import Glibc

/// Looks at the first bytes of a database before SQLite does: to open what another program has made would write to it.
enum StateHeader {
  /// Where a database says whose it is, by SQLite's file format: numbers of 32 bits, the highest byte first.
  private static let (version, applicationID) = (60, 68)
  private static let magic = Array("SQLite format 3\0".utf8)

  /// Versions at most that this program may ever have; a larger number is damage.
  static let latestVersion = 1000

  /// - Throws: `StoreFault` for a database of another program, or of a later version of this one; `DatabaseError` for one of
  ///   this program that is damaged here.
  static func check(_ location: StateLocation) throws {
    let file = open(location.database, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return }
    defer { close(file) }
    var header = [UInt8](repeating: 0, count: 100)
    // What is shorter, or no database at all, is for SQLite to judge.
    guard read(file, &header, header.count) == header.count, header.starts(with: magic) else { return }
    func number(_ offset: Int) -> Int { header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } }
    let version = number(version)
    if version > latestVersion { throw DatabaseError.damagedState }
    guard number(applicationID) == StateSchema.applicationID || number(applicationID) == 0 else {
      throw isOurs(location) ? DatabaseError.damagedState : StateSchema.foreign(location.database)
    }
    guard version <= StateSchema.version else { throw StateSchema.later(location.database) }
  }

  /// Whether a database that does not say so has this program's tables, those of its first version.
  private static func isOurs(_ location: StateLocation) -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    guard let database = try? DatabaseQueue(path: location.database, configuration: configuration) else {
      return false
    }
    defer { try? database.close() }
    return
      (try? database.read { db in
        try StateSchema.tables.filter { $0 != "library" }.allSatisfy { try db.tableExists($0) }
      })
      ?? false
  }
}
