import CommonMark

extension Document {
  /// The text of a code block as it is shown: where its fence says `ansi`, without the sequences that set colours and clear
  /// lines (ECMA-48, `CSI … m` and `CSI … K`). Every other control stays, and becomes a visible sign.
  func shownCode(of block: BlockID) -> String { String(decoding: shownCodeBytes(of: block), as: UTF8.self) }

  /// The same as UTF-8: code may be as long as its file, and a string would be a copy.
  func shownCodeBytes(of block: BlockID) -> [UInt8] {
    let bytes = literalBytes(of: block)
    guard extensions.contains(.htmlElements), bytes.contains(0x1B),
      info(of: block).split(maxSplits: 1, whereSeparator: \.isWhitespace).first?.lowercased() == "ansi"
    else { return bytes }
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x1B, let end = Self.colourEnd(bytes, at) {
        at = end
      } else {
        kept.append(bytes[at])
        at += 1
      }
    }
    return kept
  }

  /// Behind the sequence that starts at an escape; nil where it is none of those that are dropped.
  private static func colourEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "[") else { return nil }
    var end = start + 2
    while end < bytes.count, end - start < 64, 0x30...0x3F ~= bytes[end] { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "m") || bytes[end] == UInt8(ascii: "K") else {
      return nil
    }
    return end + 1
  }
}
