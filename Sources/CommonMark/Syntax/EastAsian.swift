/// East Asian writing, as far as rules made for spaces between words fail it.
///
/// By blocks, not by Unicode's width property: the quotes `“”`, which Chinese shares with Latin, are in none of them.
enum EastAsian {
  /// Chinese and Japanese characters with their punctuation, bopomofo, and full-width and half-width forms: written
  /// without spaces. Hangul is not here.
  static func writesNoSpaces(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x312F, 0x3190...0x4DBF, 0x4E00...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF9F,
      0xFFE0...0xFFE6, 0x1B000...0x1B16F, 0x1F200...0x1F2FF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// The same and Hangul, whose particles follow a closing bracket without a space.
  static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: true
    default: writesNoSpaces(scalar)
    }
  }

  /// What ends a bare link: CJK punctuation, full-width punctuation, and the quotes that Chinese encloses text in.
  static func endsLink(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3000...0x3003, 0x3008...0x3020, 0x3030, 0xFE30...0xFE4F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF3D, 0xFF5B...0xFF65, 0x201C, 0x201D:
      true
    default: false
    }
  }

  /// Whether the line ending at `start..<end`, with the white space around it, joins two characters that are written
  /// without spaces. Marks of emphasis beside it are looked through.
  static func joinsLines(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var first = start
    while first > 0, emphasis.contains(text[first - 1]) { first -= 1 }
    // Nearly every line of others ends here.
    guard first > 0, text[first - 1] >= 0x80 else { return false }
    var next = end
    while next < text.count, emphasis.contains(text[next]) || text[next].isSpaceOrTab { next += 1 }
    guard let before = text.scalar(before: first), writesNoSpaces(before), next < text.count,
      let after = text.scalar(at: next, to: min(next + 4, text.count)), writesNoSpaces(after)
    else { return false }
    return true
  }

  private static let emphasis = ByteSet("*_~=")
}

extension Span where Element == UInt8 {
  /// The scalar that ends in front of `position`; nil where there is none.
  func scalar(before position: Int) -> Unicode.Scalar? {
    guard position > 0 else { return nil }
    var start = position - 1
    while start > 0, position - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start, to: position)
  }
}
