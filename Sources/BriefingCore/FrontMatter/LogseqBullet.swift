/// Logseq's properties where a page's first bullet has them, as its outlines do: `- title:: …`, `  date:: …`.
enum LogseqBullet {
  /// The block at the start of a file; nil where the first bullet says anything else, for then they are its own.
  static func block(in bytes: [UInt8], from start: Int, limit: Int) -> FrontMatterBlock? {
    let limit = min(limit, bytes.count)
    var entries: [FrontMatter.Entry] = []
    var at = start
    var number = SourceLine.number(of: start, in: bytes)
    while at < limit {
      let line = SourceLine(bytes, at: at, limit: limit)
      let text = bytes[line.content]
      guard let content = entries.isEmpty ? behindBullet(text) : withinBullet(text) else { break }
      guard let found = KeyLine.property(content) else { return nil }
      entries.append(
        FrontMatter.Entry(
          key: found.key, value: found.value.isEmpty ? .empty : .text(found.value), line: number))
      number += 1
      at = line.end(limit: limit)
    }
    guard at < limit || limit == bytes.count, entries.contains(where: { MetadataKey($0) != nil }) else {
      return nil
    }
    return FrontMatterBlock(entries: entries, end: at)
  }

  private static func behindBullet(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    line.starts(with: [UInt8(ascii: "-"), 0x20]) ? line.dropFirst(2) : nil
  }

  /// A further line of the bullet; nil for the next bullet, also one below it, and for everything behind a blank line.
  private static func withinBullet(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let content = line.drop { $0 == 0x20 || $0 == 0x09 }
    guard content.startIndex > line.startIndex, let first = content.first, first != UInt8(ascii: "-") else {
      return nil
    }
    return content
  }
}
