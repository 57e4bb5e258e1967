import BriefingSearch
import GRDB

/// The table `form`: which words of a segment have a stem, so that a query finds the inflections of its words.
///
/// A form is a line: the stem, a space, and the word, after `~` where only some ways to write the word have the stem, see
/// `Stemmer.ownStem`. A word that is a stem of its own has none: who looks for a stem tries it as a word.
///
/// The lines of a segment stand in runs, for they come in the order of their words, and no more of them are in memory
/// than a run has. A run has its lines in order, in rows of some kilobytes. Each row names the line with which the next
/// one starts, and says whether its run is the last: so no row can be missing without notice.
struct FormTable {
  /// A word that has a stem.
  struct Form: Hashable, Comparable {
    var word: String
    /// Whether only some ways to write it have the stem.
    var isOwn: Bool

    static func < (a: Form, b: Form) -> Bool { (a.isOwn ? 1 : 0, a.word) < (b.isOwn ? 1 : 0, b.word) }
  }

  static let lineFeed = UInt8(ascii: "\n")
  private static let space = UInt8(ascii: " ")

  private let db: Database

  init(_ db: Database) { self.db = db }

  /// The words of a segment that have a stem, without the stem itself.
  ///
  /// - Throws: `DatabaseError`, also where rows are not as they were written.
  func forms(ofStem stem: [UInt8], in segment: Int64) throws -> [Form] {
    // From the row that may begin before the first such line.
    let row = try DirectStatement(
      db,
      """
      SELECT first, next, is_last, sum, words FROM form WHERE segment = ?1 AND run = ?2 AND first < ?4 AND first >= coalesce(
        (SELECT first FROM form WHERE segment = ?1 AND run = ?2 AND first <= ?3 ORDER BY first DESC LIMIT 1), x'')
      ORDER BY first
      """)
    let prefix = Self.prefix(ofStem: stem)
    // No byte of UTF-8 is as high.
    let end = prefix + [0xFF]
    var forms: [Form] = []
    var run: Int64 = 0
    while try !read(row, segment, run, from: prefix, to: end, { forms.append(Self.form(ofLine: $0, prefix)) })
    {
      run += 1
    }
    return forms
  }

  /// Calls `found` with the lines of a run that start so, and returns whether it is the last run.
  private func read(
    _ row: DirectStatement, _ segment: Int64, _ run: Int64, from prefix: [UInt8], to end: [UInt8],
    _ found: (Slice<UnsafeBufferPointer<UInt8>>) -> Void
  ) throws -> Bool {
    var isLast = false
    // Where the next row has to start.
    var next: [UInt8]?
    try prefix.withUnsafeBytes { prefix in
      try end.withUnsafeBytes { end in
        try row.start(.integer(segment), .integer(run), .bytes(prefix), .bytes(end))
        defer { row.finish() }
        while try row.step() {
          let first = row.bytes(0)
          let lines = row.bytes(4)
          guard
            row.integer(3)
              == Self.checksum(
                of: lines, segment, run, from: first, to: row.bytes(1), isLast: row.integer(2) != 0),
            next.map(first.elementsEqual) ?? !prefix.lexicographicallyPrecedes(first)
          else { throw DatabaseError.damagedIndex }
          next = Array(row.bytes(1))
          isLast = row.integer(2) != 0
          for line in lines.split(separator: Self.lineFeed) where line.starts(with: prefix) { found(line) }
        }
      }
    }
    guard let next, next.isEmpty || !next.lexicographicallyPrecedes(end) else {
      throw DatabaseError.damagedIndex
    }
    return isLast
  }

  /// Removes all of a segment.
  func remove(segment: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM form WHERE segment = ?").execute(arguments: [segment])
  }

  // MARK: Lines

  private static func prefix(ofStem stem: [UInt8]) -> [UInt8] { stem + [space] }

  /// The line of a word.
  static func line(_ stem: [UInt8], _ word: some Sequence<UInt8>, isOwn: Bool) -> [UInt8] {
    prefix(ofStem: stem) + (isOwn ? [PostingBatch.ownMark] : []) + word
  }

  /// Makes `line` that of a word which has the stem however it is written.
  static func setLine(
    _ line: inout [UInt8], _ stem: UnsafeBufferPointer<UInt8>, _ word: UnsafeBufferPointer<UInt8>
  ) {
    line.removeAll(keepingCapacity: true)
    line.append(contentsOf: stem)
    line.append(space)
    line.append(contentsOf: word)
  }

  private static func form(ofLine line: Slice<UnsafeBufferPointer<UInt8>>, _ prefix: [UInt8]) -> Form {
    let word = line.dropFirst(prefix.count)
    let isOwn = word.first == PostingBatch.ownMark
    return Form(word: String(decoding: word.dropFirst(isOwn ? 1 : 0), as: UTF8.self), isOwn: isOwn)
  }

  static func checksum(
    of lines: UnsafeBufferPointer<UInt8>, _ segment: Int64, _ run: Int64,
    from first: UnsafeBufferPointer<UInt8>, to next: UnsafeBufferPointer<UInt8>, isLast: Bool
  ) -> Int64 {
    var checksum = Checksum(.forms)
    checksum.add(segment)
    checksum.add(run)
    checksum.add(isLast ? 1 : 0)
    checksum.add(first)
    checksum.add(next)
    checksum.add(lines)
    return checksum.value
  }
}
