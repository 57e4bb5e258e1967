import CommonMark

/// Text between tags.
enum MarkupText {
  /// Bytes with their character references replaced: HTML's own, by name or number, and none that a document declares.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    return String(decoding: closingReferences(bytes), as: UTF8.self).replacingCharacterReferences()
  }

  /// The names that HTML also takes without a semicolon, as far as they are met.
  private static let open = ["nbsp", "amp", "lt", "gt", "quot", "copy", "reg"].map { Array($0.utf8) }

  /// The bytes with semicolons behind references that lack them.
  private static func closingReferences(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var closed: [UInt8] = []
    closed.reserveCapacity(bytes.count + 8)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      closed.append(byte)
      at += 1
      guard byte == UInt8(ascii: "&"), at < bytes.endIndex else { continue }
      var end = at
      if bytes[at] == UInt8(ascii: "#") {
        end += 1
        while end < bytes.endIndex, end < at + 9, bytes[end].isAlphanumeric { end += 1 }
        guard end > at + 1,
          bytes[at + 1..<end].dropFirst(bytes[at + 1] | 0x20 == UInt8(ascii: "x") ? 1 : 0).allSatisfy(
            isHexadecimal)
        else { continue }
      } else {
        while end < bytes.endIndex, end < at + 8, bytes[end].isAlphanumeric { end += 1 }
        guard open.contains(where: { $0.elementsEqual(bytes[at..<end]) }) else { continue }
      }
      guard end == bytes.endIndex || bytes[end] != UInt8(ascii: ";") else { continue }
      // `&copy=` of an address is none.
      if end < bytes.endIndex, bytes[end] == UInt8(ascii: "=") { continue }
      closed += bytes[at..<end]
      closed.append(UInt8(ascii: ";"))
      at = end
    }
    return closed
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool { byte.isDigit || 0x61...0x66 ~= byte | 0x20 }
}
