extension InlineParser {
  /// How much there is of the piece: its tokens, and what rows start at without one.
  var pieceLength: Int { tokens.count + border.signs }

  /// Whether the piece that is read ends at a position: after `position` nothing can change what is in front.
  ///
  /// - Parameters:
  ///   - isAtPipe: Whether an escaped pipe of a cell stands there. It is in no address, and a row starts with it.
  ///   - isBetweenWords: Whether something else stands there that is in no address.
  mutating func endsPiece(
    _ text: Span<UInt8>, at position: Int, isAtPipe: Bool = false, isBetweenWords: Bool = false,
    _ isCancelled: () -> Bool
  ) -> Bool {
    if pieceLength >= border.maximumOpenMarks {
      return endsPieceByForce(text, at: position, isAtPipe: isAtPipe, isCancelled)
    }
    // A mail address may stand on both sides of a token.
    guard brackets.isEmpty, position < text.count,
      isAtPipe || isBetweenWords || position == textStart && endsLine(text) || text[position].isWhitespace,
      !isRaised(text)
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

  /// Whether the piece ends before the `@` of what may be a mail address, at a space, comma or semicolon, which is in none:
  /// such text has no tokens, but rows.
  mutating func endsPiece(_ text: Span<UInt8>, beforeSign sign: Int, _ isCancelled: () -> Bool) -> Bool {
    let limit = max(textStart, border.pieceStart + 1, sign - Self.longestLocal)
    var position = sign - 1
    while position >= limit {
      switch text[position] {
      case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: ";"):
        return endsPiece(text, at: position, isBetweenWords: true, isCancelled)
      default: position -= 1
      }
    }
    return false
  }

  /// Bytes in front of an `@` at most among which one is looked for; RFC 5321, section 4.5.3.1.1, allows 64 before it.
  private static let longestLocal = 128

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
