/// Invisible characters that some scripts need: marks of direction (LRM, RLM, ALM) beside text that runs from right to left,
/// and joiners (ZWNJ, ZWJ) between letters of scripts whose letters join.
///
/// There they reach the terminal, as part of the cell before them. Everywhere else they are what they were: a mark of
/// direction becomes a visible symbol, for in Latin text it can only deceive, and a joiner is left out, which changes
/// nothing that is seen. What turns whole stretches of text around (U+202A to U+202E, U+2066 to U+2069) is always visible.
enum DirectionMark {
  /// Bytes that are gone back for the letter that a mark stands after.
  private static let reach = 32

  /// Whether a scalar is one of the three marks.
  static func isMark(_ scalar: UInt32) -> Bool { scalar == 0x200E || scalar == 0x200F || scalar == 0x61C }

  /// Whether a mark does what it is for: the last letter before it, past spaces, digits and punctuation, is of a script
  /// that runs from right to left.
  static func isAtWork(in text: Graphemes, at mark: Int) -> Bool {
    var at = mark
    while at > 0, mark - at < reach {
      at -= 1
      while at > 0, text.bytes[at] & 0xC0 == 0x80 { at -= 1 }
      let scalar = text.scalar(at: at).value
      if runsFromRight(scalar) { return true }
      if isLetter(scalar) { return false }
    }
    return false
  }

  /// Whether a joiner after such a letter shapes what is drawn.
  static func shapes(_ joiner: UInt32, behind letter: UInt32) -> Bool {
    guard joiner == 0x200C || joiner == 0x200D else { return false }
    switch letter {
    // Arabic, Syriac, N'Ko and their kin; Mongolian.
    case 0x620..<0x660, 0x66E..<0x6D6, 0x6EE..<0x800, 0x840..<0x900, 0x1800..<0x18B0, 0xFB50..<0xFE00,
      0xFE70..<0xFEFD:
      return true
    // The scripts of India and Sri Lanka.
    case 0x900..<0xE00: return true
    default: return false
    }
  }

  private static func runsFromRight(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5BE..<0x600, 0x608, 0x60B, 0x60D, 0x61B, 0x61D..<0x660, 0x66D..<0x6DD, 0x6E5..<0x900,
      0xFB1D..<0xFE00,
      0xFE70..<0xFEFD, 0x10800..<0x11000, 0x1E800..<0x1F000:
      true
    default: false
    }
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41..<0x5B, 0x61..<0x7B: true
    case ..<0xC0, 0x2000..<0x2C00, 0x3000..<0x3021, 0x600..<0x900, 0xFE00..<0xFE10: false
    default: true
    }
  }
}
