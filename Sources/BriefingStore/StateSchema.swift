import BriefingCore
import GRDB

/// The tables, and the way to them from those of every earlier version.
enum StateSchema {
  /// "brst": the file is a reading state.
  static let applicationID = 0x6272_7374
  /// Steps, the first from an empty database; each raises `user_version` by one. A step that was ever released is not
  /// changed any more.
  static let migrations = [
    // `briefing_list` has all that a list asks for: the rows themselves are long, for their sketches.
    // Marks: 0 for none, else 1 for unread by hand, 2 for read, 3 for read by hand. An ordinal of -1: the text has no such
    // section any more. Times are milliseconds since 1970.
    """
    CREATE TABLE briefing (
      id INTEGER PRIMARY KEY, path TEXT UNIQUE, number INTEGER NOT NULL, url TEXT, hash INTEGER NOT NULL,
      sketch BLOB NOT NULL, title TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
      opened INTEGER NOT NULL DEFAULT 0,
      sections INTEGER NOT NULL DEFAULT 0, unread INTEGER NOT NULL DEFAULT 0,
      changed INTEGER NOT NULL DEFAULT 0, stars INTEGER NOT NULL DEFAULT 0,
      is_starred INTEGER NOT NULL DEFAULT 0, star_time INTEGER NOT NULL DEFAULT 0,
      place TEXT, place_progress INTEGER NOT NULL DEFAULT 0, place_time INTEGER NOT NULL DEFAULT 0,
      furthest TEXT, furthest_progress INTEGER NOT NULL DEFAULT 0, furthest_time INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX briefing_list ON briefing (
      path, id, sections, unread, changed, is_starred, stars, furthest_progress, opened, size, modified
    );
    CREATE INDEX briefing_number ON briefing (number);
    CREATE INDEX briefing_hash ON briefing (hash);
    CREATE INDEX briefing_url ON briefing (url) WHERE url IS NOT NULL;
    CREATE TABLE section (
      id INTEGER PRIMARY KEY, briefing INTEGER NOT NULL, ordinal INTEGER NOT NULL, path TEXT NOT NULL,
      title TEXT NOT NULL, hash INTEGER NOT NULL, word_count INTEGER NOT NULL,
      seen INTEGER NOT NULL,
      mark INTEGER NOT NULL DEFAULT 0, mark_time INTEGER NOT NULL DEFAULT 0,
      mark_since INTEGER NOT NULL DEFAULT 0, read_hash INTEGER NOT NULL DEFAULT 0,
      is_starred INTEGER NOT NULL DEFAULT 0, star_time INTEGER NOT NULL DEFAULT 0,
      words BLOB NOT NULL, pairs BLOB NOT NULL
    );
    CREATE INDEX section_briefing ON section (briefing, ordinal);
    CREATE INDEX section_hash ON section (hash);
    CREATE INDEX section_gone ON section (briefing, mark_time) WHERE ordinal < 0;
    CREATE TABLE text (
      section INTEGER PRIMARY KEY, briefing INTEGER NOT NULL, time INTEGER NOT NULL, hash INTEGER NOT NULL,
      size INTEGER NOT NULL, data BLOB NOT NULL
    );
    CREATE INDEX text_time ON text (time, size);
    CREATE INDEX text_briefing ON text (briefing, time, size);
    CREATE TABLE block (hash INTEGER PRIMARY KEY, briefing INTEGER NOT NULL, time INTEGER NOT NULL);
    CREATE INDEX block_time ON block (time);
    CREATE TABLE bookmark (
      letter TEXT PRIMARY KEY, path TEXT, anchor TEXT, excerpt TEXT, time INTEGER NOT NULL
    );
    CREATE TABLE visit (time INTEGER PRIMARY KEY, briefing INTEGER NOT NULL, path TEXT NOT NULL, title TEXT NOT NULL);
    """,
    // The lead is counted by itself: a list tells sections. 0 for none that counts, 1 for read, 2 for unread, 3 for one that
    // was read as another text.
    """
    ALTER TABLE briefing ADD COLUMN details INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE briefing ADD COLUMN lead INTEGER NOT NULL DEFAULT 0;
    DROP INDEX briefing_list;
    CREATE INDEX briefing_list ON briefing (
      path, id, sections, unread, changed, is_starred, stars, furthest_progress, opened, size, modified, lead
    );
    CREATE TABLE library (
      path TEXT PRIMARY KEY, view TEXT NOT NULL, time INTEGER NOT NULL, opened INTEGER NOT NULL
    );
    UPDATE briefing SET lead = coalesce((
      SELECT CASE WHEN mark >= 2 AND read_hash = hash THEN 1 WHEN mark >= 2 THEN 3 ELSE 2 END
      FROM section WHERE section.briefing = briefing.id AND ordinal = 0 AND word_count > 0
        AND EXISTS (SELECT 1 FROM section AS other WHERE other.briefing = briefing.id AND other.ordinal > 0)), 0);
    UPDATE briefing SET sections = sections - 1, unread = unread - (lead >= 2), changed = changed - (lead = 3)
    WHERE lead > 0 AND sections > 0;
    """,
    // Of a section that the text has no more: behind which one it stood, and when that was noticed, 0 once the reader knows.
    """
    ALTER TABLE section ADD COLUMN removed_after INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE section ADD COLUMN removed_time INTEGER NOT NULL DEFAULT 0;
    """,
  ]
  /// The version that this program writes.
  static var version: Int { migrations.count }

