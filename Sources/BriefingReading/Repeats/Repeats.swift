/// What of a briefing stood word for word in one that was read before.
public struct Repeats: Hashable, Sendable {
  /// The units of `BriefingUnits` that are repeats.
  public private(set) var units: Set<Int> = []
  /// By ordinal, the words of each section that are new.
  public private(set) var newWords: [Int] = []
  /// By ordinal, whether a section has words and all of them are repeats.
  public private(set) var isRepeated: [Bool] = []

  /// Looks for repeats.
  ///
  /// - Parameter isKnown: Whether a block stood in another briefing that was read, by its ``BlockFingerprint/value``.
  public init(in digest: BriefingDigest, isKnown: (UInt64) -> Bool) {
    for section in digest.sections {
      var new = 0
      for block in section.blocks {
        if isKnown(block.value) { units.insert(block.unit) } else { new += block.words }
      }
      newWords.append(new)
      isRepeated.append(new == 0 && section.words > 0)
    }
  }

  /// Whether there are none.
  public var isEmpty: Bool { units.isEmpty }
}
