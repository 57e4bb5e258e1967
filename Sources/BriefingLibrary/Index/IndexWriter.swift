import BriefingCore
import BriefingSearch
import GRDB

/// Puts briefings into the index and takes them out, within a transaction.
struct IndexWriter {
  private let db: Database
  private let stemmer: EnglishStemmer

  /// Makes a writer for one transaction.
  init(_ db: Database, _ stemmer: EnglishStemmer) {
    self.db = db
    self.stemmer = stemmer
  }

  /// Takes briefings out, by their paths.
  func remove(_ paths: some Sequence<String>) throws {
    let find = try db.cachedStatement(sql: "SELECT id FROM briefing WHERE path = ?")
    for path in paths {
      if let id = try Int64.fetchOne(find, arguments: [path]) { try remove(id) }
    }
  }

  private func remove(_ briefing: Int64) throws {
    let facts = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT count(*), total(words) FROM section WHERE briefing = ?"),
      arguments: [briefing])
    let sections: Int = facts?[0] ?? 0
    let words: Double = facts?[1] ?? 0
    try db.cachedStatement(sql: "DELETE FROM section WHERE briefing = ?").execute(arguments: [briefing])
    try db.cachedStatement(sql: "DELETE FROM briefing WHERE id = ?").execute(arguments: [briefing])
    try IndexTotal.sections.add(-sections, in: db)
    try IndexTotal.words.add(-Int(words), in: db)
    try IndexTotal.stale.add(sections, in: db)
  }

  /// Puts briefings in, in place of what stands under their paths.
  ///
  /// - Parameter words: The words of all of them.
  func insert(_ briefings: [PreparedBriefing], _ words: [WordCounts]) throws {
    try remove(briefings.lazy.map(\.path))
    var sequence = try IndexTotal.nextSequence.value(in: db)
    var sections = 0
    var wordCount = 0
    // FTS5 is fast only where ids grow.
    for briefing in briefings.sorted(by: { ($0.moment, $0.path) < ($1.moment, $1.path) }) {
      let id = try insertRow(of: briefing)
      for section in briefing.searchable.sections {
        try insert(section, of: briefing, id: id, SectionID.make(day: day(of: briefing), sequence: sequence))
        sequence += 1
        sections += 1
      }
      wordCount += briefing.searchable.sections.reduce(0) { $0 + $1.wordCount }
    }
    try insertWords(words)
    try IndexTotal.nextSequence.set(sequence, in: db)
    try IndexTotal.sections.add(sections, in: db)
    try IndexTotal.words.add(wordCount, in: db)
  }

  private func day(of briefing: PreparedBriefing) -> Int { briefing.searchable.day?.number ?? 0 }

  /// Writes the row of a briefing and its front matter's words, and answers its id.
  private func insertRow(of briefing: PreparedBriefing) throws -> Int64 {
    let stamp = briefing.stamp
    try db.cachedStatement(
      sql: """
        INSERT INTO briefing (path, size, modified, inode, title, date, moment) VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      briefing.path, stamp.size, stamp.modified, Int64(bitPattern: stamp.inode), briefing.title,
      briefing.date?.iso8601, briefing.moment,
    ])
    let id = db.lastInsertedRowID
    let metadata = briefing.searchable.metadata
    try db.cachedStatement(
      sql: "INSERT INTO briefing_words (rowid, source, author, path, lang) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [
      id, metadata[.source]?.string, metadata[.author]?.string, metadata[.path]?.string,
      metadata[.lang]?.string,
    ])
    return id
  }

  private func insert(
    _ section: SearchableBriefing.Section, of briefing: PreparedBriefing, id: Int64, _ sectionID: Int64
  ) throws {
    try db.cachedStatement(sql: "INSERT INTO section (id, briefing, ordinal, words) VALUES (?, ?, ?, ?)")
      .execute(arguments: [sectionID, id, section.ordinal, section.wordCount])
    var tags = briefing.searchable.tags.string
    if briefing.searchable.isEnglish { tags += (tags.isEmpty ? "" : " | ") + IndexSchema.english }
    try db.cachedStatement(
      sql: "INSERT INTO section_words (rowid, title, section, tag, body) VALUES (?, ?, ?, ?, ?)"
    ).execute(arguments: [
      sectionID, briefing.searchable.title.string, section.title.string, tags, section.body.string,
    ])
  }

  /// Counts words, and notes the stems of those that are new in English briefings.
  private func insertWords(_ parts: [WordCounts]) throws {
    var counts = WordCounts()
    for part in parts { counts.add(part) }
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO word (text, sections, stem) VALUES (?1, ?2, ?3) ON CONFLICT (text)
        DO UPDATE SET sections = sections + ?2, stem = coalesce(stem, ?3)
        """)
    // In the order of the table: neighbours share pages.
    for (word, sections, isEnglish) in counts.sorted {
      try insert.execute(arguments: [word, sections, isEnglish ? stemmer.stem(of: word) : nil])
    }
  }
}
