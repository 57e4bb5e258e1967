import GRDB

/// The words of English briefings by their stems, so that a query finds their inflections.
struct KnownForms {
  private let stemmer = EnglishStemmer()
  /// Those that were written already, so that each is written once as long as the library is read.
  private var words = WordTable(capacity: 1 << 14)

  /// Notes a word; what is no word of ASCII letters has no inflections.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>, in db: Database) throws {
    guard EnglishStemmer.isWord(word) else { return }
    let count = words.count
    guard words.number(of: word) == count else { return }
    let insert = try DirectStatement(db, "INSERT OR IGNORE INTO form VALUES (?, ?)")
    try stemmer.withStem(of: word) { stem in
      insert.start(.text(UnsafeRawBufferPointer(stem)), .text(UnsafeRawBufferPointer(word)))
      defer { insert.finish() }
      _ = try insert.step()
    }
  }

  /// The other forms of a word that occur in English briefings.
  static func inflections(of word: String, _ stemmer: EnglishStemmer, in db: Database) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(sql: "SELECT word FROM form WHERE stem = ? AND word != ?"),
      arguments: [stemmer.stem(of: word), word])
  }
}
