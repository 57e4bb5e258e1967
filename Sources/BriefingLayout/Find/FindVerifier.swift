import BriefingCore

/// Turns what is found without case and diacritics into matches: whole characters, and where the query says that case
/// or diacritics count, only those that agree.
struct FindVerifier {
  private let folding: Folding
  private let needle: [UInt8]
  private let text: Graphemes
  /// Where a character starts that no later candidate starts before.
  private var border = 0

  /// Makes whole characters of ranges in a text, valid UTF-8, that come in order.
  init(_ folding: Folding, _ text: UnsafeBufferPointer<UInt8>) {
    self.folding = folding
    needle = []
    self.text = Graphemes(bytes: text)
  }

  /// Makes a verifier of candidates in a text, valid UTF-8; they have to come in order.
  init(_ query: FindQuery, _ text: UnsafeBufferPointer<UInt8>) {
    folding = Folding.smart(for: query.text)
    needle = FoldedText(query.text, folding).utf8
    self.text = Graphemes(bytes: text)
  }

  /// What a candidate becomes; nil where it does not agree.
  ///
  /// - Parameter isWhole: whether the range is known to start and end between characters.
  mutating func match(_ range: Range<Int>, isWhole: Bool) -> Range<Int>? {
    if folding != .all {
      var folded = FoldedText()
      folded.append(UnsafeBufferPointer(rebasing: text.bytes[range]), folding)
      guard folded.utf8 == needle else { return nil }
    }
    return isWhole ? range : whole(range)
  }

  /// The characters that a range touches.
  mutating func whole(_ range: Range<Int>) -> Range<Int> {
    // Back to where a character surely starts, but never past one that is known: so all is gone through once.
    var start = range.lowerBound
    while start > border, !isBorder(start) { start -= 1 }
    var end = start
    while end <= range.lowerBound {
      start = end
      end = text.end(of: start)
    }
    border = start
    while end < range.upperBound { end = text.end(of: end) }
    return start..<end
  }

  private func isBorder(_ offset: Int) -> Bool {
    text.bytes[offset] & 0xC0 != 0x80 && text.isBorder(offset)
  }
}
