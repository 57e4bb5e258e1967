import GRDB

/// Puts briefings into the index and takes them out, within a transaction.
struct IndexWriter {
  private let db: Database
  private let segments: SegmentTable
  private let postings: PostingTable

  /// Makes a writer for one transaction.
  init(_ db: Database) {
    self.db = db
    segments = SegmentTable(db)
    postings = PostingTable(db)
  }

  /// Takes briefings out, by their paths; those that are not there count for nothing.
  func remove(_ paths: some Sequence<String>) throws {
    let find = try db.cachedStatement(sql: "SELECT id, segment, rank FROM briefing WHERE path = ?")
    let delete = try db.cachedStatement(sql: "DELETE FROM briefing WHERE id = ?")
    var gone: [Int64: [Int]] = [:]
    for path in paths {
      guard let row = try Row.fetchOne(find, arguments: [path]) else { continue }
      let id: Int64 = row[0]
      gone[row[1], default: []].append(row[2])
      try delete.execute(arguments: [id])
    }
    guard !gone.isEmpty else { return }
    for segment in try segments.rows() {
      if let ranks = gone[segment.id] { try segments.remove(ranks, from: segment) }
    }
  }

  /// Puts the briefings of a new segment in, in place of what stands under their paths.
  func insert(_ segment: borrowing SegmentBuilder.Segment, isEnglish: Bool, _ forms: inout KnownForms) throws
  {
    guard !segment.briefings.isEmpty else { return }
    try remove(segment.briefings.lazy.map(\.path))
    let id = try segments.insert(isEnglish: isEnglish, segment.facts, lengths: segment.lengths)
    let insert = try db.cachedStatement(
      sql: "INSERT INTO briefing (path, size, modified, inode, segment, rank) VALUES (?, ?, ?, ?, ?, ?)")
    for (rank, briefing) in segment.briefings.enumerated() {
      let stamp = briefing.stamp
      try insert.execute(arguments: [
        briefing.path, stamp.size, stamp.modified, Int64(bitPattern: stamp.inode), id, rank,
      ])
    }
    // In the order of the table, so that each row goes to its end.
    for number in segment.words.sortedNumbers {
      try segment.words.withWord(number) { word in
        try segment.postings.withPostings(of: number) { numbers, places in
          try postings.insert(word, in: id, numbers: numbers, places: places)
        }
        if isEnglish { try forms.insert(word, in: db) }
      }
    }
  }
}

/// The words of English briefings by their stems, so that a query finds their inflections.
struct KnownForms {
  private let stemmer = EnglishStemmer()
  /// Those that were written already, so that each is written once as long as the library is read.
  private var words = WordTable(capacity: 1 << 14)

  /// Notes a word; what is no word of ASCII letters has no inflections.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>, in db: Database) throws {
    guard word.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else { return }
    let count = words.count
    guard words.number(of: word) == count else { return }
    let text = String(decoding: word, as: UTF8.self)
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO form VALUES (?, ?)")
      .execute(arguments: [stemmer.stem(of: text), text])
  }

  /// The other forms of a word that occur in English briefings.
  static func inflections(of word: String, _ stemmer: EnglishStemmer, in db: Database) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(sql: "SELECT word FROM form WHERE stem = ? AND word != ?"),
      arguments: [stemmer.stem(of: word), word])
  }
}
