import BriefingSearch
import GRDB

/// Puts briefings into the index and takes them out, within a transaction.
struct IndexWriter {
  private let db: Database
  private let segments: SegmentTable
  private let stemmers: Stemmers

  /// Makes a writer for one transaction.
  init(_ db: Database, _ stemmers: Stemmers = Stemmers()) {
    self.db = db
    self.stemmers = stemmers
    segments = SegmentTable(db)
  }

  /// Takes briefings out, by their paths; those that are not there count for nothing. Returns how many were there.
  @discardableResult
  func remove(_ paths: some Sequence<String>) throws -> Int {
    let find = try DirectStatement(db, "SELECT \(BriefingRow.columns), id FROM briefing WHERE path = ?")
    let delete = try db.cachedStatement(sql: "DELETE FROM briefing WHERE id = ?")
    var gone: [Int64: [Int]] = [:]
    var count = 0
    var sum: Int64 = 0
    for path in paths {
      let id = try Array(path.utf8).withUnsafeBytes { path in
        try find.start(.text(path))
        defer { find.finish() }
        guard try find.step() else { return Int64?.none }
        let row = try BriefingRow(find)
        gone[row.segment, default: []].append(Int(row.rank))
        sum &+= row.checksum
        return find.integer(8)
      }
      guard let id else { continue }
      count += 1
      try delete.execute(arguments: [id])
    }
    guard count > 0 else { return 0 }
    for segment in try segments.rows() {
      if let ranks = gone[segment.id] { try segments.remove(ranks, from: segment) }
    }
    var totals = try IndexTotals(db)
    totals.briefings &-= sum
    try totals.write(in: db)
    return count
  }

  /// Puts the briefings of a new segment in, in place of what stands under their paths.
  ///
  /// - Parameters:
  ///   - language: That of its briefings; nil where they have none with inflections.
  ///   - vocabulary: Takes its words, to be written with those of other segments.
  func insert(
    _ segment: borrowing SegmentBuilder.Segment, _ language: Language?, _ vocabulary: inout Vocabulary
  ) throws {
    guard !segment.briefings.isEmpty else { return }
    let id = try insertFacts(of: segment, language, bytes: segment.bytes)
    var writer = try SegmentWriter(db, segment: id, language.map { stemmers[$0] })
    try append(segment, to: &writer, &vocabulary)
    try writer.finish()
  }

  /// Puts a briefing of many words in as a segment of its own, part by part.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true, which is asked before each part.
  func insert(
    _ briefing: WideBriefing, _ vocabulary: inout Vocabulary, isCancelled: () -> Bool
  ) throws {
    var writer: SegmentWriter?
    for range in briefing.ranges {
      if isCancelled() { throw CancellationError() }
      let segment = briefing.segment(of: range, stemmers)
      var open =
        try writer
        ?? SegmentWriter(
          db, segment: insertFacts(of: segment, briefing.language, bytes: briefing.byteCount),
          briefing.language.map { stemmers[$0] })
      // Two owners of what it keeps back would be two copies.
      writer = nil
      try append(segment, to: &open, &vocabulary)
      try vocabulary.write()
      writer = open
    }
    try writer?.finish()
  }

  /// Writes what is known of a new segment but its words, and returns its number.
  private func insertFacts(
    of segment: borrowing SegmentBuilder.Segment, _ language: Language?, bytes: Int
  ) throws -> Int64 {
    try remove(segment.briefings.lazy.map(\.path))
    let id = try segments.insert(
      language, segment.facts, lengths: segment.lengths, bytes: bytes)
    var sum: Int64 = 0
    for (rank, briefing) in segment.briefings.enumerated() {
      let row = BriefingRow(path: briefing.path, briefing.stamp, segment: id, rank: rank)
      try row.insert(into: db)
      sum &+= row.checksum
    }
    var totals = try IndexTotals(db)
    totals.briefings &+= sum
    try totals.write(in: db)
    return id
  }

  /// Writes the words of a segment, or of a part of it.
  private func append(
    _ segment: borrowing SegmentBuilder.Segment, to writer: inout SegmentWriter,
    _ vocabulary: inout Vocabulary
  ) throws {
    for sorted in segment.words.sortedNumbers {
      let number = Int(sorted)
      try segment.words.withWord(number) { word in
        try segment.postings.withPostings(of: number) { numbers, places in
          try writer.append(word, numbers: numbers, places: places)
        }
        vocabulary.insert(word)
      }
    }
    vocabulary.closeSegment()
  }
}
