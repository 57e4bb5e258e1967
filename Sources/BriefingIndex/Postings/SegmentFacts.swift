import Algorithms

/// What is known of the briefings of a segment without a look at any word.
///
/// A segment is the part of an index that was written at once, and changes no more but that briefings go. Its
/// briefings are numbered by their rank: the newest first, of equals by their paths, the highest number first. Its sections
/// are numbered in the same order, each briefing's as they are read. All of a segment's briefings are of one
/// language, or of none with inflections.
struct SegmentFacts: Sendable {
  /// The number of the first section of each briefing, and after them how many sections there are.
  var starts: [UInt32] = [0]
  /// For each briefing whether its first section is its lead.
  var leads: [UInt8] = []
  /// See `Metadata.moment`; for each briefing.
  var moments: [Int64] = []
  /// See `Day`; for each briefing.
  var days: [Int32] = []

  /// How many briefings there are, those that are gone among them.
  var briefingCount: Int { moments.count }
  /// How many sections there are, those of briefings that are gone among them.
  var sectionCount: Int { Int(starts.last ?? 0) }

  /// The numbers of a briefing's sections.
  func sections(ofRank rank: Int) -> Range<Int> { Int(starts[rank])..<Int(starts[rank + 1]) }

  /// The rank of the briefing that a section is of.
  func rank(ofSection section: Int) -> Int {
    // The last briefing that starts at or before it; those without sections start where the next one does.
    (1..<max(1, briefingCount)).partitioningIndex { Int(starts[$0]) > section } - 1
  }

  /// The place of a section among its briefing's: 0 for the lead, else from 1.
  func ordinal(ofSection section: Int, rank: Int) -> Int {
    section - Int(starts[rank]) + (leads[rank] != 0 ? 0 : 1)
  }

  /// Adds the briefing that comes next.
  mutating func append(sections: Int, hasLead: Bool, moment: Int64, day: Int32) {
    starts.append((starts.last ?? 0) + UInt32(truncatingIfNeeded: sections))
    leads.append(hasLead ? 1 : 0)
    moments.append(moment)
    days.append(day)
  }

  /// Whether the parts fit each other, so that no look at one can miss another: they may come from a damaged file.
  var isSound: Bool {
    leads.count == moments.count && days.count == moments.count && starts.count == moments.count + 1
      && starts.first == 0 && zip(starts, starts.dropFirst()).allSatisfy { $0 <= $1 }
  }

  /// The words of a section as it is kept: longer ones count as the longest, which changes no order that a reader
  /// would notice.
  static func length(_ words: Int) -> UInt16 { UInt16(clamping: words) }
}
