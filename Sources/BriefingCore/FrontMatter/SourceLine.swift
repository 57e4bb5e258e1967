/// Goes through the lines of a part of a file.
struct SourceLine {
  /// The line without its ending.
  let content: Range<Int>
  /// Where the next line starts; nil where the part has no more.
  let next: Int?

  /// The line that starts at an offset.
  init(_ bytes: [UInt8], at start: Int, limit: Int) {
    let limit = min(limit, bytes.count)
    let end = bytes[start..<limit].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? limit
    content = start..<end
    guard end < limit else {
      next = nil
      return
    }
    let isCRLF = bytes[end] == 0x0D && end + 1 < limit && bytes[end + 1] == 0x0A
    next = end + (isCRLF ? 2 : 1) < limit ? end + (isCRLF ? 2 : 1) : nil
  }

  /// Where the text after the line starts, for a line within a part: the end of the part where nothing follows.
  func end(limit: Int) -> Int { next ?? limit }

  /// Whether it has nothing but white space.
  func isBlank(in bytes: [UInt8]) -> Bool { bytes[content].allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// The 1-based number of the line that starts at an offset.
  static func number(of start: Int, in bytes: [UInt8]) -> Int {
    var number = 1
    var at = 0
    while at < start {
      let line = SourceLine(bytes, at: at, limit: bytes.count)
      guard let next = line.next, next <= start else { break }
      number += 1
      at = next
    }
    return number
  }
}
