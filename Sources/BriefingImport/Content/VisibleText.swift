import BriefingCore

/// What of a text comes into a briefing: everything that can be seen.
enum VisibleText {
  /// What Windows has where Latin-1 has controls: numbers of characters are written so in pages (HTML, section 13.2.5.80).
  private static let windows: [Unicode.Scalar?] = Array(
    "€\u{0}‚ƒ„…†‡ˆ‰Š‹Œ\u{0}Ž\u{0}\u{0}‘’“”•–—˜™š›œ\u{0}žŸ".unicodeScalars
  ).map {
    $0.value == 0 ? nil : $0
  }

  /// The text without what can only deceive (`Unicode.Scalar.isDeceptive`), and without what is seen nowhere: byte order marks,
  /// spaces without a width, soft hyphens. Lines end in LF, whether they ended in CRLF, CR or LF; Unicode's own separators of
  /// lines are spaces.
  static func clean(_ text: String) -> String {
    // As nearly all texts are: no control, and no byte with which a scalar starts that may have to go.
    guard text.utf8.contains(where: isSuspect) else { return text }
    var scalars = String.UnicodeScalarView()
    var isBehindReturn = false
    for scalar in text.unicodeScalars {
      defer { isBehindReturn = scalar == "\r" }
      switch scalar.value {
      // It was written with the return before it.
      case 0x0A where isBehindReturn: break
      case 0x0D: scalars.append("\n")
      case 0x2028, 0x2029, 0x0B, 0x0C: scalars.append(" ")
      case 0x80..<0xA0: if let other = windows[Int(scalar.value) - 0x80] { scalars.append(other) }
      case 0xFEFF, 0x200B, 0xAD: break
      default: if !scalar.isDeceptive { scalars.append(scalar) }
      }
    }
    return String(scalars)
  }

  /// The same on one line; nil where nothing is left of it.
  static func line(_ text: String?) -> String? {
    guard let line = text.map({ clean($0).onOneLine }), !line.isEmpty else { return nil }
    return line
  }

  private static func isSuspect(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20..<0x7F, 0x80..<0xC2, 0xC3..<0xE2, 0xE3..<0xEF, 0x09, 0x0A: false
    default: true
    }
  }
}
