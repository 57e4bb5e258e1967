import BriefingCore

/// Texts that are put one behind the other, as ``FindPart`` searches them.
struct FindTextBuilder {
  private(set) var original: [UInt8] = []
  private(set) var folded = FoldedText()
  private(set) var starts = [0]

  /// Adds a text.
  ///
  /// - Parameters:
  ///   - borders: What of it no match may run over.
  ///   - isContinued: Whether the next text goes on with it, so that a match may run over its end.
  ///   - isCancelled: Asked every few milliseconds; when it returns true, this is false.
  mutating func append(
    _ text: some Collection<UInt8>, borders: [Range<Int>] = [], isContinued: Bool = false,
    isCancelled: () -> Bool
  ) -> Bool {
    let start = original.count
    original += text
    for range in borders {
      for place in range { original[start + place] = FindPart.border }
    }
    if !isContinued { original.append(FindPart.border) }
    let isFolded = original.withUnsafeBufferPointer {
      folded.append(UnsafeBufferPointer(rebasing: $0[start...]), .all, isCancelled: isCancelled)
    }
    starts.append(original.count)
    return isFolded
  }
}
