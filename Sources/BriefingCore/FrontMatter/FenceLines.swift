/// A block between two lines of three marks: `---` (or `...` at its end) or `+++`.
struct FenceLines {
  /// What stands between them.
  let content: Range<Int>
  /// Behind the closing line.
  let end: Int
  /// What stands behind the marks of the first line, in lower case; empty as a rule.
  let name: String

  /// Finds the block; nil where its first line is not at `start`, or its last not within `limit`.
  ///
  /// - Parameter isNamed: Whether a name of a few letters stands right behind the first line's marks.
  init?(_ bytes: [UInt8], _ mark: UInt8, from start: Int, limit: Int, isNamed: Bool = false) {
    let start = start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
    let limit = min(bytes.count, limit)
    // Nearly every file without front matter leaves here, after one comparison.
    guard isNamed || Self.isFence(bytes, start, limit, mark) else { return nil }
    let line = SourceLine(bytes, at: start, limit: limit)
    var letters: ArraySlice<UInt8> = []
    if isNamed {
      guard bytes[line.content].starts(with: [mark, mark, mark]) else { return nil }
      letters = bytes[line.content].dropFirst(3)
      guard 2...4 ~= letters.count, letters.allSatisfy({ 0x61...0x7A ~= $0 | 0x20 }) else { return nil }
    }
    name = String(decoding: letters, as: UTF8.self).lowercased()
    guard var at = line.next else { return nil }
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
