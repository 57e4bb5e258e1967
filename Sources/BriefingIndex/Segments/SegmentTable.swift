import BriefingSearch
import GRDB

/// The table `segment`: what is known of the parts of an index.
package struct SegmentTable {
  private let db: Database

  package init(_ db: Database) { self.db = db }

  /// A segment.
  struct Row {
    var id: Int64
    /// That of its briefings, whose words are found by their inflections; nil where they have none.
    var language: Language?
    var facts: SegmentFacts
    /// The ranks of briefings that are gone.
    var gone: NumberSet
    /// Sections of briefings that are not gone, and the words that they have together.
    var livingSectionCount: Int
    var livingWordCount: Int
    /// About how much its postings take.
    var bytes: Int
    /// The checksum of the lengths of its sections.
    fileprivate var lengthsSum: Int64

    /// The sections that can be found.
    var livingSections: NumberSet {
      var living = NumberSet(allBelow: facts.sectionCount)
      gone.forEach { rank in for section in facts.sections(ofRank: rank) { living.remove(section) } }
      return living
    }

    /// How many briefings are not gone.
    var living: Int { facts.briefingCount - gone.count }

    /// What is kept beside it.
    fileprivate var checksum: Int64 {
      var checksum = Checksum(.segment)
      for number in [
        id, Int64(language?.number ?? 0), Int64(livingSectionCount), Int64(livingWordCount), Int64(bytes),
        lengthsSum,
      ] {
        checksum.add(number)
      }
      checksum.add(gone.words)
      checksum.add(facts.starts)
      checksum.add(facts.leads)
      checksum.add(facts.moments)
      checksum.add(facts.days)
      return checksum.value
    }
  }

  /// How many sections can be found in all segments.
  ///
  /// - Throws: As ``rows()``.
  package func livingSectionCount() throws -> Int { try rows().reduce(0) { $0 + $1.livingSectionCount } }

  /// All segments, in the order in which they were written.
  ///
  /// - Throws: `DatabaseError`, also where they are not as they were written.
  func rows() throws -> [Row] {
    let statement = try DirectStatement(
      db,
      """
      SELECT id, sum, language, living_sections, living_words, bytes, lengths_sum,
        gone, starts, leads, moments, days FROM segment ORDER BY id
      """)
    try statement.start()
    defer { statement.finish() }
    var rows: [Row] = []
    var sum: Int64 = 0
    while try statement.step() {
      let facts = SegmentFacts(
        starts: Self.numbers(statement.bytes(8)), leads: Array(statement.bytes(9)),
        moments: Self.numbers(statement.bytes(10)), days: Self.numbers(statement.bytes(11)))
      guard facts.isSound,
        let gone = NumberSet(limit: facts.briefingCount, words: Self.numbers(statement.bytes(7)))
      else { throw DatabaseError.damagedIndex }
      let number = Int(statement.integer(2))
      let language = Language(number: number)
      guard language != nil || number == 0 else { throw DatabaseError.damagedIndex }
      let row = Row(
        id: statement.integer(0), language: language, facts: facts, gone: gone,
        livingSectionCount: Int(statement.integer(3)), livingWordCount: Int(statement.integer(4)),
        bytes: Int(statement.integer(5)), lengthsSum: statement.integer(6))
      guard row.checksum == statement.integer(1) else { throw DatabaseError.damagedIndex }
      sum &+= row.checksum
      rows.append(row)
    }
    guard try sum == IndexTotals(db).segments else { throw DatabaseError.damagedIndex }
    return rows
  }

  /// How many words each section of a segment has, see ``SegmentFacts/length(_:)``.
  func lengths(of segment: Row) throws -> [UInt16] {
    let statement = try DirectStatement(db, "SELECT lengths FROM segment WHERE id = ?")
    try statement.start(.integer(segment.id))
    defer { statement.finish() }
    guard try statement.step() else { throw DatabaseError.damagedIndex }
    let lengths: [UInt16] = Self.numbers(statement.bytes(0))
    guard lengths.count == segment.facts.sectionCount,
      Self.checksum(lengths, of: segment.id) == segment.lengthsSum
    else { throw DatabaseError.damagedIndex }
    return lengths
  }

  private static func checksum(_ lengths: [UInt16], of segment: Int64) -> Int64 {
    var checksum = Checksum(.lengths)
    checksum.add(segment)
    checksum.add(lengths)
    return checksum.value
  }

  /// Writes the row of a new segment, and returns its id.
  ///
  /// - Parameter bytes: About how much its postings take.
  func insert(_ language: Language?, _ facts: SegmentFacts, lengths: [UInt16], bytes: Int) throws -> Int64 {
    var totals = try IndexTotals(db)
    totals.lastSegment &+= 1
    let row = Row(
      id: totals.lastSegment, language: language, facts: facts, gone: NumberSet(limit: facts.briefingCount),
      livingSectionCount: facts.sectionCount, livingWordCount: lengths.reduce(0) { $0 + Int($1) },
      bytes: bytes,
      lengthsSum: Self.checksum(lengths, of: totals.lastSegment))
    totals.segments &+= row.checksum
    try totals.write(in: db)
    try withBytes(of: facts.starts, facts.leads, facts.moments, facts.days) { starts, leads, moments, days in
      try withBytes(of: lengths, row.gone.words) { lengths, gone in
        let statement = try DirectStatement(
          db,
          """
          INSERT INTO segment (id, sum, language, living_sections, living_words, bytes, lengths_sum, gone,
            starts, leads, moments, days, lengths) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """)
        try statement.start(
          .integer(row.id), .integer(row.checksum), .integer(Int64(language?.number ?? 0)),
          .integer(Int64(row.livingSectionCount)), .integer(Int64(row.livingWordCount)),
          .integer(Int64(bytes)), .integer(row.lengthsSum),
          .bytes(gone), .bytes(starts), .bytes(leads), .bytes(moments), .bytes(days), .bytes(lengths))
        defer { statement.finish() }
        _ = try statement.step()
      }
    }
    return row.id
  }

  /// Notes that briefings of a segment are gone.
  func remove(_ ranks: [Int], from segment: Row) throws {
    var row = segment
    let lengths = try lengths(of: segment)
    for rank in ranks where (0..<row.gone.limit).contains(rank) && !row.gone.contains(rank) {
      row.gone.insert(rank)
      let range = row.facts.sections(ofRank: rank)
      row.livingSectionCount -= range.count
      row.livingWordCount -= lengths[range].reduce(0) { $0 + Int($1) }
    }
    var totals = try IndexTotals(db)
    totals.segments &+= row.checksum &- segment.checksum
    try totals.write(in: db)
    let statement = try DirectStatement(
      db, "UPDATE segment SET gone = ?, living_sections = ?, living_words = ?, sum = ? WHERE id = ?")
    try row.gone.words.withUnsafeBytes { bytes in
      try statement.start(
        .bytes(bytes), .integer(Int64(row.livingSectionCount)), .integer(Int64(row.livingWordCount)),
        .integer(row.checksum), .integer(row.id))
      defer { statement.finish() }
      _ = try statement.step()
    }
  }

  /// Removes the row of a segment.
  func remove(_ segment: Row) throws {
    var totals = try IndexTotals(db)
    totals.segments &-= segment.checksum
    try totals.write(in: db)
    try db.cachedStatement(sql: "DELETE FROM segment WHERE id = ?").execute(arguments: [segment.id])
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
