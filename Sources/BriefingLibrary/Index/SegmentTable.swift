import GRDB

/// The table `segment`: what is known of the parts of an index.
struct SegmentTable {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// A segment as a search needs it.
  struct Row {
    var id: Int64
    /// Whether its briefings are English, and their words are found by their inflections.
    var isEnglish: Bool
    var facts: SegmentFacts
    /// The ranks of briefings that are gone.
    var gone: NumberSet

    /// The sections that can be found.
    var livingSections: NumberSet {
      var living = NumberSet(allBelow: facts.sectionCount)
      gone.forEach { rank in for section in facts.sections(ofRank: rank) { living.remove(section) } }
      return living
    }
  }

  /// All segments, in the order in which they were written.
  ///
  /// - Throws: `DatabaseError`, also where what is read makes no sense.
  func rows() throws -> [Row] {
    let statement = try DirectStatement(
      db,
      """
      SELECT id, is_english, starts, leads, moments, days, gone, length(lengths) FROM segment ORDER BY id
      """)
    try statement.start()
    defer { statement.finish() }
    var rows: [Row] = []
    while try statement.step() {
      let facts = SegmentFacts(
        starts: Self.numbers(statement.bytes(2)), leads: Array(statement.bytes(3)),
        moments: Self.numbers(statement.bytes(4)), days: Self.numbers(statement.bytes(5)))
      guard facts.isSound, statement.integer(7) == Int64(facts.sectionCount * MemoryLayout<UInt16>.size),
        let gone = NumberSet(limit: facts.briefingCount, words: Self.numbers(statement.bytes(6)))
      else { throw DatabaseError.damagedIndex }
      rows.append(
        Row(id: statement.integer(0), isEnglish: statement.integer(1) != 0, facts: facts, gone: gone))
    }
    return rows
  }

  /// How many words each section of a segment has, see ``SegmentFacts/length(_:)``.
  func lengths(of segment: Row) throws -> [UInt16] {
    let statement = try DirectStatement(db, "SELECT lengths FROM segment WHERE id = ?")
    try statement.start(.integer(segment.id))
    defer { statement.finish() }
    guard try statement.step() else { throw DatabaseError.damagedIndex }
    let lengths: [UInt16] = Self.numbers(statement.bytes(0))
    guard lengths.count == segment.facts.sectionCount else { throw DatabaseError.damagedIndex }
    return lengths
  }

  /// Sections that can be found, and the words that they have together.
  func totals() throws -> (sections: Int, words: Int) {
    let statement = try DirectStatement(
      db, "SELECT sum(living_sections), sum(living_words) FROM segment")
    try statement.start()
    defer { statement.finish() }
    guard try statement.step() else { return (0, 0) }
    return (max(0, Int(statement.integer(0))), max(0, Int(statement.integer(1))))
  }

  /// Writes the row of a new segment, and answers its id.
  ///
  /// - Parameter bytes: About how much its postings take.
  func insert(isEnglish: Bool, _ facts: SegmentFacts, lengths: [UInt16], bytes: Int) throws -> Int64 {
    let gone = NumberSet(limit: facts.briefingCount)
    try withBytes(of: facts.starts, facts.leads, facts.moments, facts.days) { starts, leads, moments, days in
      try withBytes(of: lengths, gone.words) { lengths, gone in
        let statement = try DirectStatement(
          db,
          """
          INSERT INTO segment (is_english, briefings, living, living_sections, living_words, bytes, gone,
            starts, leads, moments, days, lengths) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
        let words = lengths.bindMemory(to: UInt16.self).reduce(0) { $0 + Int64($1) }
        try statement.start(
          .integer(isEnglish ? 1 : 0), .integer(Int64(facts.briefingCount)),
          .integer(Int64(facts.briefingCount)), .integer(Int64(facts.sectionCount)), .integer(words),
          .integer(Int64(bytes)),
          .bytes(gone), .bytes(starts), .bytes(leads), .bytes(moments), .bytes(days), .bytes(lengths))
        defer { statement.finish() }
        _ = try statement.step()
      }
    }
    return db.lastInsertedRowID
  }

  /// Notes that briefings of a segment are gone.
  func remove(_ ranks: [Int], from segment: Row) throws {
    var gone = segment.gone
    let lengths = try lengths(of: segment)
    var sections = 0
    var words = 0
    for rank in ranks where (0..<gone.limit).contains(rank) && !gone.contains(rank) {
      gone.insert(rank)
      let range = segment.facts.sections(ofRank: rank)
      sections += range.count
      words += lengths[range].reduce(0) { $0 + Int($1) }
    }
    let statement = try DirectStatement(
      db,
      """
      UPDATE segment SET gone = ?, living = ?, living_sections = living_sections - ?,
        living_words = living_words - ? WHERE id = ?
      """)
    try gone.words.withUnsafeBytes { bytes in
      try statement.start(
        .bytes(bytes), .integer(Int64(gone.limit - gone.count)), .integer(Int64(sections)),
        .integer(Int64(words)), .integer(segment.id))
      defer { statement.finish() }
      _ = try statement.step()
    }
  }

  /// Removes the row of a segment.
  func remove(_ segment: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM segment WHERE id = ?").execute(arguments: [segment])
  }

  // MARK: Bytes

  /// Numbers as they are kept: those of the machine, for an index never leaves it.
  private static func numbers<Number: FixedWidthInteger>(_ bytes: UnsafeBufferPointer<UInt8>) -> [Number] {
    let count = bytes.count / MemoryLayout<Number>.size
    return [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(
          rebasing: UnsafeRawBufferPointer(bytes)[..<(count * MemoryLayout<Number>.size)]))
      initialized = count
    }
  }
}

/// Gives the bytes of arrays to `body`.
private func withBytes<A, B>(
  of a: [A], _ b: [B], _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> Void
) rethrows {
  try a.withUnsafeBytes { a in try b.withUnsafeBytes { b in try body(a, b) } }
}

private func withBytes<A, B, C, D>(
  of a: [A], _ b: [B], _ c: [C], _ d: [D],
  _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer, UnsafeRawBufferPointer, UnsafeRawBufferPointer)
    throws -> Void
) rethrows {
  try withBytes(of: a, b) { a, b in try withBytes(of: c, d) { c, d in try body(a, b, c, d) } }
}
