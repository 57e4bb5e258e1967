import GRDB

/// The tables of a library's index.
///
/// The words stand in `posting`, some in a row, by segment and the first of them: what is written of a batch of
/// briefings is written once, in order, at the end of the table. A briefing that changed is removed from its segment by
/// a bit and goes into a new one. No text is kept; excerpts are read from the briefings.
///
/// Every row has a ``Checksum``. That none is missing, the rows themselves tell: a row of `posting` or `form` knows where
/// the next one starts, `vocabulary` has as many rows as ever, and of the others ``IndexTotals`` keeps the sum.
enum IndexSchema {
  /// Grows with every change of the tables or of what is written into them: an index of another version is made
  /// again.
  static let version = 12

  /// `BRFG`: whose file it is.
  static let applicationID = 0x4252_4647

  /// Whether all tables are there.
  static func isComplete(in db: Database) throws -> Bool {
    try ["briefing", "segment", "posting", "form", "vocabulary", "listing", "total"].allSatisfy {
      try db.tableExists($0)
    }
  }

  /// Makes the tables in an empty database.
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE briefing (
          id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE,
          size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL, inode INTEGER NOT NULL,
          segment INTEGER NOT NULL, rank INTEGER NOT NULL, sum INTEGER NOT NULL
        );
        CREATE INDEX briefing_rank ON briefing (segment, rank);
        CREATE TABLE segment (
          id INTEGER PRIMARY KEY, sum INTEGER NOT NULL, language INTEGER NOT NULL,
          living_sections INTEGER NOT NULL, living_words INTEGER NOT NULL,
          bytes INTEGER NOT NULL, lengths_sum INTEGER NOT NULL,
          gone BLOB NOT NULL, starts BLOB NOT NULL, leads BLOB NOT NULL, moments BLOB NOT NULL,
          days BLOB NOT NULL, lengths BLOB NOT NULL
        );
        CREATE TABLE posting (
          segment INTEGER NOT NULL, first BLOB NOT NULL, next BLOB NOT NULL,
          words_sum INTEGER NOT NULL, places_sum INTEGER NOT NULL, words BLOB NOT NULL, places BLOB NOT NULL,
          PRIMARY KEY (segment, first)
        ) WITHOUT ROWID;
        CREATE TABLE form (
          segment INTEGER NOT NULL, run INTEGER NOT NULL, first BLOB NOT NULL, next BLOB NOT NULL,
          is_last INTEGER NOT NULL, sum INTEGER NOT NULL, words BLOB NOT NULL,
          PRIMARY KEY (segment, run, first)
        ) WITHOUT ROWID;
        CREATE TABLE vocabulary (id INTEGER PRIMARY KEY, sum INTEGER NOT NULL, words BLOB NOT NULL);
        CREATE TABLE listing (id INTEGER PRIMARY KEY CHECK (id = 1), fingerprint BLOB NOT NULL);
        CREATE TABLE total (
          id INTEGER PRIMARY KEY CHECK (id = 1), last_segment INTEGER NOT NULL, segments INTEGER NOT NULL,
          briefings INTEGER NOT NULL, sum INTEGER NOT NULL
        );
        PRAGMA user_version = \(version);
        PRAGMA application_id = \(applicationID);
        """)
    try IndexTotals().write(in: db)
    try Vocabulary.create(in: db)
  }
}
