import BriefingSearch
import GRDB

/// Reads an index as searches do, for fuzzing: whatever the bytes are, an error is thrown at most.
package enum IndexProbe {
  /// Returns a query from an open index. Returns how many briefings are named.
  package static func search(_ query: SearchQuery, _ order: SearchOrder, limit: Int, in db: Database) throws
    -> Int
  {
    Set(try IndexSearch(db).find(query, order, limit: limit, isCancelled: { false }).targets.map(\.path))
      .count
  }

  /// Goes through the words of a block, the sections that have them, and their places there.
  ///
  /// - Parameter sections: How many sections the block's segment has.
  package static func read(
    words: UnsafeBufferPointer<UInt8>, places: UnsafeBufferPointer<UInt8>, sections: Int
  ) throws {
    var block = PostingBlock.Reader(words)
    var wanted = NumberSet(limit: sections)
    for number in stride(from: 0, to: sections, by: 2) { wanted.insert(number) }
    while let entry = block.next() {
      guard entry.places.upperBound <= places.count else { throw DatabaseError.damagedIndex }
      let own = UnsafeBufferPointer(rebasing: places[entry.places])
      var found = NumberSet(limit: sections)
      try PostingBytes.insert(entry.numbers, into: &found)
      try PostingBytes.forEachPlace(entry.numbers, own, in: wanted) { _, place in _ = place.field?.column }
      try PostingBytes.forEachRun(entry.numbers, own, below: sections) { _, _, _ in }
    }
  }

  /// Takes the facts of a segment apart, of whose parts any may be damaged.
  package static func read(starts: [UInt32], leads: [UInt8], moments: [Int64], days: [Int32], gone: [UInt64])
  {
    let facts = SegmentFacts(starts: starts, leads: leads, moments: moments, days: days)
    guard facts.isSound, facts.sectionCount < 1 << 20,
      let gone = NumberSet(limit: facts.briefingCount, words: gone)
    else { return }
    var living = NumberSet(allBelow: facts.sectionCount)
    gone.forEach { rank in for section in facts.sections(ofRank: rank) { living.remove(section) } }
    for rank in 0..<facts.briefingCount {
      for section in facts.sections(ofRank: rank) { _ = facts.ordinal(ofSection: section, rank: rank) }
    }
  }
}
