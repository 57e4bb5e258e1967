/// Lines of `.. title: …` in a comment of HTML, as Nikola has them.
enum NikolaComment {
  /// The comment that starts at an offset; nil where it has other lines, or says too little to be meant so.
  static func block(in bytes: [UInt8], from start: Int, limit: Int) -> FrontMatterBlock? {
    let limit = min(limit, bytes.count)
    let first = SourceLine(bytes, at: start, limit: limit)
    guard text(of: first, in: bytes) == "<!--", var at = first.next else { return nil }
    var entries: [FrontMatter.Entry] = []
    var number = SourceLine.number(of: at, in: bytes)
    while true {
      let line = SourceLine(bytes, at: at, limit: limit)
      let text = text(of: line, in: bytes)
      if text == "-->" {
        guard MetadataKey.isPlausible(entries) else { return nil }
        return FrontMatterBlock(entries: entries, end: line.end(limit: limit))
      }
      if !text.isEmpty {
        guard text.hasPrefix(".. "), let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
          return nil
        }
        let key = String(text[..<colon].dropFirst(3))
        let value = String(text[text.index(after: colon)...]).trimmingSpaces
        guard 1...40 ~= key.utf8.count else { return nil }
        entries.append(
          FrontMatter.Entry(key: key, value: value.isEmpty ? .empty : .text(value), line: number))
      }
      guard let next = line.next else { return nil }
      at = next
      number += 1
    }
  }

  private static func text(of line: SourceLine, in bytes: [UInt8]) -> String {
    String(decoding: bytes[line.content], as: UTF8.self).trimmingSpaces
  }
}
