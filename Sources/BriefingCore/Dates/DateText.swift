/// A text as dates are looked for in it: scalars, of which those that write the same are one.
struct DateText {
  let scalars: [Unicode.Scalar]

  /// Takes a text: full-width digits and punctuation as ASCII, every space as ` `.
  init(_ text: some StringProtocol) { self.init(text.unicodeScalars) }

  /// Takes scalars. Whoever wants a part of a text cuts these: to find the ends of characters may take a look at all of it.
  init(_ scalars: some Sequence<Unicode.Scalar>) { self.scalars = scalars.map(Self.plain) }

  /// Whether a date can stand in it at all: each has a number of four digits or more.
  var hasYear: Bool {
    var count = 0
    for scalar in scalars {
      count = Self.isDigit(scalar) ? count + 1 : 0
      if count == 4 { return true }
    }
    return false
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
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    // Hyphens that are no dashes.
    case 0x2010, 0x2011: "-"
    default: scalar
    }
  }
}