  /// Brings a database to ``version``, within a transaction.
  ///
  /// - Throws: `StoreFault` for one of a later program, which is left alone; `DatabaseError` where the file is not a reading
  ///   state.
  static func migrate(_ db: Database, path: String) throws {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if application != applicationID {
      let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
      guard application == 0, found == 0, isEmpty else {
        throw foreign(path)
      }
    }
    guard found <= version, found >= 0 else { throw later(path) }
    for step in found..<version {
      try db.execute(sql: migrations[step])
      try db.execute(
        sql: "PRAGMA user_version = \(step + 1); PRAGMA application_id = \(applicationID)")
    }
    guard try isComplete(db) else { throw DatabaseError.damagedState }
  }

  /// A database of another program.
  static func foreign(_ path: String) -> StoreFault {
    StoreFault(path: path, reason: "it is not a reading state of this program", advice: "move it away")
  }

  /// A database of a later version.
  static func later(_ path: String) -> StoreFault {
    StoreFault(path: path, reason: "a later version of the program has written it", advice: "use that one")
  }

  /// Whether a database of this version has the tables that it should have.
  static func isComplete(_ db: Database) throws -> Bool {
    let found = try definitions(db)
    return fingerprint(of: found) == expectedFingerprint || found == expected
  }

  /// Of the definitions that a new database has: to make one in memory, only to compare with it, takes half as long as to open
  /// the database. Another version of SQLite may write them otherwise; then they are compared.
  static let expectedFingerprint: UInt64 = 0x860F_B702_E494_F5D4

  static func fingerprint(of definitions: [String]) -> UInt64 {
    var hash = TextHash()
    for definition in definitions {
      hash.add(definition.utf8)
      hash.add(0 as UInt8)
    }
    return hash.value
  }

  static func definitions(_ db: Database) throws -> [String] {
    try String.fetchAll(db, sql: "SELECT coalesce(sql, name) FROM sqlite_master ORDER BY name")
  }

  /// What a new database has.
  private static let expected: [String] =
    (try? DatabaseQueue().write { db in
      for step in migrations { try db.execute(sql: step) }
      return try definitions(db)
    }) ?? []

  /// The tables, those first that matter most.
  static let tables = ["briefing", "section", "bookmark", "visit", "library", "block", "text"]
}
