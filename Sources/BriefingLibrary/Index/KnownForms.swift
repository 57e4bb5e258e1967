import GRDB

/// The words of English briefings by their stems, so that a query finds their inflections.
struct KnownForms {
  private let stemmer = EnglishStemmer()
  /// Those that were written already, so that each is written once as long as the library is read.
  private var words = WordTable(capacity: 1 << 14)

  /// Notes a word; what is no word of ASCII letters has no inflections.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>, in db: Database) throws {
    guard EnglishStemmer.isWord(word) else { return }
    // A library of many languages or of none: better written twice than kept.
    if words.byteCount > 64 << 20 { words = WordTable(capacity: 1 << 14) }
    let count = words.count
    guard words.number(of: word) == count else { return }
    let insert = try DirectStatement(db, "INSERT OR IGNORE INTO form VALUES (?, ?)")
    try stemmer.withStem(of: word) { stem in
      try insert.start(.text(UnsafeRawBufferPointer(stem)), .text(UnsafeRawBufferPointer(word)))
      defer { insert.finish() }
      _ = try insert.step()
    }
  }

  /// The other forms of a word that occur in English briefings.
  static func inflections(of word: String, _ stemmer: EnglishStemmer, in db: Database) throws -> [String] {
    let row = try DirectStatement(db, "SELECT word FROM form WHERE stem = ?")
    return try Array(stemmer.stem(of: word).utf8).withUnsafeBytes { stem in
      try row.start(.text(stem))
      defer { row.finish() }
      var forms: [String] = []
      while try row.step() { forms.append(String(decoding: row.bytes(0), as: UTF8.self)) }
      return forms.filter { $0 != word }
    }
  }
}
