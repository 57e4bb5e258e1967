/// A text as dates are looked for in it: scalars, of which those that write the same are one.
struct DateText {
  let scalars: [Unicode.Scalar]

  /// Takes a text: full-width punctuation and the digits of every script as ASCII, every space as ` `.
  init(_ text: some StringProtocol) { self.init(text.unicodeScalars) }

  /// Takes scalars. Whoever wants a part of a text cuts these: to find the ends of characters may take a look at all of it.
  init(_ scalars: some Sequence<Unicode.Scalar>) {
    var isNagari = false
    let plain = scalars.map { scalar in
      isNagari = isNagari || 0x966...0x96F ~= scalar.value
      return Self.plain(scalar)
    }
    self.scalars = isNagari && Self.hasNepaleseYear(plain) ? Array(scalars) : plain
  }

  /// Whether a year is of Nepal's era, which is 57 ahead: in the digits of Hindi `२०८३` is 2026, and no year of ours.
  private static func hasNepaleseYear(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.split { !isDigit($0) }.contains { digits in
      digits.count == 4 && 2040...2199 ~= digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
    }
  }

  /// Whether a date can stand in a text at all, by its bytes: each has a year of four digits, or starts with one. Of most
  /// names, headings and lines this says no, and they cost nothing more.
  static func canStand(in text: some StringProtocol) -> Bool {
    var (count, year) = (0, 0)
    var (beforeLast, last): (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      defer { (beforeLast, last) = (last, byte) }
      if 0x30...0x39 ~= byte {
        count += 1
        if count <= 4 { year = year * 10 + Int(byte - 0x30) }
      } else {
        // Full-width digits start with this byte; those of Arabic and Persian have two, those from India to Burma three;
        // and a year of an era ends with 年.
        if byte == 0xEF || isYear(year, digits: count) || last == 0xD9 && 0xA0...0xA9 ~= byte
          || last == 0xDB && byte >= 0xB0 || last == 0xE5 && byte == 0xB9
          || beforeLast == 0xE0 && isDigit(last, byte) || beforeLast == 0xE1 && last == 0x81 && byte <= 0x89
        {
          return true
        }
        (count, year) = (0, 0)
      }
    }
    return isYear(year, digits: count)
  }

  /// Whether two bytes behind `E0` are a digit, of Hindi to Malayalam, Thai or Lao.
  private static func isDigit(_ second: UInt8, _ third: UInt8) -> Bool {
    switch second {
    case 0xB9, 0xBB: 0x90...0x99 ~= third
    case 0xA5...0xB5: second % 2 == 1 && 0xA6...0xAF ~= third
    default: false
    }
  }

  /// How far a date with a year of two digits has been seen.
  private enum ShortPart {
    case none, day, gap, month, secondGap, digit, year
  }

  /// Whether a day, letters and two digits stand somewhere in the first line of a text, as in `14-Jul-26`.
  static func canEndShort(_ text: some StringProtocol) -> Bool {
    var part = ShortPart.none
    for byte in text.utf8.prefix(80) {
      switch byte {
      case 0x30...0x39:
        part = part == .secondGap ? .digit : part == .digit ? .year : .day
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "'"):
        switch part {
        case .year: return true
        case .day, .gap: part = .gap
        case .month, .secondGap: part = .secondGap
        case .none, .digit: part = .none
        }
      default:
        if part == .year { return true }
        // An apostrophe may stand before the year: `’26`.
        if part != .secondGap || byte < 0x80 { part = part == .gap || part == .month ? .month : .none }
      }
    }
    return part == .year
  }

  /// Where the last digits start that can be a year, or a year with month, day and time; nil where there are none.
  /// Behind them no date starts. Years of eras count from their own start.
  static func lastYear(in scalars: [Unicode.Scalar]) -> Int? {
    if scalars.contains(where: { $0 == "年" }) { return scalars.count - 1 }
    var at = scalars.count
    while at > 0 {
      let end = at
      while at > 0, isDigit(scalars[at - 1]) { at -= 1 }
      if at < end {
        let year = scalars[at..<end].prefix(4).reduce(0) { $0 * 10 + Int($1.value - 0x30) }
        if isYear(year, digits: end - at) { return at }
      } else {
        at -= 1
      }
    }
    return nil
  }

  /// Whether digits can be a year, or a year with month, day and time after it.
  private static func isYear(_ year: Int, digits count: Int) -> Bool {
    switch count {
    case 4: DateScanner.years ~= year || DateScanner.buddhistYears ~= year
    case 6, 8, 12, 14: DateScanner.years ~= year
    default: false
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { 0x30...0x39 ~= scalar.value }

  static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
    0x41...0x5A ~= scalar.value || 0x61...0x7A ~= scalar.value
  }

  /// Whether it can be part of a month's name.
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    isASCIILetter(scalar)
      || scalar.value > 0x7F
        && (scalar.properties.isAlphabetic
          || scalar.properties.numericType == nil
            && scalar.properties.generalCategory == .nonspacingMark)
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0xA0, 0x2002...0x200A, 0x202F, 0x3000: " "
    case 0x660...0x669: Unicode.Scalar(scalar.value - 0x630) ?? scalar
    case 0x6F0...0x6F9: Unicode.Scalar(scalar.value - 0x6C0) ?? scalar
    case 0x60C: ","
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    // Hyphens that are not dashes.
    case 0x2010, 0x2011: "-"
    case 0x7C0...0x1C59:
      scalar.properties.numericType == .decimal
        ? Unicode.Scalar(0x30 + UInt8(scalar.properties.numericValue ?? 0)) : scalar
    default: scalar
    }
  }
}
