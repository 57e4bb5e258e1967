import BriefingCore
import BriefingReading
import BriefingText

/// Counts how many repeats are found in a series of digests that is read day by day, and what is taken for one that is none.
public struct RepeatScore: Sendable {
  /// Blocks that stood under the same heading, or have more than a few words and stood anywhere.
  public private(set) var repeated = 0
  /// Those of them that were found.
  public private(set) var found = 0
  /// Blocks that stood nowhere, and those of a few words that stood under other headings.
  public private(set) var new = 0
  /// Those of them that were taken for repeats.
  public private(set) var wrong: [String] = []
  /// Words of all blocks, and of those that were found.
  public private(set) var words = (all: 0, found: 0)

  /// Reads a series, with blocks alone.
  public init(_ series: DigestSeries, days: Int) throws {
    var known: Set<UInt64> = []
    try self.init(series, days: days) { _, _, digest in
      let repeats = Repeats(in: digest) { known.contains($0) }
      known.formUnion(digest.sections.flatMap { $0.blocks.map(\.value) })
      return repeats.units
    }
  }

  /// Reads a series as a program does.
  ///
  /// - Parameter read: Opens the issue of a day, from 0, and reads it to its end; returns the units in it that are repeats.
  public init(
    _ series: DigestSeries, days: Int, read: (Int, BriefingUnits, BriefingDigest) throws -> Set<Int>
  ) throws {
    var texts: Set<String> = []
    var items: Set<DigestSeries.Item> = []
    for day in 0..<min(days, DigestSeries.days) {
      let issue = series[day]
      let briefing = try Briefing(parsing: Array(issue.markdown.utf8), file: .init(name: "digest"))
      let units = BriefingUnits(briefing)
      let digest = try BriefingDigest(units)
      let repeats = try read(day, units, digest)
      let blocks = digest.sections.flatMap(\.blocks)
      guard blocks.count == issue.items.count else {
        wrong.append("day \(day): \(blocks.count) blocks of \(issue.items.count)")
        continue
      }
      for (block, item) in zip(blocks, issue.items) {
        let isFound = repeats.contains(block.unit)
        words.all += block.words
        if isFound { words.found += block.words }
        if items.contains(item) || texts.contains(item.text) && block.words >= BlockFingerprint.fewWords {
          repeated += 1
          if isFound { found += 1 }
        } else {
          new += 1
          if isFound { wrong.append("day \(day): \(item.text.prefix(60))") }
        }
      }
      for item in issue.items {
        texts.insert(item.text)
        items.insert(item)
      }
    }
  }
}
