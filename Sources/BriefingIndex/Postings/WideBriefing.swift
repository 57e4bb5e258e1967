import BriefingCore
import BriefingSearch

/// A briefing of so many words that its postings are made and written in parts, each of some words in the order of their
/// bytes: only the text and one part are in memory at once.
struct WideBriefing: Sendable {
  /// Below the library's folder.
  let path: String
  let stamp: FileStamp
  /// See `Metadata.moment`.
  let moment: Int
  /// That of its words; nil where it has none with inflections.
  let language: Language?
  /// The words of each part, in order.
  let ranges: [WordRange]
  /// Bytes of its words, one after another.
  let byteCount: Int
  /// About how much memory its text takes while it waits.
  let memory: Int
  private let searchable: SearchableBriefing

  /// What makes a briefing wide.
  struct Limits {
    /// What has no more bytes is one part, without a look at its words.
    var fewBytes = 1 << 19
    /// Bytes of memory that the different words of a part may take.
    var memory = 12 << 20
    /// How many words there may be in all: of these each costs most where it stands in a section of its own.
    var words = 6_000_000
    /// Parts at most that the different words are divided into: each is a look at all of them.
    var parts = 48
  }

  /// Takes a briefing; nil where its postings are made at once.
  init?(
    _ path: String, _ stamp: FileStamp, moment: Int, _ searchable: SearchableBriefing,
    limits: Limits = Limits()
  ) {
    let lines = searchable.sections.lazy.map(\.body)
    byteCount = lines.reduce(0) { $0 + $1.byteCount }
    guard byteCount > limits.fewBytes else { return nil }
    var sample = WordSample()
    var count = 0
    var writtenBytes = 0
    for line in lines {
      line.forEachWord { sample.add($0) }
      for joined in line.joined {
        PostingBatch.joined(joined.word).withUnsafeBufferPointer { sample.add($0) }
      }
      count += line.count + line.joined.count
      // Each may have a stem of its own, and is posted once more then.
      line.forEachWritten { written, folded, _ in
        writtenBytes += written.count + MemoryLayout<UInt64>.size
        guard searchable.language != nil, searchable.language != .english else { return }
        PostingBatch.own(stem: [], folded: folded).withUnsafeBufferPointer { sample.add($0) }
      }
    }
    memory = byteCount + writtenBytes
    let parts = max(
      1 + sample.memory / max(limits.memory, sample.memory / limits.parts),
      1 + count / (limits.words + byteCount / 40))
    guard parts > 1 else { return nil }
    ranges = sample.ranges(parts)
    (self.path, self.stamp, self.moment) = (path, stamp, moment)
    language = searchable.language
    self.searchable = searchable
  }

  /// The part of its postings that has the words of a range.
  func segment(of range: WordRange, _ stemmers: Stemmers) -> SegmentBuilder.Segment {
    var batch = PostingBatch()
    // Nothing is taken out of it, so it is not copied.
    var searchable = searchable
    batch.append(
      path, stamp, moment: moment, &searchable, language.map { stemmers[$0] }, in: range, keepsText: true)
    batch.finish()
    var builder = SegmentBuilder()
    builder.append(batch)
    // Two owners of its words would be two tables.
    batch = PostingBatch()
    return builder.build()
  }
}
