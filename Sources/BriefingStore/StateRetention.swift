import GRDB

/// How much is remembered. What goes goes by age; marks, stars and places stay longest, for a file that comes back is not
/// new.
enum StateRetention {
  /// Bytes of compressed text of one briefing.
  static let textBytesOfBriefing = 512 << 10
  /// Bytes of compressed text in all.
  static let textBytes = 64 << 20
  /// Blocks by which repeats are known.
  static let blocks = 500_000
  /// Briefings in the history.
  static let visits = 1000
  /// Libraries, with how they are looked at.
  static let libraries = 1000
  /// Briefings with their sections.
  static let briefings = 100_000
  /// Sections of a briefing that its text has no more.
  static let goneSections = 1000

  /// Removes the oldest texts of a briefing that has too many.
  static func pruneTexts(of briefing: Int64, in db: Database, limit: Int = textBytesOfBriefing) throws {
    let sum = try db.cachedStatement(sql: "SELECT coalesce(sum(size), 0) FROM text WHERE briefing = ?")
    var size = try Int.fetchOne(sum, arguments: [briefing]) ?? 0
    while size > limit,
      let oldest = try Row.fetchOne(
        db, sql: "SELECT section, size FROM text WHERE briefing = ? ORDER BY time LIMIT 1",
        arguments: [briefing])
    {
      size -= max(1, oldest.value("size") ?? 1)
      try db.execute(
        sql: "DELETE FROM text WHERE section = ?", arguments: [oldest.value("section") as Int64?])
    }
  }

  /// Removes what is too much in all.
  static func prune(
    _ db: Database, textBytes: Int = textBytes, blocks: Int = blocks, visits: Int = visits,
    briefings: Int = briefings
  ) throws {
    var size = try Int.fetchOne(db, sql: "SELECT coalesce(sum(size), 0) FROM text") ?? 0
    while size > textBytes {
      // A hundred at once, for each needs a search.
      let oldest = try Row.fetchAll(db, sql: "SELECT section, size FROM text ORDER BY time LIMIT 100")
      if oldest.isEmpty { break }
      for row in oldest where size > textBytes {
        size -= max(1, row.value("size") ?? 1)
        try db.execute(sql: "DELETE FROM text WHERE section = ?", arguments: [row.value("section") as Int64?])
      }
    }
    for (table, time, limit) in [
      ("block", "time", blocks), ("visit", "time", visits), ("library", "max(time, opened)", libraries),
    ] {
      let excess = try (Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0) - limit
      if excess > 0 {
        try db.execute(
          sql: """
            DELETE FROM \(table) WHERE rowid IN
              (SELECT rowid FROM \(table) ORDER BY \(time) LIMIT \(excess))
            """)
      }
    }
    let excess = try (Int.fetchOne(db, sql: "SELECT count(*) FROM briefing") ?? 0) - briefings
    if excess > 0 {
      let oldest = try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM briefing WHERE is_starred = 0 AND stars = 0
          ORDER BY max(opened, place_time, furthest_time) LIMIT \(excess)
          """)
      for briefing in oldest {
        for (table, column) in [("section", "briefing"), ("text", "briefing"), ("briefing", "id")] {
          try db.execute(sql: "DELETE FROM \(table) WHERE \(column) = ?", arguments: [briefing])
        }
      }
    }
    // What has gone without ever having been marked tells nothing.
    try db.execute(
      sql: """
        DELETE FROM section WHERE id IN (
          SELECT id FROM (
            SELECT id, mark, row_number() OVER (PARTITION BY briefing ORDER BY mark_time DESC) AS number
            FROM section WHERE ordinal < 0 AND is_starred = 0)
          WHERE mark = 0 OR number > \(goneSections))
        """)
  }
}
