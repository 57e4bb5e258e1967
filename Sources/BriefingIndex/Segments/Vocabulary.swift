import Algorithms
import BriefingSearch
import GRDB

/// The words of the library, so that those near to one that occurs nowhere are found.
///
/// They stand in the table `vocabulary`, in a row for each length in bytes: all rows are there from the start, so that
/// none can be missing without notice. A row has its words in order, without anything between, and no more when it is full:
/// no language has so many. A word stays when the last briefing with it goes: who asks for it sees that nothing has it.
struct Vocabulary {
  private let db: Database
  /// Words of the segment at hand, in order, by their length.
  private var open = Array(repeating: [UInt8](), count: lengths.upperBound + 1)
  /// Words that are to be written, in order, by their length.
  private var new = Array(repeating: [UInt8](), count: lengths.upperBound + 1)

  /// Lengths of words that are kept: nobody takes others for one another.
  private static let lengths = 3...48
  /// Bytes of a row at most: what is read at once and written again.
  private let rowSize: Int

  /// - Parameter rowSize: Bytes of a row at most.
  init(_ db: Database, rowSize: Int = 4 << 20) {
    self.db = db
    self.rowSize = rowSize
  }

  /// Notes a word of a segment; they come in the order of their bytes. Those with digits and those of metadata are left
  /// out.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>) {
    guard Self.lengths.contains(word.count), word[0] != PostingBatch.metadataMark,
      word[0] != PostingBatch.joinedMark, word[0] != PostingBatch.ownMark,
      word.allSatisfy({ $0 > UInt8(ascii: "9") || $0 < UInt8(ascii: "0") })
    else { return }
    if open[word.count].count + word.count <= rowSize { open[word.count].append(contentsOf: word) }
  }

  /// Ends a segment: the next word may be any.
  mutating func closeSegment() {
    for length in open.indices where !open[length].isEmpty {
      if new[length].isEmpty {
        swap(&new[length], &open[length])
      } else if let all = Self.merge(new[length], open[length], length: length, atMost: rowSize) {
        new[length] = all
      }
      open[length].removeAll(keepingCapacity: true)
    }
  }

  /// Writes what was noted in segments that were closed and is not there yet.
  mutating func write() throws {
    for (length, words) in new.enumerated() where !words.isEmpty {
      let known = try Self.words(ofLength: length, in: db)
      if let all = Self.merge(known, words, length: length, atMost: rowSize) {
        try Self.write(all, ofLength: length, in: db)
      }
    }
    for length in new.indices { new[length] = [] }
  }

  /// Makes the rows of an empty table.
  static func create(in db: Database) throws {
    for length in lengths { try write([], ofLength: length, in: db) }
  }

  /// The words near to one.
  static func near(_ word: String, in db: Database) throws -> NearWords {
    var near = NearWords(word)
    for length in near.lengths.clamped(to: lengths) {
      try words(ofLength: length, in: db).withUnsafeBufferPointer { words in
        for start in stride(from: 0, to: words.count, by: length) {
          near.consider(UnsafeBufferPointer(rebasing: words[start..<start + length]))
        }
      }
    }
    return near
  }

  // MARK: Rows

  /// Two rows as one, with as much of the second as there is room for; nil where the first has all of that.
  private static func merge(_ known: [UInt8], _ new: [UInt8], length: Int, atMost size: Int) -> [UInt8]? {
    known.withUnsafeBufferPointer { known in
      new.withUnsafeBufferPointer { new in
        var all: [UInt8] = []
        var room = size - known.count
        var (at, done) = (0, 0)
        for start in stride(from: 0, to: new.count, by: length) {
          let word = UnsafeBufferPointer(rebasing: new[start..<start + length])
          at = firstPlace(in: known, from: at, of: word)
          // Nearly always the word is there.
          if at < known.count, known[at..<at + length].elementsEqual(word) { continue }
          room -= length
          if room < 0 { break }
          if all.isEmpty { all.reserveCapacity(known.count + new.count) }
          all.append(contentsOf: UnsafeBufferPointer(rebasing: known[done..<at]))
          all.append(contentsOf: word)
          done = at
        }
        return all.isEmpty ? nil : all + known[done...]
      }
    }
  }

  /// Where the first word of a row stands, or would stand, that is not before another one.
  ///
  /// - Parameter start: Where to look from. Most are near, so the steps are small ones at first.
  private static func firstPlace(
    in row: UnsafeBufferPointer<UInt8>, from start: Int, of word: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let length = word.count
    func isBefore(_ place: Int) -> Bool {
      for at in 0..<length where row[place + at] != word[at] { return row[place + at] < word[at] }
      return false
    }
    var (first, step) = (start, length)
    while first < row.count, isBefore(min(first + step, row.count) - length) {
      first = min(first + step, row.count)
      step *= 2
    }
    // The last of what was looked at is not before the word.
    let end = min(first + step, row.count)
    let index = (first / length..<max(first, end - length) / length).partitioningIndex {
      !isBefore($0 * length)
    }
    return index * length
  }

  private static func words(ofLength length: Int, in db: Database) throws -> [UInt8] {
    let statement = try DirectStatement(db, "SELECT sum, words FROM vocabulary WHERE id = ?")
    try statement.start(.integer(Int64(length)))
    defer { statement.finish() }
    guard try statement.step() else { throw DatabaseError.damagedIndex }
    let words = Array(statement.bytes(1))
    guard checksum(of: words, length) == statement.integer(0), words.count % length == 0 else {
      throw DatabaseError.damagedIndex
    }
    return words
  }

  private static func write(_ words: [UInt8], ofLength length: Int, in db: Database) throws {
    let statement = try DirectStatement(db, "INSERT OR REPLACE INTO vocabulary VALUES (?, ?, ?)")
    try words.withUnsafeBytes { bytes in
      try statement.start(.integer(Int64(length)), .integer(checksum(of: words, length)), .bytes(bytes))
      defer { statement.finish() }
      _ = try statement.step()
    }
  }

  private static func checksum(of words: [UInt8], _ length: Int) -> Int64 {
    var checksum = Checksum(.vocabulary)
    checksum.add(Int64(length))
    checksum.add(words)
    return checksum.value
  }
}
