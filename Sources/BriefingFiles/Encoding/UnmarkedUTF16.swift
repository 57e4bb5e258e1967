/// Tells UTF-16 without a byte-order mark, as PowerShell and databases write it, by the zeros in it.
///
/// Of text that is mostly ASCII every second byte is zero. Binary data can have as many; but text has no control characters
/// besides those for white space, and no halves of surrogates by themselves, and of 16-bit numbers some would be such.
enum UnmarkedUTF16 {
  /// Bytes at the start of which one is zero, or nothing more is looked at: every file is asked.
  private static let glance = 64

  /// Whether the first byte of each unit is the high one; nil where the block is not UTF-16 that is mostly ASCII.
  static func isBigEndian(_ block: UnsafeRawBufferPointer) -> Bool? {
    guard block.count >= 4, block.prefix(glance).contains(0) else { return nil }
    if isText(block, isBig: false) { return false }
    return isText(block, isBig: true) ? true : nil
  }

  private static func isText(_ block: UnsafeRawBufferPointer, isBig: Bool) -> Bool {
    var ascii = 0
    var isBehindHigh = false
    let units = block.count / 2
    for unit in 0..<units {
      let (first, second) = (UInt16(block[2 * unit]), UInt16(block[2 * unit + 1]))
      let value = isBig ? first << 8 | second : second << 8 | first
      let isLow = 0xDC00..<0xE000 ~= value
      guard isLow == isBehindHigh else { return false }
      isBehindHigh = 0xD800..<0xDC00 ~= value
      switch value {
      case 0x09...0x0D, 0x20..<0x7F: ascii += 1
      case ..<0xA0, 0xFDD0..<0xFDF0, 0xFFFE...: return false
      default: break
      }
    }
    return ascii * 2 > units
  }
}
