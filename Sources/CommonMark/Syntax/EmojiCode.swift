/// An emoji's name between colons: `:tada:`.
struct EmojiCode {
  /// The bytes from colon to colon.
  let length: Int
  /// Where the emoji stands in ``EmojiCodeNames/table``.
  private let emoji: Range<Int>

  /// The longest name has some 60 bytes.
  private static let maximumNameLength = 64

  /// Reads the code whose first colon is at `start`; nil where there is none. Letters, digits and colons beside it make it
  /// something else: `10:100:20`, `a:b:c`.
  init?(_ text: Span<UInt8>, at start: Int) {
    if start > 0, Self.joins(text[start - 1]) { return nil }
    var end = start + 1
    let limit = min(text.count, end + Self.maximumNameLength)
    while end < limit, Self.isNameByte(text[end]) { end += 1 }
    guard end > start + 1, end < text.count, text[end] == UInt8(ascii: ":"),
      end + 1 == text.count || !Self.joins(text[end + 1]),
      let emoji = Self.lookUp(text.extracting(start + 1..<end + 1))
    else { return nil }
    self.emoji = emoji
    length = end + 1 - start
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isDigit || (byte.isLetter && byte == byte.lowercased) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
  }

  private static func joins(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte == UInt8(ascii: ":") }

  /// Finds a name with its colon.
  private static func lookUp(_ name: Span<UInt8>) -> Range<Int>? {
    let utf8 = EmojiCodeNames.table.utf8
    let table = utf8.span
    return NameTable.value(of: name, in: table).map { $0..<table.endOfLine(from: $0) }
  }

  /// Appends the emoji as UTF-8.
  func append(to bytes: inout [UInt8]) {
    let utf8 = EmojiCodeNames.table.utf8
    let table = utf8.span
    for index in emoji { bytes.append(table[index]) }
  }
}
