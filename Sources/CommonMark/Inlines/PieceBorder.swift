/// Where a long leaf is parted for the inline phase: a piece's tokens are written as rows before the next one is read.
///
/// A piece ends where nothing is open that what follows could close, so the pieces together are what the whole leaf
/// would be. Where something stays open for ``maximumOpenMarks`` tokens, a piece ends nevertheless.
struct PieceBorder {
  /// How many tokens a piece has before its end is looked for.
  private let least: Int
  /// Tokens for which a bracket or delimiter can stay open; `Int.max` where they are not counted.
  let maximumOpenMarks: Int
  /// Where the piece starts that is read, and where it ends once that is known: offsets of the leaf's content.
  private(set) var pieceStart = 0
  private(set) var pieceEnd = 0
  /// Whether a mark was open where the piece ends, which is text by that.
  private(set) var isParted = false
  /// Whether the text of the piece ends with it: what follows is another row.
  private(set) var endsText = false
  /// Signs without a token that the piece has come by, at each of which rows may start: escaped pipes of a cell, and the `@` of
  /// bare mail addresses.
  private(set) var signs = 0
  /// From how many tokens on an end is looked for. It doubles where one was looked for in vain, so that all looks
  /// together take time that grows with the text alone.
  private(set) var nextLook = 0

  init(maximumOpenMarks: Int, least: Int = 1 << 14) {
    self.maximumOpenMarks = maximumOpenMarks
    self.least = least
  }

  /// Starts with another leaf.
  mutating func reset() {
    pieceStart = 0
    pieceEnd = 0
  }

  /// Goes on after the last piece.
  mutating func startPiece() {
    pieceStart = pieceEnd
    (isParted, endsText, signs) = (false, false, 0)
    nextLook = min(least, maximumOpenMarks)
  }

  /// Notes where the piece ends.
  mutating func endPiece(at position: Int, endsText: Bool = false) {
    pieceEnd = position
    self.endsText = endsText
  }

  /// Notes where the piece ends because it is long enough.
  ///
  /// - Parameter isParted: Whether something is open there.
  mutating func forceEnd(at position: Int, isParted: Bool) {
    endPiece(at: position, endsText: true)
    self.isParted = isParted
  }

  /// Notes a sign without a token at which rows may start.
  mutating func passSign() { signs += 1 }

  /// Notes that no end is possible yet.
  ///
  /// - Parameter length: See ``InlineParser/pieceLength``.
  mutating func lookLater(length: Int) { nextLook = min(2 * length, max(length + 1, maximumOpenMarks)) }
}
