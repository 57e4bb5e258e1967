import BriefingCore
import BriefingSearch
import GRDB

/// Makes one segment of several, as often as `MergePolicy` wants it.
struct SegmentMerge {
  private let index: SectionIndex

  /// Makes a merge; the caller holds the index's lock.
  init(_ index: SectionIndex) { self.index = index }

  /// Merges what should be one.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; what was merged until then stays. `DatabaseError`.
  func run(isCancelled: () -> Bool) throws {
    while true {
      let group = try index.pool.read { db in MergePolicy.next(of: try Self.segments(in: db)) }
      guard !group.isEmpty else { return }
      try index.pool.write { db in try Self.merge(group, in: db, isCancelled) }
    }
  }

  private static func segments(in db: Database) throws -> [MergePolicy.Segment] {
    try SegmentTable(db).rows().map {
      MergePolicy.Segment(
        id: $0.id, language: $0.language, briefings: $0.facts.briefingCount, living: $0.living,
        bytes: $0.bytes)
    }
  }

  private static func merge(
    _ segments: [MergePolicy.Segment], in db: Database, _ isCancelled: () -> Bool
  ) throws {
    let ids = Set(segments.map(\.id))
    let table = SegmentTable(db)
    let sources = try table.rows().filter { ids.contains($0.id) }
    let plan = try MergePlan(sources, in: db)
    if !plan.order.isEmpty {
      let id = try table.insert(
        sources[0].language, plan.facts, lengths: try plan.lengths(sources, table),
        bytes: segments.reduce(0) { $0 + $1.bytes })
      let move = try db.cachedStatement(
        sql: "UPDATE briefing SET segment = ?, rank = ?, sum = ? WHERE id = ?")
      var sum: Int64 = 0
      for (rank, briefing) in plan.order.enumerated() {
        var row = briefing.row
        sum &-= row.checksum
        (row.segment, row.rank) = (id, Int64(rank))
        sum &+= row.checksum
        try move.execute(arguments: [id, rank, row.checksum, briefing.id])
      }
      var totals = try IndexTotals(db)
      totals.briefings &+= sum
      try totals.write(in: db)
      try copyWords(of: sources, plan, to: id, in: db, isCancelled)
    }
    for source in sources {
      try SegmentWriter.remove(segment: source.id, from: db)
      try table.remove(source)
    }
  }

  /// Goes through the words of all sources side by side.
  private static func copyWords(
    of sources: [SegmentTable.Row], _ plan: MergePlan, to id: Int64, in db: Database,
    _ isCancelled: () -> Bool
  ) throws {
    // Their forms are made again: those of words that are gone go with them.
    var writer = try SegmentWriter(db, segment: id, sources[0].language.map(Stemmer.init))
    var cursors = try sources.map { try PostingCursor(db, $0.id) }
    var merged = MergedPostings()
    var words = 0
    while let word = cursors.compactMap(\.word).min(by: { $0.lexicographicallyPrecedes($1) }) {
      words += 1
      if words % 256 == 0, isCancelled() { throw CancellationError() }
      let isMetadata = word.first == PostingBatch.metadataMark
      for index in cursors.indices where cursors[index].word == word {
        let numbers = isMetadata ? plan.ranks[index] : plan.sections[index]
        try cursors[index].withPostings { try merged.add($0, $1, numbers) }
        try cursors[index].advance()
      }
      try word.withUnsafeBufferPointer { word in
        try merged.take { numbers, places in
          guard !numbers.isEmpty else { return }
          try writer.append(word, numbers: numbers, places: places)
        }
      }
    }
    try writer.finish()
  }
}

/// Where the briefings and sections of some segments come to stand in one.
private struct MergePlan {
  /// A briefing that is not gone, by its source and its rank there.
  struct Briefing {
    var id: Int64
    var source: Int
    var rank: Int
    var moment: Int64
    /// Its row in the table `briefing` as it is.
    var row: BriefingRow
  }

  /// The briefings by their new rank.
  private(set) var order: [Briefing] = []
  private(set) var facts = SegmentFacts()
  /// For each source the new number of each section, and the new rank of each briefing; -1 for what is gone.
  private(set) var sections: [[Int]]
  private(set) var ranks: [[Int]]

