extension InlineParser {
  /// How much there is of the piece: its tokens, and the rows that are there without one.
  var pieceLength: Int { tokens.count + border.pipes }

  /// Whether the piece that is read ends at a position: after `position` nothing can change what is in front.
  ///
  /// - Parameter isAtPipe: Whether an escaped pipe of a cell stands there. It is in no address, and a row starts with it.
  mutating func endsPiece(
    _ text: Span<UInt8>, at position: Int, isAtPipe: Bool = false, _ isCancelled: () -> Bool
  ) -> Bool {
    if pieceLength >= border.maximumOpenMarks {
      return endsPieceByForce(text, at: position, isAtPipe: isAtPipe, isCancelled)
    }
    // A mail address may stand on both sides of a token.
    guard brackets.isEmpty, position < text.count,
      isAtPipe || position == textStart && endsLine(text) || text[position].isWhitespace, !isRaised(text)
    else { return false }
    // Where it is cancelled the next question ends all.
    _ = processDelimiters(from: 0, keepingOpeners: true, isCancelled)
    guard delimiters.isEmpty else {
      border.lookLater(length: pieceLength)
      return false
    }
    border.endPiece(at: position, endsText: isAtPipe)
    return true
  }

  /// Ends a piece that is long enough, whatever is open: after a line or a link or in front of a pipe where there is one,
  /// for that is between others.
  private mutating func endsPieceByForce(
    _ text: Span<UInt8>, at position: Int, isAtPipe: Bool, _ isCancelled: () -> Bool
  ) -> Bool {
    let isBetween =
      isAtPipe || position == textStart && (endsLine(text) || tokens.last?.kind == .linkEnd)
    guard isBetween || pieceLength >= 2 * border.maximumOpenMarks else { return false }
    if brackets.isEmpty { _ = processDelimiters(from: 0, keepingOpeners: true, isCancelled) }
    border.forceEnd(at: position, isParted: !brackets.isEmpty || !delimiters.isEmpty)
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
