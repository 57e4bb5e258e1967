/// Where a file says how it is encoded: `charset: …`, `encoding: …` or `coding: …` in front matter or a line of its own,
/// `charset=…` in HTML, and Emacs's `-*- coding: … -*-`.
enum EncodingDeclaration {
  /// Bytes at the start that are looked at.
  private static let reach = 1024
  /// Bytes of a name at most.
  private static let longestName = 40

  /// The name that is declared, in upper case; nil where none is, or where it is UTF-8, which is what was tried.
  static func name(in bytes: [UInt8]) -> String? {
    let start = bytes.prefix(reach).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
    for key in ["charset", "encoding", "coding"] {
      var at = 0
      while let found = first(Array(key.utf8), in: start, from: at) {
        at = found + key.utf8.count
        guard found == 0 || !isNameByte(start[found - 1]), let name = value(start, from: at) else { continue }
        return ["UTF-8", "UTF8"].contains(name) ? nil : name
      }
    }
    return nil
  }

  /// The name after a key, a colon or equals sign, and perhaps a quote.
  private static func value(_ bytes: [UInt8], from start: Int) -> String? {
    var at = start
    func skip(_ isSkipped: (UInt8) -> Bool) { while at < bytes.count, isSkipped(bytes[at]) { at += 1 } }
    skip { $0 == 0x20 || $0 == UInt8(ascii: "\"") }
    guard at < bytes.count, bytes[at] == UInt8(ascii: ":") || bytes[at] == UInt8(ascii: "=") else {
      return nil
    }
    at += 1
    skip { $0 == 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let name = bytes[at...].prefix(while: isNameByte)
    guard (3...longestName).contains(name.count) else { return nil }
    return String(decoding: name, as: UTF8.self).uppercased()
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || 0x30...0x39 ~= byte || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func first(_ needle: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var at = start
    while at + needle.count <= bytes.count {
      if bytes[at..<at + needle.count].elementsEqual(needle) { return at }
      at += 1
    }
    return nil
  }
}
