/// Lines of `#+TITLE: …` and `#+DATE: <2026-07-14 Tue>`, as files have that were made from Org's.
enum OrgHeader {
  /// Whether they can start at an offset where a `#` stands.
  static func canStart(_ bytes: [UInt8], _ start: Int) -> Bool {
    start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "+")
  }

  /// The lines from an offset on; nil where they have no key that is known.
  static func block(in bytes: [UInt8], from start: Int, limit: Int) -> FrontMatterBlock? {
    let limit = min(limit, bytes.count)
    var entries: [FrontMatter.Entry] = []
    var at = start
    var number = SourceLine.number(of: start, in: bytes)
    while at < limit, let entry = entry(bytes[SourceLine(bytes, at: at, limit: limit).content], number) {
      entries.append(entry)
      number += 1
      at = SourceLine(bytes, at: at, limit: limit).end(limit: limit)
    }
    // Lines that were cut by the limit may go on.
    guard at < limit || limit == bytes.count, MetadataKey.isPlausible(entries) else { return nil }
    return FrontMatterBlock(entries: entries, end: at)
  }

  private static func entry(_ line: ArraySlice<UInt8>, _ number: Int) -> FrontMatter.Entry? {
    guard line.starts(with: "#+".utf8), let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = line[(line.startIndex + 2)..<colon]
    guard 1...40 ~= key.count, key.allSatisfy({ 0x61...0x7A ~= $0 | 0x20 || $0 == UInt8(ascii: "_") }) else {
      return nil
    }
    var value = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmingSpaces
    // Org's dates stand in brackets, angle ones where they are for its calendar.
    if let first = value.first, let last = value.last, value.count > 2,
      first == "<" && last == ">" || first == "[" && last == "]"
    {
      value = String(value.dropFirst().dropLast())
    }
    return FrontMatter.Entry(
      key: String(decoding: key, as: UTF8.self), value: value.isEmpty ? .empty : .text(value), line: number)
  }
}
