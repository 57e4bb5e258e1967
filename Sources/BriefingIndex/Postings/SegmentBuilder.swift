import BriefingCore
import BriefingFiles

/// Makes one segment of the batches that threads have read.
struct SegmentBuilder {
  private var words = WordTable(capacity: 1 << 14)
  /// The batches, and the numbers of their words here; nil where they are the same.
  private var batches: [(batch: PostingBatch, words: [UInt32]?)] = []
  /// What each word needs in all.
  private var counts: [PostingBatch.Count] = []
  /// How many briefings it has.
  private(set) var briefingCount = 0
  /// About how much its postings take.
  private(set) var byteCount = 0
  /// What the batches take in memory.
  private var batchMemory = 0
  /// About how much memory it takes.
  var memory: Int { batchMemory + words.memory + counts.count * MemoryLayout<PostingBatch.Count>.stride }

  /// Adds the briefings of a batch.
  mutating func append(_ batch: consuming PostingBatch) {
    guard !batch.isEmpty else { return }
    briefingCount += batch.briefings.count
    byteCount += batch.byteCount
    var numbers: [UInt32]?
    if batches.isEmpty {
      // Its words are the first ones: one batch may be all there is.
      words = batch.words
      counts = batch.counts
    } else {
      numbers = words.numbers(of: batch.words)
      while counts.count < words.count { counts.append(PostingBatch.Count()) }
      for (number, count) in zip(numbers ?? [], batch.counts) { counts[Int(number)] += count }
    }
    batch.removeWords()
    batchMemory += batch.memory + (numbers?.count ?? 0) * MemoryLayout<UInt32>.stride
    batches.append((batch, numbers))
  }

  /// What is written of a segment.
  struct Segment: ~Copyable {
    /// A briefing of each rank.
    var briefings: [(path: String, stamp: FileStamp)] = []
    var facts = SegmentFacts()
    /// See ``SegmentFacts/length(_:)``; for each section.
    var lengths: [UInt16] = []
    /// All words, and what stands in the index for each of them.
    var words: WordTable
    var postings: PostingArena
    /// About how much its postings take.
    var bytes: Int
  }

  /// Puts the briefings into their order and the words' places into one list for each word.
  func build() -> Segment {
    let limit = batches.reduce(briefingCount) { count, source in
      source.batch.briefings.reduce(count) { $0 + $1.lengths.count }
    }
    var segment = Segment(
      words: words, postings: PostingArena(counts, below: UInt32(clamping: limit)), bytes: byteCount)
    for (batch, briefing) in order {
      let source = batches[batch].batch.briefings[briefing]
      let rank = segment.briefings.count
      let first = segment.facts.sectionCount
      segment.briefings.append((source.path, source.stamp))
      segment.facts.append(
        sections: source.lengths.count, hasLead: source.hasLead, moment: Int64(source.moment),
        day: Int32(source.day))
      for length in source.lengths { segment.lengths.append(SegmentFacts.length(length)) }
      add(source, of: batches[batch], rank: rank, firstSection: first, to: &segment.postings)
    }
    return segment
  }

  /// The briefings by their rank, as batch and place in it.
  private var order: [(batch: Int, briefing: Int)] {
    var all: [(moment: Int, batch: Int, briefing: Int)] = []
    all.reserveCapacity(briefingCount)
    for (batch, source) in batches.enumerated() {
      for (briefing, facts) in source.batch.briefings.enumerated() {
        all.append((facts.moment, batch, briefing))
      }
    }
    func path(_ briefing: (moment: Int, batch: Int, briefing: Int)) -> String {
      batches[briefing.batch].batch.briefings[briefing.briefing].path
    }
    all.sort { a, b in
      a.moment != b.moment
        ? a.moment > b.moment : NaturalOrder.precedes(path(a), path(b), highestFirst: true)
    }
    return all.map { ($0.batch, $0.briefing) }
  }

  private func add(
    _ briefing: PostingBatch.Briefing, of source: (batch: PostingBatch, words: [UInt32]?), rank: Int,
    firstSection: Int, to postings: inout PostingArena
  ) {
    source.batch.places.withUnsafeBufferPointer { places in
      (source.words ?? []).withUnsafeBufferPointer { words in
        source.batch.entries.withUnsafeBufferPointer { entries in
          var at = briefing.places
          var next = briefing.entries
          for (part, count) in briefing.entryCounts.enumerated() {
            // The first part is the metadata.
            let number = UInt32(truncatingIfNeeded: part == 0 ? rank : firstSection + part - 1)
            let end = next + Int(count)
            while next < end {
              let entry = entries[next]
              let places = UnsafeBufferPointer(rebasing: places[at..<at + entry.length])
              postings.append(
                word: words.isEmpty ? Int(entry.word) : Int(words[Int(entry.word)]), number: number,
                hasShape: entry.hasShape, places)
              at += entry.length
              next += 1
            }
          }
        }
      }
    }
  }
}
