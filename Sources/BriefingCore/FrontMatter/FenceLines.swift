/// A block between two lines of three marks: `---` (or `...` at its end) or `+++`.
struct FenceLines {
  /// What stands between them.
  let content: Range<Int>
  /// Behind the closing line.
  let end: Int

  /// Finds the block; nil where its first line is not at `start`, or its last not within `limit`.
  init?(_ bytes: [UInt8], _ mark: UInt8, from start: Int, limit: Int) {
    let start = start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
    let limit = min(bytes.count, limit)
    // Nearly every file without front matter leaves here, after one comparison.
    guard Self.isFence(bytes, start, limit, mark), var at = SourceLine(bytes, at: start, limit: limit).next
    else {
      return nil
    }
    let first = at
    while true {
      if Self.isFence(bytes, at, limit, mark)
        || mark == UInt8(ascii: "-") && Self.isFence(bytes, at, limit, UInt8(ascii: "."))
      {
        content = first..<at
        end = SourceLine(bytes, at: at, limit: limit).next ?? limit
        return
      }
      guard let next = SourceLine(bytes, at: at, limit: limit).next else { return nil }
      at = next
    }
  }

  /// Whether the line that starts at `start` is three marks and nothing but white space.
  private static func isFence(_ bytes: [UInt8], _ start: Int, _ limit: Int, _ mark: UInt8) -> Bool {
    guard start + 3 <= limit, bytes[start] == mark, bytes[start + 1] == mark, bytes[start + 2] == mark else {
      return false
    }
    var at = start + 3
    while at < limit, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    // Cut by the limit is not ended by it.
    return at == bytes.count || (at < limit && (bytes[at] == 0x0A || bytes[at] == 0x0D))
  }
}
