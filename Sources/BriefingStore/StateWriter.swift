import BriefingCore
import BriefingReading
import Foundation
import GRDB

/// Writes what is to be remembered, within a transaction. What another program has written meanwhile stays where it counts:
/// rows are merged by the rules of their marks.
struct StateWriter {
  private let db: Database
  /// The briefings that were recorded by this program, should a new database take the place of one that was damaged.
  private let records: [BriefingID: BriefingRecord]
  private var touched: Set<Int64> = []

  init(_ db: Database, records: [BriefingID: BriefingRecord]) {
    self.db = db
    self.records = records
  }

  /// Writes some changes, in order, and counts again what the list shows of their briefings.
  mutating func write(_ changes: [StateChange], counting: Bool = true) throws {
    for change in changes { try write(change) }
    guard counting else { return }
    for briefing in touched.sorted() { try count(briefing) }
  }

  private mutating func write(_ change: StateChange) throws {
    switch change {
    case .record(let record, let isVisit):
      try write(record)
      if isVisit { try visit(record) }
    case .mark(let section, let briefing, let mark):
      guard try ensure(briefing), try ensure(section, of: briefing) else { return }
      try put(mark, section, briefing)
    case .star(let section, let briefing, let star):
      guard try ensure(briefing), try section.map({ try ensure($0, of: briefing) }) ?? true else { return }
      let table = section == nil ? "briefing" : "section"
      try db.cachedStatement(
        sql: "UPDATE \(table) SET is_starred = ?, star_time = ? WHERE id = ? AND star_time <= ?"
      ).execute(arguments: [star.isOn, star.time, section?.rawValue ?? briefing.rawValue, star.time])
      touched.insert(briefing.rawValue)
    case .removalsSeen(let briefing):
      try db.execute(
        sql: "UPDATE section SET removed_time = 0 WHERE briefing = ? AND ordinal < 0 AND removed_time != 0",
        arguments: [briefing.rawValue])
      touched.insert(briefing.rawValue)
    case .place(let briefing, let place): try put(place, "place", briefing)
    case .furthest(let briefing, let place): try put(place, "furthest", briefing)
    case .details(let briefing, let isOpen):
      guard try ensure(briefing) else { return }
      try db.execute(
        sql: "UPDATE briefing SET details = ? WHERE id = ?", arguments: [isOpen, briefing.rawValue])
    case .view(let library, let view, let time):
      try db.execute(
        sql: """
          INSERT INTO library (path, view, time, opened) VALUES (?, ?, ?, 0)
          ON CONFLICT (path) DO UPDATE SET view = excluded.view, time = excluded.time WHERE time <= excluded.time
          """, arguments: [library, view.text, time])
    case .opened(let library, let time):
      try db.execute(
        sql: """
          INSERT INTO library (path, view, time, opened) VALUES (?, '', 0, ?)
          ON CONFLICT (path) DO UPDATE SET opened = max(opened, excluded.opened)
          """, arguments: [library, time])
    case .bookmark(let bookmark):
      try put(
        letter: bookmark.letter, bookmark.time,
        [bookmark.path, bookmark.anchor, bookmark.excerpt])
    case .removeBookmark(let letter, let time): try put(letter: letter, time, [nil, nil, nil])
    case .text(let section, let briefing, let blocks, let hash, let time):
      try keep(blocks, hash, section, briefing, time)
    case .readBlocks(let blocks, let briefing, let time):
      // Whoever had it first keeps it: there it is not a repeat.
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO block (hash, briefing, time) VALUES (?, ?, ?)
          ON CONFLICT (hash) DO UPDATE SET time = max(time, excluded.time)
          """)
      for block in blocks {
        try statement.execute(arguments: [Int64(bitPattern: block), briefing.rawValue, time])
      }
    case .unreadBlocks(let blocks, let briefing):
      let statement = try db.cachedStatement(sql: "DELETE FROM block WHERE hash = ? AND briefing = ?")
      for block in blocks { try statement.execute(arguments: [Int64(bitPattern: block), briefing.rawValue]) }
    }
  }

  // MARK: Briefings

  private mutating func write(_ record: BriefingRecord) throws {
    let id = record.id.rawValue
    if record.isBlind {
      let find = "SELECT 1 FROM briefing WHERE id = ? OR path = ?"
      if try Int.fetchOne(db, sql: find, arguments: [id, record.file.path]) != nil { return }
    }
    touched.insert(id)
    // Another file had the path before.
    try db.execute(
      sql: "UPDATE briefing SET path = NULL WHERE path = ? AND id != ?", arguments: [record.file.path, id])
    try db.execute(
      sql: """
        INSERT INTO briefing (id, path, number, url, hash, sketch, title, size, modified)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET path = excluded.path, number = excluded.number, url = excluded.url,
          hash = excluded.hash, sketch = excluded.sketch, title = excluded.title, size = excluded.size,
          modified = excluded.modified
        """,
      arguments: [
        id, record.file.path, Int64(bitPattern: record.file.number), record.url,
        Int64(bitPattern: record.hash), SketchBytes.encode(record.sketch), record.title, record.file.size,
        record.file.modified,
      ])
    var others = Set(
      try Int64.fetchAll(
        db, sql: "SELECT id FROM section WHERE briefing = ? AND ordinal >= 0", arguments: [id]))
    let put = try db.cachedStatement(
      sql: """
        INSERT INTO section (id, briefing, ordinal, path, title, hash, word_count, seen, words, pairs,
          removed_after, removed_time)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET ordinal = excluded.ordinal, path = excluded.path,
          title = excluded.title, hash = excluded.hash, word_count = excluded.word_count,
          words = excluded.words, pairs = excluded.pairs, removed_after = excluded.removed_after,
          removed_time = excluded.removed_time, seen = CASE seen WHEN 0 THEN excluded.seen ELSE seen END
        WHERE ordinal != excluded.ordinal OR hash != excluded.hash OR path != excluded.path
          OR title != excluded.title OR pairs != excluded.pairs OR removed_time != excluded.removed_time
          OR seen = 0
        """)
    for section in record.sections {
      others.remove(section.id.rawValue)
      try put.execute(arguments: [
        section.id.rawValue, id, section.ordinal, StateRows.path(of: section.identity), section.title,
        Int64(bitPattern: section.hash), section.words, record.time,
        SketchBytes.encode(section.identity.words),
        SketchBytes.encode(section.identity.pairs), section.removal?.after?.rawValue ?? 0,
        section.removal?.time ?? 0,
      ])
    }
    for other in others {
      try db.execute(sql: "UPDATE section SET ordinal = -1 WHERE id = ?", arguments: [other])
    }
  }

  private func visit(_ record: BriefingRecord) throws {
    guard
      try Int.fetchOne(db, sql: "SELECT 1 FROM briefing WHERE id = ?", arguments: [record.id.rawValue]) != nil
    else { return }
    try db.execute(
      sql: "UPDATE briefing SET opened = max(opened, ?) WHERE id = ?",
      arguments: [record.time, record.id.rawValue])
    // One line for a briefing that is opened again and again.
    try db.execute(sql: "DELETE FROM visit WHERE briefing = ?", arguments: [record.id.rawValue])
    try db.execute(
      sql: "INSERT OR REPLACE INTO visit (time, briefing, path, title) VALUES (?, ?, ?, ?)",
      arguments: [record.time, record.id.rawValue, record.file.path, record.title])
  }

  /// Whether a briefing is there: it may have to be recorded once more.
  private mutating func ensure(_ briefing: BriefingID) throws -> Bool {
    let find = try db.cachedStatement(sql: "SELECT 1 FROM briefing WHERE id = ?")
    if try Int.fetchOne(find, arguments: [briefing.rawValue]) != nil { return true }
    guard let record = records[briefing] else { return false }
    try write(record)
    return try Int.fetchOne(find, arguments: [briefing.rawValue]) != nil
  }

  /// Whether a section is there: it may have to be recorded once more.
  ///
  /// - Throws: `DatabaseError` where it is not even then.
  private mutating func ensure(_ section: SectionID, of briefing: BriefingID) throws -> Bool {
    let find = try db.cachedStatement(sql: "SELECT 1 FROM section WHERE id = ?")
    if try Int.fetchOne(find, arguments: [section.rawValue]) != nil { return true }
    guard let record = records[briefing], !record.isBlind,
      record.sections.contains(where: { $0.id == section })
    else { return false }
    try write(record)
    if try Int.fetchOne(find, arguments: [section.rawValue]) != nil { return true }
    throw DatabaseError.damagedState
  }

  private func count(_ briefing: Int64) throws {
    try db.cachedStatement(
      sql: """
        UPDATE briefing SET (sections, unread, changed, stars, lead) = (
          SELECT count(*) FILTER (WHERE counts), coalesce(sum(mark < 2 OR read_hash != hash) FILTER (WHERE counts), 0),
            coalesce(sum(
              mark >= 2 AND read_hash != hash OR \(Self.isAdded)
            ) FILTER (WHERE counts), 0)
              + (SELECT count(*) FROM section WHERE briefing = :id AND ordinal < 0 AND mark >= 2
                AND removed_time > 0),
            coalesce(sum(is_starred), 0),
            coalesce(sum(CASE WHEN mark >= 2 AND read_hash = hash THEN 1 WHEN mark >= 2 THEN 3 ELSE 2 END)
              FILTER (WHERE NOT counts AND word_count > 0), 0)
          FROM (
            SELECT *, ordinal > 0 OR NOT EXISTS (
              SELECT 1 FROM section WHERE briefing = :id AND ordinal > 0) AS counts
            FROM section WHERE briefing = :id AND ordinal >= 0))
        WHERE id = :id
        """
    ).execute(arguments: ["id": briefing])
  }

  /// See ``StateRows/isAdded(of:firstSeen:mostMarked:)``, for the briefing `:id`.
  private static let isAdded = StateRows.isAdded(
    firstSeen: "(SELECT min(other.seen) FROM section AS other WHERE other.briefing = :id AND other.seen > 0)",
    mostMarked: "(SELECT max(other.mark) FROM section AS other WHERE other.briefing = :id)")

  // MARK: Marks

  private mutating func put(_ mark: ReadMark, _ section: SectionID, _ briefing: BriefingID) throws {
    let find = try db.cachedStatement(sql: "SELECT \(StateRows.markColumns) FROM section WHERE id = ?")
    guard let row = try Row.fetchOne(find, arguments: [section.rawValue]) else { return }
    guard StateRows.mark(row).map({ mark.overrules($0) }) ?? true else { return }
    try db.cachedStatement(
      sql: "UPDATE section SET mark = ?, mark_time = ?, mark_since = ?, read_hash = ? WHERE id = ?"
    ).execute(arguments: [
      StateRows.kind(of: mark), mark.time, mark.since, Int64(bitPattern: mark.hash), section.rawValue,
    ])
    touched.insert(briefing.rawValue)
  }

  private mutating func put(_ place: PlaceMark, _ name: String, _ briefing: BriefingID) throws {
    guard try ensure(briefing) else { return }
    try db.cachedStatement(
      sql: """
        UPDATE briefing SET \(name) = ?, \(name)_progress = ?, \(name)_time = ?
        WHERE id = ? AND \(name)_time <= ?
        """
    ).execute(arguments: [place.anchor, place.progress, place.time, briefing.rawValue, place.time])
  }

  /// A bookmark that was removed stays as a row without a place, so that its time counts.
  private func put(letter: Character, _ time: Int64, _ place: [String?]) throws {
    try db.execute(
      sql: """
        INSERT INTO bookmark (letter, path, anchor, excerpt, time) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (letter) DO UPDATE SET path = excluded.path, anchor = excluded.anchor,
          excerpt = excluded.excerpt, time = excluded.time
        WHERE time <= excluded.time
        """, arguments: [String(letter), place[0], place[1], place[2], time])
  }

  private mutating func keep(
    _ blocks: [ReadBlock]?, _ hash: UInt64, _ section: SectionID, _ briefing: BriefingID, _ time: Int64
  ) throws {
    guard try ensure(briefing) else { return }
    guard let data = blocks.flatMap(KeptText.encode) else {
      // An earlier text would be compared with what it is not.
      return try db.execute(sql: "DELETE FROM text WHERE section = ?", arguments: [section.rawValue])
    }
    try db.cachedStatement(
      sql: """
        INSERT INTO text (section, briefing, time, hash, size, data) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (section) DO UPDATE SET time = excluded.time, hash = excluded.hash,
          size = excluded.size, data = excluded.data
        WHERE time <= excluded.time
        """
    ).execute(arguments: [
      section.rawValue, briefing.rawValue, time, Int64(bitPattern: hash), data.count, data,
    ])
    try StateRetention.pruneTexts(of: briefing.rawValue, in: db)
  }
}
