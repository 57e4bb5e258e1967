/// What a character means for the breaking of lines: the classes of UAX #14 that news text needs, with the
/// rules of Japanese typesetting (kinsoku) for what may start and end a line.
enum BreakClass: UInt8 {
  /// Letters, digits, and everything that is not below.
  case other
  /// A space at which a line may break.
  case space
  /// LF: the line ends.
  case newline
  /// Breaks before and after, as between CJK characters.
  case ideograph
  /// Never ends a line; `wideOpening` lets it break before.
  case opening, wideOpening
  /// Never starts a line; `wideClosing` lets it break after.
  case closing, wideClosing
  /// No break on either side: no-break spaces, word joiner.
  case glue
  /// An invisible opportunity: zero width space.
  case opportunity
  /// An opportunity that shows a hyphen when it is taken.
  case softHyphen
  /// `-` and U+2010.
  case hyphen
  /// En and em dash.
  case dash

  /// Whether it may not start a line, even of a word that is broken because it must be.
  var startsNoLine: Bool { self == .closing || self == .wideClosing }

  /// The class of a scalar, the first one of its grapheme.
  init(_ scalar: UInt32) {
    if scalar < 0x80 {
      self = BreakClass.ofASCII(UInt8(truncatingIfNeeded: scalar))
    } else if scalar < 0x2000 {
      self = BreakClass.ofAlphabetic(scalar)
    } else if scalar < 0x2E80 {
      self = BreakClass.ofPunctuation(scalar)
    } else {
      self = BreakClass.ofWide(scalar)
    }
  }

  private static func ofASCII(_ byte: UInt8) -> BreakClass {
    switch byte {
    case 0x20, 0x09: .space
    case 0x0A: .newline
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "."),
      UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "%"):
      .closing
    case UInt8(ascii: "\""), UInt8(ascii: "'"): .glue
    default: .other
    }
  }

  private static func ofAlphabetic(_ scalar: UInt32) -> BreakClass {
    switch scalar {
    case 0xA0: .glue
    case 0xAD: .softHyphen
    case 0xAB: .opening
    case 0xBB: .closing
    case 0x1100...0x11FF: .ideograph
    case 0x1680: .space
    default: .other
    }
  }

  private static func ofPunctuation(_ scalar: UInt32) -> BreakClass {
    switch scalar {
    case 0x2007, 0x2011, 0x202F, 0x2060: .glue
    case 0x2000...0x200A, 0x205F: .space
    case 0x200B: .opportunity
    case 0x2010: .hyphen
    case 0x2013, 0x2014: .dash
    case 0x2018, 0x201A, 0x201C, 0x201E, 0x2039: .opening
    case 0x2019, 0x201D, 0x203A, 0x2025, 0x2026, 0x2030, 0x203C, 0x2047...0x2049, 0x2103, 0x2109: .closing
    default: .other
    }
  }

  private static func ofWide(_ scalar: UInt32) -> BreakClass {
    switch scalar {
    case 0x3000: .space
    // 、。々〉》」』】〕〗〙〛〜〞〟, the iteration and prolonged sound marks, and full-width , . : ; ! ? ) ] }.
    case 0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B,
      0x301C, 0x301E, 0x301F, 0x303B, 0x3099...0x309E, 0x30A0, 0x30FB...0x30FE, 0xFF01, 0xFF05, 0xFF09,
      0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF60, 0xFF61, 0xFF63...0xFF65, 0xFF70:
      .wideClosing
    // Small kana belong to the syllable before them.
    case 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x308E, 0x3095, 0x3096,
      0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30C3, 0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x30F5, 0x30F6,
      0x31F0...0x31FF, 0xFF67...0xFF6F:
      .wideClosing
    // 〈《「『【〔〖〘〚〝 and full-width ( [ {.
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0x301D, 0xFF08, 0xFF3B,
      0xFF5B, 0xFF5F, 0xFF62:
      .wideOpening
    case 0xFEFF: .glue
    case 0xFE00...0xFE0F: .other
    case 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFDC,
      0x1F300...0x1FAFF, 0x20000...0x3FFFF:
      .ideograph
    default: .other
    }
  }

  /// Whether a line may break between two characters without a space between them. Hyphens, dashes and
  /// invisible characters are ``Segmenter``'s, which sees more of their surroundings.
  static func allowsBreak(between first: BreakClass, and second: BreakClass) -> Bool {
    switch (first, second) {
    case (.glue, _), (_, .glue), (_, .closing), (_, .wideClosing), (.opening, _), (.wideOpening, _): false
    case (.ideograph, _), (.wideClosing, _), (_, .ideograph), (_, .wideOpening): true
    default: false
    }
  }
}
