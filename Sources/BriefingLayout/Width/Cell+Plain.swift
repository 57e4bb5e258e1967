extension Cell {
  /// Columns of a text that is drawn as it is, a cell for each scalar; nil for any other, which has to be made into cells.
  ///
  /// Those are texts of printable ASCII and of the letters and signs of Latin-1 and of Latin Extended-A and B, as most
  /// are: to know that takes one look at each byte.
  ///
  /// - Parameter text: UTF-8.
  package static func plainColumns(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    var columns = 0
    var at = 0
    while at < text.count {
      let byte = text[at]
      switch byte {
      case 0x20..<0x7F: at += 1
      // Not the space that does not break, nor the soft hyphen.
      case 0xC2 where at + 1 < text.count && text[at + 1] > 0xA0 && text[at + 1] != 0xAD: at += 2
      // Up to U+024F.
      case 0xC3...0xC8: at += 2
      case 0xC9 where at + 1 < text.count && text[at + 1] <= 0x8F: at += 2
      default: return nil
      }
      columns += 1
    }
    return columns
  }
}
