import GRDB

/// The only row of the table `total`: what tells that no row of a table is missing, or is there that should not be.
///
/// The checksums of rows are added up, overflow or not: a sum can be kept up to date by the rows that come and go.
struct IndexTotals {
  /// The greatest id that a segment has had; no id is given twice.
  var lastSegment: Int64 = 0
  /// The checksums of all rows of `segment`.
  var segments: Int64 = 0
  /// The checksums of all rows of `briefing`.
  var briefings: Int64 = 0

  /// Those of an empty index.
  init() {}

  /// Reads them.
  ///
  /// - Throws: `DatabaseError`, also where what is read makes no sense.
  init(_ db: Database) throws {
    let row = try DirectStatement(db, "SELECT last_segment, segments, briefings, sum FROM total")
    try row.start()
    defer { row.finish() }
    guard try row.step() else { throw DatabaseError.damagedIndex }
    (lastSegment, segments, briefings) = (row.integer(0), row.integer(1), row.integer(2))
    guard row.integer(3) == checksum else { throw DatabaseError.damagedIndex }
  }

  /// Writes them in place of those that are there.
  func write(in db: Database) throws {
    let row = try DirectStatement(db, "INSERT OR REPLACE INTO total VALUES (1, ?, ?, ?, ?)")
    try row.start(
      .integer(lastSegment), .integer(segments), .integer(briefings), .integer(checksum))
    defer { row.finish() }
    _ = try row.step()
  }

  private var checksum: Int64 {
    var checksum = Checksum(.totals)
    for number in [lastSegment, segments, briefings] { checksum.add(number) }
    return checksum.value
  }
}