  init(_ sources: [SegmentTable.Row], in db: Database) throws {
    sections = sources.map { Array(repeating: -1, count: $0.facts.sectionCount) }
    ranks = sources.map { Array(repeating: -1, count: $0.facts.briefingCount) }
    for (source, segment) in sources.enumerated() {
      let rows = try DirectStatement(db, "SELECT \(BriefingRow.columns), id FROM briefing WHERE segment = ?")
      try rows.start(.integer(segment.id))
      defer { rows.finish() }
      var count = 0
      while try rows.step() {
        let row = try BriefingRow(rows)
        let rank = Int(row.rank)
        guard row.segment == segment.id, ranks[source].indices.contains(rank), !segment.gone.contains(rank)
        else { throw DatabaseError.damagedIndex }
        order.append(
          Briefing(
            id: rows.integer(8), source: source, rank: rank, moment: segment.facts.moments[rank], row: row))
        count += 1
      }
      guard count == segment.living else { throw DatabaseError.damagedIndex }
    }
    order.sort {
      $0.moment != $1.moment
        ? $0.moment > $1.moment : NaturalOrder.precedes($0.row.path, $1.row.path, highestFirst: true)
    }
    for (rank, briefing) in order.enumerated() {
      let old = sources[briefing.source].facts
      let range = old.sections(ofRank: briefing.rank)
      ranks[briefing.source][briefing.rank] = rank
      for (offset, section) in range.enumerated() {
        sections[briefing.source][section] = facts.sectionCount + offset
      }
      facts.append(
        sections: range.count, hasLead: old.leads[briefing.rank] != 0, moment: briefing.moment,
        day: old.days[briefing.rank])
    }
  }

  /// The words of each section.
  func lengths(_ sources: [SegmentTable.Row], _ table: SegmentTable) throws -> [UInt16] {
    let old = try sources.map { try table.lengths(of: $0) }
    return order.flatMap { old[$0.source][sources[$0.source].facts.sections(ofRank: $0.rank)] }
  }
}

/// The words of one segment, one after the other.
private struct PostingCursor {
  private let row: DirectStatement
  private let segment: Int64
  private var posting: PostingRow?
  private var block = PostingBlock.Reader(UnsafeBufferPointer(start: nil, count: 0))
  private var entry: PostingBlock.Entry?
  /// The places of the row's words, once they were asked for.
  private var places: UnsafeBufferPointer<UInt8>?
  /// Where the next row has to start.
  private var next: [UInt8] = []
  /// The word at hand; nil after the last.
  private(set) var word: [UInt8]?

  init(_ db: Database, _ segment: Int64) throws {
    self.segment = segment
    row = try DirectStatement(
      db, "SELECT \(PostingRow.allColumns) FROM posting WHERE segment = ? ORDER BY first", isShared: false)
    try row.start(.integer(segment))
    try advance()
  }

  mutating func advance() throws {
    entry = block.next()
    while entry == nil {
      if block.isDamaged { throw DatabaseError.damagedIndex }
      // The last row names the empty word as the next, with which the first one starts.
      let isBehindLast = posting != nil && next.isEmpty
      guard try row.step() else {
        guard isBehindLast else { throw DatabaseError.damagedIndex }
        break
      }
      let posting = try PostingRow(row, of: segment)
      guard !isBehindLast, posting.first.elementsEqual(next) else { throw DatabaseError.damagedIndex }
      self.posting = posting
      next = Array(posting.next)
      places = nil
      block = PostingBlock.Reader(posting.words)
      entry = block.next()
    }
    let last = word
    word = entry.map { Array($0.word) }
    if let last, let word, !last.lexicographicallyPrecedes(word) { throw DatabaseError.damagedIndex }
  }

  mutating func withPostings(
    _ body: (_ numbers: UnsafeBufferPointer<UInt8>, _ places: UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    guard let entry, let posting else { return }
    let places = try self.places ?? posting.places(row)
    self.places = places
    guard entry.places.upperBound <= places.count else { throw DatabaseError.damagedIndex }
    try body(entry.numbers, UnsafeBufferPointer(rebasing: places[entry.places]))
  }
}

/// The postings of one word, out of several segments.
private struct MergedPostings {
  private var runs: [(number: Int, hasShape: Bool, bytes: Range<Int>)] = []
  private var shapes = 0
  private var bytes: [UInt8] = []

  /// Adds those of a segment.
  ///
  /// - Parameter numbers: The new number of each old one; -1 for what is gone.
  mutating func add(
    _ old: UnsafeBufferPointer<UInt8>, _ places: UnsafeBufferPointer<UInt8>, _ numbers: [Int]
  ) throws {
    try PostingBytes.forEachRun(old, places, below: numbers.count) { number, shape, run in
      guard numbers[number] >= 0 else { return }
      let start = bytes.count
      let hasShape = !shape.isPlain
      if hasShape { shape.append(to: &bytes) }
      shapes += bytes.count - start
      bytes.append(contentsOf: run)
      runs.append((numbers[number], hasShape, start..<bytes.count))
    }
  }

  /// Gives what was added to `body`, and starts again.
  mutating func take(
    _ body: (_ numbers: UnsafeBufferPointer<UInt8>, _ places: UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    // Each segment's are in order already.
    runs.sort { $0.number < $1.number }
    var arena = PostingArena([PostingBatch.Count(entries: runs.count, bytes: bytes.count, shapes: shapes)])
    bytes.withUnsafeBufferPointer { bytes in
      for run in runs {
        arena.append(
          word: 0, number: UInt32(run.number), hasShape: run.hasShape,
          UnsafeBufferPointer(rebasing: bytes[run.bytes]))
      }
    }
    try arena.withPostings(of: 0, body)
    runs.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    shapes = 0
  }
}
