extension Unicode.Scalar {
  /// Whether a reader cannot see it where it stands alone: controls, line and paragraph separators, what has no width
  /// (Unicode's `Default_Ignorable_Code_Point`: joiners, variation selectors, controls of writing direction, tags,
  /// Hangul fillers), other format characters (`Cf`), and noncharacters. Spaces are seen, and so are the format
  /// characters that are drawn around the letters that follow (`Prepended_Concatenation_Mark`).
  ///
  /// A table and not the standard library's properties: those are slower, and change with its version of Unicode,
  /// whereas what is printed is to stay the same.
  package var isInvisible: Bool {
    switch value {
    // Latin, and the Han characters and syllables of East Asia: nearly all there is.
    case 0xAE..<0x34F, 0x3165..<0xD800: false
    case 0..<0x20, 0x7F..<0xA0, 0xAD: true
    case 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164: true
    case 0xFDD0...0xFDEF, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB: true
    case 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
    // The last two of every plane.
    default: value & 0xFFFE == 0xFFFE
    }
  }

  /// Whether no text needs it, and it can only deceive: controls other than the tab and the line feed, separators of lines and
  /// paragraphs, noncharacters, and what turns whole stretches of text around (U+202A to U+202E, U+2066 to U+2069). Marks
  /// of direction and joiners are not among them, because some scripts need them.
  package var isDeceptive: Bool {
    switch value {
    case 0x20..<0x7F, 0xA0..<0x2028, 0x3000..<0xD800, 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
