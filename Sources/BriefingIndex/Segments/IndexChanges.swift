import BriefingCore
import BriefingFiles
import GRDB
import Glibc

/// What has changed in a library since its index was written.
struct IndexChanges: Sendable {
  /// A briefing's file as it is now.
  struct File: Sendable {
    /// Below the library's folder.
    var path: String
    var stamp: FileStamp
  }

  /// Files that are new or changed, in the order in which they are read.
  private(set) var written: [File] = []
  /// The paths of what is gone.
  private(set) var gone: [String] = []
  /// Briefings of the library.
  private(set) var total = 0

  var isEmpty: Bool { written.isEmpty && gone.isEmpty }

  /// No changes, as is known without a comparison.
  static let none = IndexChanges()
  /// Whether nothing had to be compared.
  private(set) var isUnneeded = false

  private init() { isUnneeded = true }

  /// Compares an index with the whole library.
  ///
  /// Both sides come in the order of their paths' bytes. Strings themselves are not compared: to Swift `é` is one
  /// name however it is composed, to a file system it is two.
  init(_ db: Database, _ listing: FolderListing) throws {
    total = listing.count
    let rows = try DirectStatement(db, "SELECT \(BriefingRow.columns) FROM briefing ORDER BY path")
    try rows.start()
    defer { rows.finish() }
    var sum: Int64 = 0
    func next() throws -> BriefingRow? {
      guard try rows.step() else { return nil }
      let row = try BriefingRow(rows)
      sum &+= row.checksum
      return row
    }
    var known = try next()
    for entry in listing {
      while let before = known, before.path.lexicographicallyPrecedes(entry.path.utf8) {
        gone.append(String(decoding: before.path, as: UTF8.self))
        known = try next()
      }
      if let same = known, same.path.elementsEqual(entry.path.utf8) {
        known = try next()
        if same.stamp == entry.stamp { continue }
      }
      written.append(File(path: entry.path, stamp: entry.stamp))
    }
    while let before = known {
      gone.append(String(decoding: before.path, as: UTF8.self))
      known = try next()
    }
    // A row that is missing would be a briefing twice.
    guard try sum == IndexTotals(db).briefings else { throw DatabaseError.damagedIndex }
    sort()
  }

  /// Compares an index with some files; nil where one of them is not a file, but perhaps a folder.
  init?(_ db: Database, _ paths: Set<String>, in library: String) throws {
    let known = try DirectStatement(db, "SELECT \(BriefingRow.columns) FROM briefing WHERE path = ?")
    var isNew = false
    total = try Int.fetchOne(db, sql: "SELECT count(*) FROM briefing") ?? 0
    for path in paths {
      var facts = stat()
      let isThere = stat(library.appendingName(path), &facts) == 0
      // Anything but "there is none" is for the look at the whole library to explain.
      guard isThere ? facts.st_mode & S_IFMT == S_IFREG : errno == ENOENT else { return nil }
      let bytes = Array(path.utf8)
      let before = try bytes.withUnsafeBytes { bytes in
        try known.start(.text(bytes))
        defer { known.finish() }
        guard try known.step() else { return FileStamp?.none }
        let row = try BriefingRow(known)
        guard row.path.elementsEqual(path.utf8) else { throw DatabaseError.damagedIndex }
        return row.stamp
      }
      let now = isThere ? FileStamp(facts) : nil
      switch (before, now) {
      case (_, let now?) where now != before: written.append(File(path: path, stamp: now))
      case (.some, nil): gone.append(path)
      default: break
      }
      total += (now == nil ? 0 : 1) - (before == nil ? 0 : 1)
      isNew = isNew || before == nil && now != nil
    }
    // What is not found may have been lost, and would be there twice.
    if isNew { try BriefingRow.checkAll(in: db) }
    sort()
  }

  private mutating func sort() { written = FileStamp.readingOrder(written, by: \.stamp) }
}

/// What tells whether anything in a library's listing has changed since its index was complete.
package enum ListingFingerprint {
  /// That of the listing that the index is complete for; nil where it is not.
  package static func value(in db: Database) throws -> [UInt64]? {
    let statement = try DirectStatement(db, "SELECT fingerprint FROM listing")
    try statement.start()
    defer { statement.finish() }
    guard try statement.step() else { return nil }
    let bytes = UnsafeRawBufferPointer(statement.bytes(0))
    return stride(from: 0, to: bytes.count - 7, by: 8).map {
      bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self)
    }
  }

  /// Notes that the index is complete.
  package static func set(_ fingerprint: [UInt64], in db: Database) throws {
    guard try value(in: db) != fingerprint else { return }
    let statement = try DirectStatement(db, "INSERT OR REPLACE INTO listing VALUES (1, ?)")
    try fingerprint.withUnsafeBytes { bytes in
      try statement.start(.bytes(bytes))
      defer { statement.finish() }
      _ = try statement.step()
    }
  }

  /// Notes that it is not, or will not be for a while.
  package static func remove(in db: Database) throws { try db.execute(sql: "DELETE FROM listing") }
}
