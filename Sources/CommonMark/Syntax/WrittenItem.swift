/// Lines that their author has made items of a list by signs that Markdown does not know: they stay lines of their own
/// (``Extensions/keptLines``).
///
/// Bullets (`•`, `・`, `■` …) of mail and of Chinese, Japanese and Korean letters, circled numbers, and `1、`.
enum WrittenItem {
  /// Whether such an item starts at an offset; nearly every line of others is done with after its first byte.
  static func starts(_ text: Span<UInt8>, at start: Int) -> Bool {
    guard start < text.count else { return false }
    if text[start].isDigit {
      var end = start
      while end < text.count, end - start < 3, text[end].isDigit { end += 1 }
      return text.hasBytes(0xE3, 0x80, 0x81, at: end)
    }
    guard text[start] == 0xE2 || text[start] == 0xE3,
      let scalar = text.scalar(at: start, to: min(start + 4, text.count))
    else { return false }
    switch scalar.value {
    // Bullets, the reference mark, arrows and geometric shapes that lists are made with, and circled numbers.
    case 0x2022, 0x2023, 0x25E6, 0x203B, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25B7, 0x25BA, 0x25BC,
      0x25C6,
      0x25C7, 0x25CB, 0x25CE, 0x25CF, 0x2605, 0x2606, 0x30FB, 0x2460...0x2473, 0x2776...0x277F:
      return true
    default: return false
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether three bytes stand at an offset.
  fileprivate func hasBytes(_ first: UInt8, _ second: UInt8, _ third: UInt8, at start: Int) -> Bool {
    start + 2 < count && self[start] == first && self[start + 1] == second && self[start + 2] == third
  }
}
