/// A tag of raw HTML: its name and attributes.
package struct HTMLTag {
  /// In lower case.
  package let name: String
  /// Whether it is `</name>`.
  package let isEnd: Bool
  private let bytes: [UInt8]

  /// Takes a tag from its bytes, `<` to `>`; nil for comments and whatever else is not a tag.
  package init?(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    guard bytes.count > 2, bytes[0] == UInt8(ascii: "<") else { return nil }
    isEnd = bytes[1] == UInt8(ascii: "/")
    let start = isEnd ? 2 : 1
    guard bytes[start].isLetter else { return nil }
    let name = bytes[start...].prefix { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
    self.name = String(decoding: name.map(\.lowercased), as: UTF8.self)
    self.bytes = bytes
  }

  /// The value of an attribute, references in it replaced; empty where it has none, nil where it is not there.
  ///
  /// - Parameter wanted: Its name in lower case.
  package func attribute(_ wanted: String) -> String? {
    var position = 1 + name.utf8.count
    let wanted = Array(wanted.utf8)
    while position < bytes.count {
      guard !isEnd, isNameByte(bytes[position]) else {
        position += 1
        continue
      }
      let nameStart = position
      while position < bytes.count, isNameByte(bytes[position]) { position += 1 }
      let found = bytes[nameStart..<position]
      var value = position..<position
      var equals = position
      while equals < bytes.count, bytes[equals].isWhitespace { equals += 1 }
      if equals < bytes.count, bytes[equals] == UInt8(ascii: "=") {
        value = self.value(from: equals + 1)
        position = max(value.upperBound, equals + 1)
        if position < bytes.count,
          bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
        {
          position += 1
        }
      }
      if found.count == wanted.count, zip(found, wanted).allSatisfy({ $0.lowercased == $1 }) {
        return String(decoding: bytes[value], as: UTF8.self).replacingCharacterReferences()
      }
    }
    return nil
  }

  private func value(from start: Int) -> Range<Int> {
    var start = start
    while start < bytes.count, bytes[start].isWhitespace { start += 1 }
    guard start < bytes.count else { return start..<start }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = bytes[(start + 1)...].firstIndex(of: quote) ?? bytes.count
      return start + 1..<end
    }
    let end = bytes[start...].firstIndex { $0.isWhitespace || $0 == UInt8(ascii: ">") } ?? bytes.count
    return start..<end
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }
}
