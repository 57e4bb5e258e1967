import GRDB

/// The tables of a library's index.
///
/// One row a section in `section`, under an id that grows with the briefing's day, so that the newest come first by
/// the order of the table itself. Its words stand in `section_words` under the same id, folded already: FTS5 is
/// only asked to part them at spaces. No text is kept; excerpts are read from the briefings.
///
/// FTS5 cannot forget words whose text is not at hand. So a section that changed gets a new id, its old one is
/// used by nobody any more, and what stands in `section_words` without a row in `section` counts for nothing.
enum IndexSchema {
  /// Grows with every change of the tables or of what is written into them: an index of another version is made
  /// anew.
  static let version = 1

  /// `BRFG`: whose file it is.
  static let applicationID = 0x4252_4647

  /// Besides letters and digits, what folded words are made of, the border of passages, and the mark of a section's
  /// language.
  private static let tokenizer = "ascii tokenchars ''#$%&+<=>@|~''"

  /// A word of each English section's tags that no text can hold.
  static let english = "~en"

  /// Makes the tables in an empty database.
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE briefing (
          id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE,
          size INTEGER NOT NULL, modified INTEGER NOT NULL, inode INTEGER NOT NULL,
          title TEXT NOT NULL, date TEXT, moment INTEGER NOT NULL
        );
        CREATE TABLE section (
          id INTEGER PRIMARY KEY, briefing INTEGER NOT NULL, ordinal INTEGER NOT NULL, words INTEGER NOT NULL
        );
        CREATE INDEX section_briefing ON section (briefing);
        CREATE VIRTUAL TABLE section_words USING fts5 (
          title, section, tag, body, content='', columnsize=0, tokenize='\(tokenizer)'
        );
        CREATE VIRTUAL TABLE briefing_words USING fts5 (
          source, author, path, lang, content='', columnsize=0, tokenize='\(tokenizer)'
        );
        CREATE TABLE word (text TEXT PRIMARY KEY, sections INTEGER NOT NULL, stem TEXT) WITHOUT ROWID;
        CREATE INDEX word_stem ON word (stem) WHERE stem IS NOT NULL;
        CREATE TABLE total (
          name TEXT PRIMARY KEY, value NOT NULL
        ) WITHOUT ROWID;
        INSERT INTO section_words (section_words, rank) VALUES ('hashsize', \(8 << 20));
        INSERT INTO section_words (section_words, rank) VALUES ('automerge', 8);
        PRAGMA user_version = \(version);
        PRAGMA application_id = \(applicationID);
        """)
    for total in IndexTotal.allCases { try total.set(0, in: db) }
  }
}

/// Figures of the whole index, kept beside the rows so that nobody has to count them.
enum IndexTotal: String, CaseIterable {
  /// The number that the next section's id ends with.
  case nextSequence
  /// Sections that can be found, and the words that they have together.
  case sections, words
  /// Sections that are gone but whose words still stand in the index.
  case stale

  /// What it is now.
  func value(in db: Database) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM total WHERE name = ?"), arguments: [rawValue]) ?? 0
  }

  /// Sets it.
  func set(_ value: Int, in db: Database) throws {
    try db.cachedStatement(sql: "INSERT OR REPLACE INTO total VALUES (?, ?)")
      .execute(arguments: [rawValue, value])
  }

  /// Adds to it.
  func add(_ difference: Int, in db: Database) throws {
    guard difference != 0 else { return }
    try db.cachedStatement(sql: "UPDATE total SET value = value + ? WHERE name = ?")
      .execute(arguments: [difference, rawValue])
  }
}

/// The id of a section: its briefing's day, then a number that is never given twice.
enum SectionID {
  private static let sequenceBits: Int64 = 32

  /// The id of a section dated on a day; of a briefing without a date that of day 0.
  static func make(day: Int, sequence: Int) -> Int64 { Int64(day) << sequenceBits | Int64(sequence) }

  /// The day of a section's briefing.
  static func day(of id: Int64) -> Int { Int(id >> sequenceBits) }

  /// The least id of a day.
  static func first(ofDay day: Int) -> Int64 { make(day: day, sequence: 0) }
}
