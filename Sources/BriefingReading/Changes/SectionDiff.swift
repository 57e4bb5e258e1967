import BriefingText

/// What has changed in a section's text, block by block, in the order in which it is shown: the text as it is now, with what
/// went where it stood.
public struct SectionDiff: Hashable, Sendable {
  /// A block of the text now, or one that went.
  public struct Block: Hashable, Sendable {
    /// Its place among the blocks of the text now; nil for one that went.
    public var index: Int?
    /// Its text in stretches. Those that are not removed make up the text now.
    public var runs: [TextChange]

    /// Whether nothing is added or removed in it.
    public var isSame: Bool { runs.allSatisfy { $0.kind == .same } }
  }

  /// The blocks in order.
  public internal(set) var blocks: [Block]
  /// Words that were changed: of a replacement the larger number.
  public internal(set) var changedWords: Int
  /// Words that are there now and were not.
  public internal(set) var addedWords: Int
  /// Words that were there and are not any more.
  public internal(set) var removedWords: Int

  /// Whether no word has changed.
  public var isEmpty: Bool { changedWords == 0 }

  /// Compares the text of a section as it was with the text now.
  ///
  /// White space, wrapping, punctuation, emphasis, dates in lines of their own, and sentences that were only moved or parted
  /// otherwise are not changes.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  public init(from old: [ReadBlock], to new: [ReadBlock], isCancelled: () -> Bool = { false }) throws {
    var differ = SectionDiffer(
      try ComparedText(old, isCancelled: isCancelled), try ComparedText(new, isCancelled: isCancelled))
    try differ.match(isCancelled)
    blocks = differ.blocks()
    (changedWords, addedWords, removedWords) = (differ.changedWords, differ.addedWords, differ.removedWords)
  }
}
