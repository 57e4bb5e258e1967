/// What folding makes of scalars beyond ASCII that no table tells: Hangul in pieces, and raised digits, which depend on what
/// is beside them. Both ways to fold, with the way back (``FoldedText``) and without (``WordWriter``), ask here.
enum ScalarFolding {
  /// The Hangul syllable that starts at a scalar, and its length in bytes, where it is written as consonant and vowel
  /// (U+1112 U+1161 U+11AB for 한), or as a syllable with a consonant after it; nil elsewhere.
  @inline(__always)
  static func syllable(_ value: UInt32, _ text: UnsafeBufferPointer<UInt8>, at start: Int) -> (
    value: UInt32, length: Int
  )? {
    let isLeading = value &- 0x1100 < 19
    let isOpen = value &- 0xAC00 < 11_172 && (value - 0xAC00) % 28 == 0
    guard isLeading || isOpen else { return nil }
    return compose(value, text, at: start)
  }

  private static func compose(
    _ value: UInt32, _ text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (value: UInt32, length: Int)? {
    var syllable = value
    var end = start + 3
    if value < 0xAC00 {
      guard let vowel = jamo(text, at: end), 0x1161...0x1175 ~= vowel else { return nil }
      syllable = 0xAC00 + ((value - 0x1100) * 21 + vowel - 0x1161) * 28
      end += 3
    }
    if let last = jamo(text, at: end), 0x11A8...0x11C2 ~= last {
      syllable += last - 0x11A7
      end += 3
    }
    return end > start + 3 ? (syllable, end - start) : nil
  }

  /// A scalar from U+1000 to U+1FFF at an offset; nil where there is another.
  private static func jamo(_ text: UnsafeBufferPointer<UInt8>, at: Int) -> UInt32? {
    guard at + 2 < text.count, text[at] == 0xE1 else { return nil }
    return 0x1000 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F)
  }

  /// The sign that a raised or lowered digit stands for, with `^` before the first of some raised ones: so `10⁶` is what is
  /// typed as `10^6`, and never 106; lowered ones are plain, and `H₂O` is `h2o`. Nil for every other scalar.
  @inline(__always)
  static func digit(_ value: UInt32, _ text: UnsafeBufferPointer<UInt8>, at start: Int) -> StaticString? {
    guard value < 0xBA || value &- 0x2070 < 0x20 else { return nil }
    guard let sign = sign(value) else { return nil }
    if value >= 0x2080 { return sign.plain }
    return isRaised(text, before: start) ? sign.plain : sign.first
  }

  private static func sign(_ value: UInt32) -> (plain: StaticString, first: StaticString)? {
    switch value {
    case 0x2070, 0x2080: ("0", "^0")
    case 0xB9, 0x2081: ("1", "^1")
    case 0xB2, 0x2082: ("2", "^2")
    case 0xB3, 0x2083: ("3", "^3")
    case 0x2074, 0x2084: ("4", "^4")
    case 0x2075, 0x2085: ("5", "^5")
    case 0x2076, 0x2086: ("6", "^6")
    case 0x2077, 0x2087: ("7", "^7")
    case 0x2078, 0x2088: ("8", "^8")
    case 0x2079, 0x2089: ("9", "^9")
    case 0x207A, 0x208A: ("+", "^+")
    case 0x207B, 0x208B: ("-", "^-")
    case 0x2071: ("i", "^i")
    case 0x207F: ("n", "^n")
    default: nil
    }
  }

  /// Whether the scalar in front of an offset is raised.
  private static func isRaised(_ text: UnsafeBufferPointer<UInt8>, before at: Int) -> Bool {
    if at >= 2, text[at - 2] == 0xC2 { return [0xB2, 0xB3, 0xB9].contains(text[at - 1]) }
    return at >= 3 && text[at - 3] == 0xE2 && text[at - 2] == 0x81 && text[at - 1] >= 0xB0
  }

  /// Whether a scalar is left out: it has no look of its own, and what is seen is to be found. Soft hyphens, zero-width
  /// spaces and joiners, marks of direction, variation selectors; and tatweel, which only draws an Arabic word out. Controls
  /// that turn text around are shown, and stay.
  static func isLeftOut(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x34F, 0x61C, 0x640, 0x180B...0x180D, 0x180F, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF,
      0xE0100...0xE01EF:
      true
    default: false
    }
  }
}
