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
  /// Whether something was open where the piece ends: text before it and after it is not one.
  private(set) var isForced = false
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
    isForced = false
    nextLook = min(least, maximumOpenMarks)
  }

  /// Notes where the piece ends.
  mutating func endPiece(at position: Int, isForced: Bool = false) {
    pieceEnd = position
    self.isForced = isForced
  }

  /// Notes that no end is possible yet.
  mutating func lookLater(tokens: Int) { nextLook = min(2 * tokens, max(tokens + 1, maximumOpenMarks)) }
}

extension InlineParser {
  /// Whether the piece that is read ends at a position: after `position` nothing can change what is in front.
  mutating func endsPiece(_ text: Span<UInt8>, at position: Int, _ isCancelled: () -> Bool) -> Bool {
    if tokens.count >= border.maximumOpenMarks { return endsPieceByForce(text, at: position) }
    // A mail address may stand on both sides of a token.
    guard brackets.isEmpty, position < text.count,
      position == textStart && endsLine(text) || text[position].isWhitespace, !isRaised(text)
    else { return false }
    // Where it is cancelled the next question ends all.
    _ = processDelimiters(from: 0, keepingOpeners: true, isCancelled)
    guard delimiters.isEmpty else {
      border.lookLater(tokens: tokens.count)
      return false
    }
    border.endPiece(at: position)
    return true
  }

  /// Ends a piece in which something is open: after a line or a link where there is one, for that is between others.
  private mutating func endsPieceByForce(_ text: Span<UInt8>, at position: Int) -> Bool {
    let isBetween = position == textStart && (endsLine(text) || tokens.last?.kind == .linkEnd)
    guard isBetween || tokens.count >= 2 * border.maximumOpenMarks else { return false }
    border.endPiece(at: position, isForced: true)
    return true
  }

  /// Whether the text within `<sup>` or `<sub>` goes on: what is shown of it is made of all of it. More than a few tokens in
  /// one are small print, which is shown as it is.
  private func isRaised(_ text: Span<UInt8>) -> Bool {
    guard extensions.contains(.htmlElements) else { return false }
    for token in tokens.suffix(Self.longestRaised).reversed() {
      switch token.kind {
      case .escape, .characterReference: continue
      case .html:
        let start = Int(token.start)
        return text.hasPrefix("<sup", at: start) || text.hasPrefix("<sub", at: start)
      default: return false
      }
    }
    return false
  }

  /// Tokens in raised text at most that a piece waits for.
  private static let longestRaised = 16

  private func endsLine(_ text: Span<UInt8>) -> Bool {
    guard let last = tokens.last else { return false }
    switch last.kind {
    case .softBreak, .lineBreak: return true
    // A line ending that shows nothing: lines of Chinese or Japanese are joined.
    case .escape: return text[Int(last.start)] == UInt8(ascii: "\n")
    default: return false
    }
  }
}
