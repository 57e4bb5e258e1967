/// What a scalar of folded text is to the words that a library is searched by.
enum WordClass: UInt8 {
  /// Divides words and is none: white space, punctuation, controls.
  case separator
  /// Part of a word: letters, marks and digits of scripts that divide words by spaces.
  case letter
  /// A word by itself: a symbol such as `$` or `+`, and each scalar of a script that writes no spaces, so that a
  /// row of them is found wherever it stands.
  case single

  /// The classes of ASCII. What people type to be found literally is a word: `C++`, `$304`, `#1`, `50%`, `AT&T`.
  static let ascii: [WordClass] = (0..<128).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      .letter
    case UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "+"),
      UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "@"):
      .single
    default: .separator
    }
  }

  /// The class of a scalar beyond ASCII, by blocks: a look at each scalar's category costs ten times as much.
  init(_ value: UInt32) {
    switch value {
    case 0xAA, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA, 0xBC...0xBE: self = .letter
    case 0xA2...0xA7, 0xA9, 0xAC, 0xAE...0xB1, 0xB6, 0xD7, 0xF7: self = .single
    case 0x80...0xBF: self = .separator
    case 0x2020, 0x2021, 0x2030, 0x2031, 0x20A0...0x20CF, 0x2100...0x214F, 0x2190...0x2BFF: self = .single
    case 0x1680, 0x2000...0x206F, 0x2E00...0x2E7F: self = .separator
    // Thai and Lao, Tibetan, Myanmar, Khmer.
    case 0x0E00...0x0E3A, 0x0E40...0x0EFF, 0x0F00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF: self = .single
    case 0x0E3F: self = .single
    case 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x30FA, 0x30FC...0x312F, 0x31A0...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x2_0000...0x3_FFFF:
      self = .single
    case 0x3000...0x3030, 0x30FB, 0xFE10...0xFE6F: self = .separator
    case 0xFF04, 0xFF05, 0xFF0B, 0xFF1C...0xFF1E, 0xFFE0...0xFFE6: self = .single
    case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFF0...0xFFFF:
      self = .separator
    case 0xE000...0xF8FF, 0xFE00...0xFE0F, 0xE_0000...0x10_FFFF: self = .separator
    case 0x1_F000...0x1_FAFF: self = .single
    // Punctuation of the scripts that share Latin's way of writing: Greek, Armenian, Hebrew, Arabic, Devanagari.
    case 0x037E, 0x0387, 0x055A...0x055F, 0x0589, 0x058A, 0x05BE, 0x05C0, 0x05C3, 0x05F3, 0x05F4,
      0x0609...0x060D, 0x061B...0x061F, 0x066A...0x066D, 0x06D4, 0x0964, 0x0965:
      self = .separator
    default: self = .letter
    }
  }
}
