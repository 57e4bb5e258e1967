extension FrontMatter {
  /// Bytes of front matter at most, its first and last line included; a larger block is body.
  static let limit = 64 * 1024

  /// Blocks one after another at most.
  private static let blockLimit = 4

  /// Reads the front matter of a file; nil where there is none, and then all of the file is body.
  ///
  /// It starts on line 1, after an optional byte order mark, in one of the forms of ``FrontMatterForm``; lines of `---` or
  /// `+++` also after blank lines. Where the whole
  /// file stands in a fence of Markdown, as models answer, it starts in there. A second block right after the first
  /// belongs to it. What is not valid YAML, TOML or JSON still counts where it clearly is meant as such, entry by entry.
  init?(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // Models start with a blank line now and then; what has no key that is known is then text.
    let isBehindBlank = start < bytes.count && [0x0A, 0x0D].contains(bytes[start])
    guard isBehindBlank || FrontMatterForm.canStart(bytes, start) else { return nil }
    (entries, warnings, end) = ([], [], start)
    let wrapper = MarkdownFence(bytes, from: start)
    if let wrapper { (end, bodyEnd) = (wrapper.content.lowerBound, wrapper.content.upperBound) }
    let limit = end + Self.limit
    for number in 0..<Self.blockLimit {
      guard
        let found = FrontMatterForm.block(
          in: bytes, from: end, limit: limit, isFirst: number == 0 && !isBehindBlank)
      else { break }
      entries += found.entries.map {
        var entry = $0
        entry.block = number
        return entry
      }
      warnings += found.warnings
      end = found.end
      guard found.mayRepeat else { break }
    }
    if let bodyEnd { end = min(end, bodyEnd) }
    if end == start { return nil }
  }

  /// What to say where a file starts with what is clearly meant as front matter and is too large for it; nil
  /// everywhere else.
  static func oversizeWarning(_ bytes: [UInt8]) -> Metadata.Warning? {
    guard bytes.count > limit else { return nil }
    for mark in [UInt8(ascii: "-"), UInt8(ascii: "+")] {
      guard FenceLines(bytes, mark, from: 0, limit: limit) == nil,
        let fences = FenceLines(bytes, mark, from: 0, limit: bytes.count)
      else { continue }
      let start = String(decoding: bytes[fences.content].prefix(limit), as: UTF8.self)
      let isMeant =
        mark == UInt8(ascii: "-")
        ? FrontMatterChunk.split(start) != nil : !TOMLReader.entries(of: start, firstLine: 2).entries.isEmpty
      guard isMeant else { continue }
      let size = (fences.content.count + 999) / 1000
      return Metadata.Warning(
        line: 1,
        message: "front matter of \(size) kB is read as text; move what is long behind its closing line, "
          + "\(limit / 1024) kB is the most")
    }
    return nil
  }
}
