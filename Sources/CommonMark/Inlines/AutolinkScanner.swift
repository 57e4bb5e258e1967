/// The grammar of autolinks in angle brackets (section 6.5). Returns the offset after `>`, or nil.
enum AutolinkScanner {
  /// `<scheme:…>`.
  static func uri(_ text: Span<UInt8>, from start: Int) -> Int? {
    var position = start + 1
    guard position < text.count, text[position].isLetter else { return nil }
    while position < text.count, isSchemeByte(text[position]) { position += 1 }
    let length = position - start - 1
    guard (2...32).contains(length), position < text.count, text[position] == UInt8(ascii: ":") else {
      return nil
    }
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: ">") { return position + 1 }
      // NUL stands for U+FFFD.
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: " ") || byte.isControl, byte != 0 { return nil }
      position += 1
    }
    return nil
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static let localPart = ByteSet(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+/=?^_`{|}~-")

  /// `<local@label.label>`, as HTML5's regular expression has it.
  static func mailAddress(_ text: Span<UInt8>, from start: Int) -> Int? {
    var position = start + 1
    while position < text.count, localPart.contains(text[position]) { position += 1 }
    guard position > start + 1, position < text.count, text[position] == UInt8(ascii: "@") else { return nil }
    repeat {
      let label = position + 1
      position = label
      while position < text.count, text[position].isAlphanumeric || text[position] == UInt8(ascii: "-") {
        position += 1
      }
      let length = position - label
      guard (1...63).contains(length), text[label] != UInt8(ascii: "-"),
        text[position - 1] != UInt8(ascii: "-")
      else { return nil }
    } while position < text.count && text[position] == UInt8(ascii: ".")
    return position < text.count && text[position] == UInt8(ascii: ">") ? position + 1 : nil
  }
}
