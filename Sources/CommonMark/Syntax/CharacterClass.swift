/// What the rules of emphasis see of a character (section 2.1).
enum CharacterClass {
  case whitespace, punctuation, other

  /// The class of the character in front of `position`; the start counts as white space.
  init(before position: Int, in text: Span<UInt8>) {
    guard position > 0 else {
      self = .whitespace
      return
    }
    if text[position - 1] < 0x80 {
      self.init(ascii: text[position - 1])
      return
    }
    var start = position - 1
    while start > 0, position - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
    self.init(decoding: start, position, text)
  }

  /// The class of the character at `position`; the end counts as white space.
  init(at position: Int, in text: Span<UInt8>) {
    guard position < text.count else {
      self = .whitespace
      return
    }
    if text[position] < 0x80 {
      self.init(ascii: text[position])
      return
    }
    self.init(decoding: position, min(position + 4, text.count), text)
  }

  private init(ascii byte: UInt8) {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0C:
      self = .whitespace
    case 0:
      self = .replacement
    default:
      self = byte.isPunctuation ? .punctuation : .other
    }
  }

  /// What is shown for NUL and for bytes that are not UTF-8, U+FFFD, is a symbol.
  private static let replacement = CharacterClass.punctuation

  private init(decoding start: Int, _ end: Int, _ text: Span<UInt8>) {
    guard let scalar = text.scalar(at: start, to: end) else {
      self = .replacement
      return
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator:
      self = .whitespace
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      self = .punctuation
    default:
      self = .other
    }
  }
}

extension Span where Element == UInt8 {
  /// The scalar whose UTF-8 starts at `start` and ends at `end` at the latest; nil where there is none.
  ///
  /// Overlong forms pass: what asks only wants to know a character's class.
  func scalar(at start: Int, to end: Int) -> Unicode.Scalar? {
    let lead = self[start]
    // A continuation byte starts nothing.
    guard lead & 0xC0 != 0x80 else { return nil }
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard start + length <= end else { return nil }
    var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(length))
    for offset in start + 1..<start + length {
      guard self[offset] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(self[offset] & 0x3F)
    }
    return Unicode.Scalar(value)
  }
}
