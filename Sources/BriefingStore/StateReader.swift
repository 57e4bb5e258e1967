import BriefingCore
import BriefingReading
import Foundation
import GRDB
import GRDBSQLite

/// Returns questions from the database.
struct StateReader {
  let db: Database

  init(_ db: Database) { self.db = db }

  // MARK: The list

  /// What a list shows, by path: of all briefings, or of those below a folder.
  func summaries(under folder: String?) throws -> [PathKey: BriefingSummary] {
    let columns =
      "id, sections, unread, changed, is_starred, stars, furthest_progress, opened, size, modified, lead"
    let statement = try db.cachedStatement(
      sql: "SELECT path, \(columns) FROM briefing WHERE path >= ? AND path < ?")
    // `0` follows `/`; no text is as large as bytes are.
    let start = folder.map { $0.hasSuffix("/") ? $0 : $0 + "/" } ?? ""
    let end: any DatabaseValueConvertible = folder == nil ? DatabaseValue.largest : start.dropLast() + "0"
    statement.arguments = [start, end]
    var summaries: [PathKey: BriefingSummary] = [:]
    // By SQLite's own functions: to make objects of rows would take most of the time.
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_DONE: return summaries
      case SQLITE_ROW: break
      case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
      }
      guard let text = sqlite3_column_text(handle, 0) else { continue }
      let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_column_bytes(handle, 0)))
      summaries[PathKey(String(decoding: bytes, as: UTF8.self))] = BriefingSummary(
        id: BriefingID(rawValue: integer(1)), sections: Int(integer(2)), unread: Int(integer(3)),
        changed: Int(integer(4)), star: integer(5) > 0 ? .briefing : integer(6) > 0 ? .sections : .none,
        progress: Int(integer(7)), opened: integer(8), size: integer(9), modified: integer(10),
        lead: BriefingSummary.Lead(rawValue: Int(integer(11))) ?? .none)
    }
  }

  // MARK: A briefing

  /// A briefing that is remembered.
  struct Found {
    var id: BriefingID
    var path: String?
    var star: StarMark?
    var place: PlaceMark?
    var furthest: PlaceMark?
    var opened: Int64
    /// Of its file when it was last seen: bytes, and nanoseconds since 1970 (UTC).
    var size: Int64
    var modified: Int64
  }

  /// A section that is remembered.
  struct KnownSection {
    var record: SectionRecord
    var mark: ReadMark?
    var star: StarMark?
    var seen: Int64
  }

  /// Whose file it is, by ``BriefingIdentity``; nil where nobody's is remembered.
  func find(_ digest: BriefingDigest, _ file: FileIdentity) throws -> Found? {
    let own = try Row.fetchOne(db, sql: "SELECT * FROM briefing WHERE path = ?", arguments: [file.path])
    if let own, isLike(own, digest) { return found(own) }
    let hashes = digest.sections.filter { $0.words >= 8 }.prefix(32).map { Int64(bitPattern: $0.hash) }
    let marks = Array(repeating: "?", count: hashes.count).joined(separator: ",")
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM briefing WHERE id IN (
          SELECT id FROM (SELECT id FROM briefing WHERE number = ? AND number != 0 LIMIT 8)
          UNION SELECT id FROM (SELECT id FROM briefing WHERE url = ? ORDER BY opened DESC LIMIT 8)
          UNION SELECT id FROM (SELECT id FROM briefing WHERE hash = ? LIMIT 8)
          UNION SELECT briefing FROM (SELECT briefing, count(*) AS n FROM section WHERE hash IN (\(marks))
            GROUP BY briefing ORDER BY n DESC LIMIT 8))
        ORDER BY id
        """,
      arguments: [Int64(bitPattern: file.number), digest.url, Int64(bitPattern: digest.hash)]
        + StatementArguments(hashes))
    // What still has a file of its own is another briefing.
    let orphans = rows.filter { row in
      guard let path: String = row.value("path") else { return true }
      var facts = stat()
      return path != file.path && lstat(path, &facts) != 0
    }
    let match = BriefingIdentity.match(
      digest,
      among: orphans.map {
        (UInt64(bitPattern: $0.value("hash") ?? 0), SketchBytes.decode($0.value("sketch")))
      })
    return match.map { found(orphans[$0]) } ?? own.map(found)
  }

  /// Whether a text may be that of a row: most of a file that is overwritten every morning may be new.
  private func isLike(_ row: Row, _ digest: BriefingDigest) -> Bool {
    let hash: Int64 = row.value("hash") ?? 0
    return hash == Int64(bitPattern: digest.hash)
      || SketchBytes.decode(row.value("sketch")).dice(digest.sketch) >= 0.2
  }

  private func found(_ row: Row) -> Found {
    Found(
      id: BriefingID(rawValue: row.value("id") ?? 0), path: row.value("path"), star: StateRows.star(row),
      place: StateRows.place(row, "place"), furthest: StateRows.place(row, "furthest"),
      opened: row.value("opened") ?? 0, size: row.value("size") ?? 0, modified: row.value("modified") ?? 0)
  }

  /// All that is remembered of a briefing, as of one moment: another program may be opening it as well.
  func known(_ digest: BriefingDigest, _ file: FileIdentity) throws -> Known {
    let found = try find(digest, file)
    let id = try found?.id ?? newID(path: file.path)
    return Known(id: id, briefing: found, sections: found == nil ? [] : try sections(of: id))
  }

  /// What is remembered of a briefing.
  struct Known {
    var id: BriefingID
    var briefing: Found?
    var sections: [KnownSection] = []
    /// Whether nobody could be asked.
    var isBlind = false
  }

  /// A number for a briefing that is seen for the first time.
  private func newID(path: String) throws -> BriefingID {
    for attempt in 0... {
      let id = BriefingIdentity.newID(path: path, attempt: attempt)
      let find = "SELECT 1 FROM briefing WHERE id = ?"
      if try Int.fetchOne(db, sql: find, arguments: [id.rawValue]) == nil { return id }
    }
    return BriefingIdentity.newID(path: path)
  }

  /// The sections of a briefing, those that have gone included.
  func sections(of briefing: BriefingID) throws -> [KnownSection] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM section WHERE briefing = ? ORDER BY ordinal, id", arguments: [briefing.rawValue]
    ).map { row in
      KnownSection(
        record: StateRows.section(row), mark: StateRows.mark(row), star: StateRows.star(row),
        seen: row.value("seen") ?? 0)
    }
  }

  /// The marks and stars of a briefing's sections, and its own star.
  func marks(of briefing: BriefingID) throws -> (
    marks: [SectionID: ReadMark], stars: [SectionID: StarMark], star: StarMark?
  ) {
    var marks: [SectionID: ReadMark] = [:]
    var stars: [SectionID: StarMark] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, \(StateRows.markColumns) FROM section WHERE briefing = ?",
      arguments: [briefing.rawValue])
    while let row = try rows.next() {
      let id = SectionID(rawValue: row.value("id") ?? 0)
      marks[id] = StateRows.mark(row)
      stars[id] = StateRows.star(row)
    }
    let own = try Row.fetchOne(
      db, sql: "SELECT is_starred, star_time FROM briefing WHERE id = ?", arguments: [briefing.rawValue])
    return (marks, stars, own.flatMap(StateRows.star))
  }

  /// The text of a section as it was read; nil where it is not kept, or is not the one with the hash.
  func text(of section: SectionID, hash: UInt64) throws -> [ReadBlock]? {
    let row = try Row.fetchOne(
      db, sql: "SELECT data FROM text WHERE section = ? AND hash = ?",
      arguments: [section.rawValue, Int64(bitPattern: hash)])
    let data: Data? = row?.value("data")
    return data.flatMap(KeptText.decode)
  }

  /// Those of some blocks that stood in another briefing that was read.
  func known(_ blocks: ArraySlice<UInt64>, notIn briefing: BriefingID) throws -> Set<UInt64> {
    let find = try db.cachedStatement(sql: "SELECT 1 FROM block WHERE hash = ? AND briefing != ?")
    return Set(
      try blocks.filter { block in
        try Int.fetchOne(find, arguments: [Int64(bitPattern: block), briefing.rawValue]) != nil
      })
  }

  // MARK: Bookmarks and history

  func bookmarks() throws -> [Bookmark] {
    try Row.fetchAll(db, sql: "SELECT * FROM bookmark WHERE anchor IS NOT NULL ORDER BY letter").compactMap {
      row in
      guard let text: String = row.value("letter"), let letter = text.first, text.count == 1,
        let path: String = row.value("path"), let anchor: String = row.value("anchor")
      else { return nil }
      return Bookmark(
        letter: letter, path: path, anchor: anchor, excerpt: row.value("excerpt") ?? "",
        time: row.value("time") ?? 0)
    }
  }

  func history(limit: Int) throws -> [Visit] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT visit.time, visit.title, coalesce(briefing.path, visit.path) AS path,
          briefing.furthest_progress AS progress
        FROM visit LEFT JOIN briefing ON briefing.id = visit.briefing ORDER BY visit.time DESC LIMIT ?
        """, arguments: [limit]
    ).map { row in
      Visit(
        path: row.value("path") ?? "", title: row.value("title") ?? "", time: row.value("time") ?? 0,
        progress: row.value("progress") ?? 0)
    }
  }
}

extension DatabaseValue {
  /// What sorts after every text.
  fileprivate static let largest = Data().databaseValue
}
