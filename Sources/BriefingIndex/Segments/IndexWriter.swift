import BriefingSearch
import GRDB

/// Puts briefings into the index and takes them out, within a transaction.
struct IndexWriter {
  private let db: Database
  private let segments: SegmentTable

  /// Makes a writer for one transaction.
  init(_ db: Database) {
    self.db = db
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
  ///   - forms: Takes its words, to be written with those of other segments.
  ///   - vocabulary: The same.
  func insert(
    _ segment: borrowing SegmentBuilder.Segment, _ language: Language?, _ forms: inout KnownForms,
    _ vocabulary: inout Vocabulary
  ) throws {
    guard !segment.briefings.isEmpty else { return }
    let id = try insertFacts(of: segment, language, bytes: segment.bytes)
    var postings = try PostingWriter(db, segment: id)
    try append(segment, to: &postings, language, &forms, &vocabulary)
    try postings.finish()
  }

  /// Puts a briefing of many words in as a segment of its own, part by part.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true, which is asked before each part.
  func insert(
    _ briefing: WideBriefing, _ forms: inout KnownForms, _ vocabulary: inout Vocabulary,
    isCancelled: () -> Bool
  ) throws {
    let stemmers = Stemmers()
    var postings: PostingWriter?
    for range in briefing.ranges {
      if isCancelled() { throw CancellationError() }
      let segment = briefing.segment(of: range, stemmers)
      var writer =
        try postings
        ?? PostingWriter(
          db, segment: insertFacts(of: segment, briefing.language, bytes: briefing.byteCount))
      try append(segment, to: &writer, briefing.language, &forms, &vocabulary)
      try vocabulary.write()
      postings = writer
    }
    try postings?.finish()
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
    _ segment: borrowing SegmentBuilder.Segment, to postings: inout PostingWriter, _ language: Language?,
    _ forms: inout KnownForms, _ vocabulary: inout Vocabulary
  ) throws {
    for sorted in segment.words.sortedNumbers {
      let number = Int(sorted)
      try segment.words.withWord(number) { word in
        try segment.postings.withPostings(of: number) { numbers, places in
          try postings.append(word, numbers: numbers, places: places)
        }
        if let language { forms.insert(word, language) }
        vocabulary.insert(word)
      }
      if forms.isFull { try forms.write(in: db) }
    }
    vocabulary.closeSegment()
  }
}
