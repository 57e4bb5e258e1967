/// YAML that ends with a line of `---` and starts without one, as old posts of Hexo have it.
enum UnopenedYAML {
  /// The block at the start of a file; nil where a line before the first `---` is no entry, no item and not set in.
  ///
  /// A heading may be underlined so, `Note: more` and `---`: there are two lines at least, with a title or a date.
  static func block(in bytes: [UInt8], from start: Int, limit: Int) -> FrontMatterBlock? {
    let limit = min(limit, bytes.count)
    var at = start
    var lines = 0
    while true {
      let line = SourceLine(bytes, at: at, limit: limit)
      let text = bytes[line.content]
      if text.count >= 3, text.allSatisfy({ $0 == UInt8(ascii: "-") }) { break }
      guard let first = text.first, let next = line.next,
        first == 0x20 || first == 0x09 || first == UInt8(ascii: "-") || KeyLine.isEntry(text)
      else { return nil }
      lines += 1
      at = next
    }
    guard lines > 1,
      let found = FrontMatterReader(firstLine: SourceLine.number(of: start, in: bytes)).read(
        String(decoding: bytes[start..<at], as: UTF8.self)),
      MetadataKey.isPlausible(found.entries)
    else { return nil }
    let end = SourceLine(bytes, at: at, limit: limit).end(limit: limit)
    return FrontMatterBlock(entries: found.entries, warnings: found.warnings, end: end)
  }
}
