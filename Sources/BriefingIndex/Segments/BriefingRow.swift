import BriefingCore
import BriefingFiles
import GRDB

/// A row of the table `briefing`: where a briefing stands in the index, and what its file was.
struct BriefingRow {
  /// Below the library's folder.
  var path: [UInt8]
  var stamp: FileStamp
  /// Its segment, and its rank there.
  var segment: Int64
  var rank: Int64

  /// The columns that ``init(_:)`` reads, in their order.
  static let columns = "path, size, modified, changed, inode, segment, rank, sum"

  /// Reads a row of which ``columns`` were asked for first.
  ///
  /// - Throws: `DatabaseError` where it is not as it was written.
  init(_ row: DirectStatement) throws {
    path = Array(row.bytes(0))
    stamp = FileStamp(
      size: row.integer(1), modified: row.integer(2), changed: row.integer(3),
      inode: UInt64(bitPattern: row.integer(4)))
    (segment, rank) = (row.integer(5), row.integer(6))
    guard checksum == row.integer(7) else { throw DatabaseError.damagedIndex }
  }

  /// Makes a row.
  init(path: String, _ stamp: FileStamp, segment: Int64, rank: Int) {
    self.path = Array(path.utf8)
    self.stamp = stamp
    self.segment = segment
    self.rank = Int64(rank)
  }

  /// What is kept beside it.
  var checksum: Int64 {
    var checksum = Checksum(.briefing)
    checksum.add(path)
    for number in [
      stamp.size, stamp.modified, stamp.changed, Int64(bitPattern: stamp.inode), segment, rank,
    ] {
      checksum.add(number)
    }
    return checksum.value
  }

  /// Writes it as a new row.
  func insert(into db: Database) throws {
    let row = try DirectStatement(
      db, "INSERT INTO briefing (\(Self.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    try path.withUnsafeBytes { path in
      try row.start(
        .text(path), .integer(stamp.size), .integer(stamp.modified), .integer(stamp.changed),
        .integer(Int64(bitPattern: stamp.inode)), .integer(segment), .integer(rank), .integer(checksum))
      defer { row.finish() }
      _ = try row.step()
    }
  }

  /// Sees whether all rows are there, as they were written.
  ///
  /// - Throws: `DatabaseError` where they are not.
  static func checkAll(in db: Database) throws {
    let rows = try DirectStatement(db, "SELECT \(columns) FROM briefing")
    try rows.start()
    defer { rows.finish() }
    var sum: Int64 = 0
    while try rows.step() { sum &+= try BriefingRow(rows).checksum }
    guard try sum == IndexTotals(db).briefings else { throw DatabaseError.damagedIndex }
  }
}
