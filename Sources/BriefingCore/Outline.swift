import Algorithms
import CommonMark

/// Questions about a briefing's sections by their place.
extension Briefing {
  /// The section that a block stands in, as an index into ``sections``; nil in the lead.
  public func section(containing block: BlockID) -> Int? {
    let next = sections.partitioningIndex { $0.heading > block }
    return next == 0 ? nil : next - 1
  }

  /// A section with those below it: from `index` up to the next section of the same or a higher level.
  public func extent(ofSection index: Int) -> Range<Int> {
    index..<(next(fromSection: index, upToLevel: sections[index].level) ?? sections.count)
  }

  /// The blocks of a section and of those below it. A heading may stand within containers: those that it opens
  /// are its section's, those around it are not.
  public func blocks(ofSection index: Int) -> Range<BlockID> {
    let start = sections[index].heading
    let following = extent(ofSection: index).upperBound
    guard following < sections.count else {
      return start..<document.blocks.endIndex
    }
    var end = sections[following].heading
    // A container that starts with the next section's heading belongs to that section.
    while let parent = document[end].parent, parent.index == end.index - 1, parent > start { end = parent }
    return start..<end
  }

  /// The first section after `index` (after the lead where nil) whose level is at most `level`: 6 for the
  /// next section, the level of the current one for `}`.
  public func next(fromSection index: Int?, upToLevel level: Int = 6) -> Int? {
    let start = index.map { $0 + 1 } ?? 0
    return sections[start...].firstIndex { $0.level <= level }
  }

  /// The last section before `index` whose level is at most `level`.
  public func previous(fromSection index: Int, upToLevel level: Int = 6) -> Int? {
    sections[..<index].lastIndex { $0.level <= level }
  }

  /// The `n`-th section of the highest numbering, 1-based.
  public func topSection(_ n: Int) -> Int? {
    sections.firstIndex { $0.number == [n] }
  }
}
