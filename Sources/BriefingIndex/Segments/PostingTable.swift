import GRDB

/// The table `posting`: for the words of each segment in which sections they stand, and where.
struct PostingTable {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// The sections that have a word; nil where none has.
  func numbers(of word: [UInt8], in segment: Int64) throws -> [UInt8]? {
    try find(word, in: segment, reading: PostingRow.columns) { entry, _, _ in Array(entry.numbers) }
  }

  /// The sections that have a word, and its places there; nil where none has.
  func postings(of word: [UInt8], in segment: Int64) throws -> (numbers: [UInt8], places: [UInt8])? {
    try find(word, in: segment, reading: PostingRow.allColumns) { entry, posting, row in
      let places = try posting.places(row)
      guard entry.places.upperBound <= places.count else { throw DatabaseError.damagedIndex }
      return (Array(entry.numbers), Array(places[entry.places]))
    }
  }

  private func find<Result>(
    _ word: [UInt8], in segment: Int64, reading columns: String,
    _ body: (PostingBlock.Entry, PostingRow, DirectStatement) throws -> Result
  ) throws -> Result? {
    let row = try DirectStatement(
      db,
      "SELECT \(columns) FROM posting WHERE segment = ? AND first <= ? ORDER BY first DESC LIMIT 1")
    return try word.withUnsafeBufferPointer { word in
      try row.start(.integer(segment), .bytes(UnsafeRawBufferPointer(word)))
      defer { row.finish() }
      guard try row.step() else { throw DatabaseError.damagedIndex }
      let posting = try PostingRow(row, of: segment)
      guard posting.covers(word) else { throw DatabaseError.damagedIndex }
      var block = PostingBlock.Reader(posting.words)
      while let entry = block.next() {
        if entry.word.elementsEqual(word) { return try body(entry, posting, row) }
      }
      if block.isDamaged { throw DatabaseError.damagedIndex }
      return nil
    }
  }

  /// Calls `found` with each word that starts with a prefix and the sections that have it, in the order of the words.
  func forEachWord(
    withPrefix prefix: [UInt8], in segment: Int64,
    _ found: (_ word: UnsafeBufferPointer<UInt8>, _ numbers: UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    // From the row that may begin before the first such word.
    let row = try DirectStatement(
      db,
      """
      SELECT \(PostingRow.columns) FROM posting WHERE segment = ?1 AND first < ?3 AND first >= coalesce(
        (SELECT first FROM posting WHERE segment = ?1 AND first <= ?2 ORDER BY first DESC LIMIT 1), x'')
      ORDER BY first
      """)
    // No byte of UTF-8 is as high: after every word with the prefix.
    let end = prefix + [0xFF]
    // Where the next row has to start.
    var next: [UInt8]?
    try prefix.withUnsafeBytes { prefix in
      try end.withUnsafeBytes { end in
        try row.start(.integer(segment), .bytes(prefix), .bytes(end))
        defer { row.finish() }
        while try row.step() {
          let posting = try PostingRow(row, of: segment)
          let isNext = next.map { posting.first.elementsEqual($0) }
          guard isNext ?? !prefix.lexicographicallyPrecedes(posting.first) else {
            throw DatabaseError.damagedIndex
          }
          next = Array(posting.next)
          var block = PostingBlock.Reader(posting.words)
          while let entry = block.next() {
            if entry.word.starts(with: prefix) { try found(entry.word, entry.numbers) }
          }
          if block.isDamaged { throw DatabaseError.damagedIndex }
        }
      }
    }
    guard let next, next.isEmpty || !next.lexicographicallyPrecedes(end) else {
      throw DatabaseError.damagedIndex
    }
  }

  /// Removes all of a segment.
  func remove(segment: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM posting WHERE segment = ?").execute(arguments: [segment])
  }
}

/// Writes the words of one segment.
struct PostingWriter {
  private let insert: DirectStatement
  private let segment: Int64
  private var block = PostingBlock()
  private var isAtStart = true

  init(_ db: Database, segment: Int64) throws {
    self.segment = segment
    insert = try DirectStatement(
      db,
      """
      INSERT INTO posting (segment, first, next, words_sum, places_sum, words, places) VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
  }

  /// Writes a word, now or later; words come in the order of their bytes.
  mutating func append(
    _ word: UnsafeBufferPointer<UInt8>, numbers: UnsafeBufferPointer<UInt8>,
    places: UnsafeBufferPointer<UInt8>
  ) throws {
    if block.isFull(for: word.count, numbers: numbers.count, places: places.count) { try write(next: word) }
    block.append(word, numbers: numbers, places: places)
  }

  /// Writes what was kept back. A segment without any word has a row too.
  mutating func finish() throws { try write(next: UnsafeBufferPointer(start: nil, count: 0)) }

  private mutating func write(next: UnsafeBufferPointer<UInt8>) throws {
    try (isAtStart ? [] : block.first).withUnsafeBufferPointer { first in
      try block.words.withUnsafeBufferPointer { words in
        try block.places.withUnsafeBufferPointer { places in
          try insert.start(
            .integer(segment), .bytes(UnsafeRawBufferPointer(first)), .bytes(UnsafeRawBufferPointer(next)),
            .integer(PostingRow.checksum(ofWords: words, segment, first, next)),
            .integer(PostingRow.checksum(ofPlaces: places, segment, first)),
            .bytes(UnsafeRawBufferPointer(words)), .bytes(UnsafeRawBufferPointer(places)))
          defer { insert.finish() }
          _ = try insert.step()
        }
      }
    }
    isAtStart = false
    block.removeAll()
  }
}
