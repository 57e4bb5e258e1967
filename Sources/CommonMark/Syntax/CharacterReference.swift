/// An entity or numeric character reference (section 2.5).
struct CharacterReference {
  /// What it stands for: one scalar, or two.
  var scalars: (Unicode.Scalar, Unicode.Scalar?)
  /// The bytes from `&` to `;`.
  var length: Int

  /// Reads the reference whose `&` is at `start`; nil where there is none.
  init?(_ text: Span<UInt8>, at start: Int) {
    guard start + 2 < text.count else { return nil }
    if text[start + 1] == UInt8(ascii: "#") {
      self.init(numeric: text, at: start)
    } else {
      self.init(named: text, at: start)
    }
  }

  private init?(numeric text: Span<UInt8>, at start: Int) {
    var position = start + 2
    let isHexadecimal = text[position].lowercased == UInt8(ascii: "x")
    if isHexadecimal { position += 1 }
    let firstDigit = position
    let limit = min(text.count, firstDigit + (isHexadecimal ? 6 : 7))
    var value: UInt32 = 0
    while position < limit {
      guard let digit = text[position].hexadecimalValue, isHexadecimal || digit < 10 else { break }
      value = value * (isHexadecimal ? 16 : 10) + digit
      position += 1
    }
    guard position > firstDigit, position < text.count, text[position] == UInt8(ascii: ";") else {
      return nil
    }
    // Zero and what is not a scalar become the replacement character.
    scalars = (Unicode.Scalar(value == 0 ? 0xFFFD : value) ?? "\u{FFFD}", nil)
    length = position + 1 - start
  }

  /// The longest name, `CounterClockwiseContourIntegral`, has 31 letters.
  private static let maximumNameLength = 31

  private init?(named text: Span<UInt8>, at start: Int) {
    var end = start + 1
    let limit = min(text.count, end + Self.maximumNameLength + 1)
    while end < limit, text[end].isAlphanumeric { end += 1 }
    guard end > start + 1, end < limit, text[end] == UInt8(ascii: ";"),
      let scalars = Self.lookUp(text.extracting(start + 1..<end + 1))
    else { return nil }
    self.scalars = scalars
    length = end + 1 - start
  }

  /// Finds a name with its semicolon, which sorts after digits and before letters in the table as well.
  private static func lookUp(_ name: Span<UInt8>) -> (Unicode.Scalar, Unicode.Scalar?)? {
    let utf8 = CharacterReferenceNames.table.utf8
    let table = utf8.span
    return NameTable.value(of: name, in: table).flatMap { scalars(in: table, from: $0) }
  }

  private static func scalars(in table: Span<UInt8>, from start: Int) -> (Unicode.Scalar, Unicode.Scalar?)? {
    var values: (UInt32, UInt32) = (0, 0)
    var position = start
    while position < table.count, table[position] != UInt8(ascii: "\n") {
      if let digit = table[position].hexadecimalValue {
        values.1 = values.1 * 16 + digit
      } else {
        values = (values.1, 0)
      }
      position += 1
    }
    if values.0 == 0 { return Unicode.Scalar(values.1).map { ($0, nil) } }
    guard let first = Unicode.Scalar(values.0) else { return nil }
    return (first, Unicode.Scalar(values.1))
  }

  /// Appends what it stands for as UTF-8.
  func append(to bytes: inout [UInt8]) {
    bytes.append(contentsOf: scalars.0.utf8)
    if let second = scalars.1 { bytes.append(contentsOf: second.utf8) }
  }
}

/// Backslash escapes and character references, as links and info strings have them (sections 2.4 and 2.5).
enum Unescaping {
  /// Appends `text` with its references replaced, and nothing else.
  static func appendReferences(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    var position = 0
    while position < text.count {
      if text[position] == UInt8(ascii: "&"), let reference = CharacterReference(text, at: position) {
        reference.append(to: &bytes)
        position += reference.length
      } else {
        bytes.append(text[position])
        position += 1
      }
    }
  }

  /// Appends `text` with its escapes and references replaced.
  static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "\\"), position + 1 < text.count, text[position + 1].isPunctuation {
        bytes.append(text[position + 1])
        position += 2
      } else if byte == UInt8(ascii: "&"), let reference = CharacterReference(text, at: position) {
        reference.append(to: &bytes)
        position += reference.length
      } else {
        bytes.append(byte)
        position += 1
      }
    }
  }
}
