/// The forms in which front matter is written.
enum FrontMatterForm {
  /// Whether front matter can start with the byte at an offset: nearly every file without leaves here.
  static func canStart(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard start < bytes.count else { return false }
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "`"),
      UInt8(ascii: "~"), UInt8(ascii: "<"):
      return true
    case UInt8(ascii: "#"): return OrgHeader.canStart(bytes, start)
    case let byte: return KeyLine.canStart(with: byte)
    }
  }

  /// The block that starts at an offset; nil where none does.
  ///
  /// - Parameters:
  ///   - limit: Where it ends at the latest.
  ///   - isFirst: Whether none stands before it: only blocks between lines of `---` or `+++` may follow one.
  static func block(in bytes: [UInt8], from start: Int, limit: Int, isFirst: Bool) -> FrontMatterBlock? {
    guard start < bytes.count else { return nil }
    guard isFirst else { return repeated(in: bytes, from: start, limit: limit) }
    switch bytes[start] {
    case UInt8(ascii: "-"):
      return LogseqBullet.block(in: bytes, from: start, limit: limit)
        ?? yaml(in: bytes, from: start, limit: limit)
    case UInt8(ascii: "+"): return toml(in: bytes, from: start, limit: limit)
    case UInt8(ascii: "{"): return json(in: bytes, from: start, limit: limit)
    case UInt8(ascii: "%"): return PandocTitle.block(in: bytes, from: start, limit: limit)
    case UInt8(ascii: "`"), UInt8(ascii: "~"): return fenced(in: bytes, from: start, limit: limit)
    case UInt8(ascii: "#"): return OrgHeader.block(in: bytes, from: start, limit: limit)
    case UInt8(ascii: "<"): return NikolaComment.block(in: bytes, from: start, limit: limit)
    default:
      return KeyLine.block(in: bytes, from: start, limit: limit)
        ?? UnopenedYAML.block(in: bytes, from: start, limit: limit)
    }
  }

  /// YAML between `---` lines; with nothing between them it says nothing, as Jekyll wants it, and is not a rule.
  private static func yaml(in bytes: [UInt8], from start: Int, limit: Int) -> FrontMatterBlock? {
    guard let fences = FenceLines(bytes, UInt8(ascii: "-"), from: start, limit: limit) else {
      return named(in: bytes, from: start, limit: limit)
    }
    let isEmpty = bytes[fences.content].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    if isEmpty { return FrontMatterBlock(entries: [], end: fences.end, mayRepeat: true) }
    let text = String(decoding: bytes[fences.content], as: UTF8.self)
    let line = SourceLine.number(of: fences.content.lowerBound, in: bytes)
    guard let found = FrontMatterReader(firstLine: line).read(text) else { return nil }
    return FrontMatterBlock(
      entries: found.entries, warnings: found.warnings, end: fences.end, mayRepeat: true)
  }

  /// Another form by its name behind the first line's marks: `---json`, `---toml`, `---js`, as Eleventy has them.
  private static func named(in bytes: [UInt8], from start: Int, limit: Int) -> FrontMatterBlock? {
    guard let fences = FenceLines(bytes, UInt8(ascii: "-"), from: start, limit: limit, isNamed: true) else {
      return nil
    }
    let found: (entries: [FrontMatter.Entry], warnings: [Metadata.Warning])?
    switch fences.name {
    case "toml": found = tomlEntries(of: fences.content, in: bytes)
    case "json", "yaml", "yml":
      let line = SourceLine.number(of: fences.content.lowerBound, in: bytes)
      found = FrontMatterReader(firstLine: line).read(
        JSONExtent.joiningSurrogates(String(decoding: bytes[fences.content], as: UTF8.self)))
    // An object of JavaScript, as far as it is YAML in braces too: plain keys and quoted texts are.
    case "js":
      let line = SourceLine.number(of: fences.content.lowerBound, in: bytes)
      found = FrontMatterReader(firstLine: line).readFlow(
        String(decoding: bytes[fences.content], as: UTF8.self))
    default: return nil
    }
    guard let found, !found.entries.isEmpty else { return nil }
    return FrontMatterBlock(
      entries: found.entries, warnings: found.warnings, end: fences.end, mayRepeat: true)
  }

  private static func toml(in bytes: [UInt8], from start: Int, limit: Int) -> FrontMatterBlock? {
    guard let fences = FenceLines(bytes, UInt8(ascii: "+"), from: start, limit: limit) else { return nil }
    let found = tomlEntries(of: fences.content, in: bytes)
    guard !found.entries.isEmpty else { return nil }
    return FrontMatterBlock(
      entries: found.entries, warnings: found.warnings, end: fences.end, mayRepeat: true)
  }

  private static func tomlEntries(
    of content: Range<Int>, in bytes: [UInt8]
  ) -> (entries: [FrontMatter.Entry], warnings: [Metadata.Warning]) {
    TOMLReader.entries(
      of: String(decoding: bytes[content], as: UTF8.self),
      firstLine: SourceLine.number(of: content.lowerBound, in: bytes))
  }

  /// A second block right after the first, perhaps after blank lines. It has a key that is known: a rule may follow too.
  private static func repeated(in bytes: [UInt8], from start: Int, limit: Int) -> FrontMatterBlock? {
    var at = start
    while true {
      let line = SourceLine(bytes, at: at, limit: bytes.count)
      guard line.isBlank(in: bytes) else { break }
      guard let next = line.next else { return nil }
      at = next
    }
    let found: FrontMatterBlock?
    switch bytes[at] {
    case UInt8(ascii: "-"): found = yaml(in: bytes, from: at, limit: limit)
    case UInt8(ascii: "+"): found = toml(in: bytes, from: at, limit: limit)
    default: return nil
    }
    guard let found, found.entries.contains(where: { MetadataKey($0) != nil }) else { return nil }
    return found
  }

  /// TOML, YAML or JSON in a fenced code block. A program's example may stand there too, so it has a title or a date, or two
  /// other keys that are known.
  private static func fenced(in bytes: [UInt8], from start: Int, limit: Int) -> FrontMatterBlock? {
    let limit = min(limit, bytes.count)
    let first = SourceLine(bytes, at: start, limit: limit)
    guard let open = CodeFence(bytes[first.content]), var at = first.next else { return nil }
    let contentStart = at
    while true {
      let line = SourceLine(bytes, at: at, limit: limit)
      if CodeFence(bytes[line.content])?.closes(open) == true { break }
      guard let next = line.next else { return nil }
      at = next
    }
    let content = contentStart..<at
    let end = SourceLine(bytes, at: at, limit: limit).end(limit: limit)
    let found: (entries: [FrontMatter.Entry], warnings: [Metadata.Warning])?
    switch open.info {
    case "toml": found = tomlEntries(of: content, in: bytes)
    case "yaml", "yml", "json":
      found = FrontMatterReader(firstLine: SourceLine.number(of: contentStart, in: bytes)).read(
        String(decoding: bytes[content], as: UTF8.self))
    default: return nil
    }
    guard let found, MetadataKey.isPlausible(found.entries) else { return nil }
    return FrontMatterBlock(entries: found.entries, warnings: found.warnings, end: end)
  }

  /// JSON from a `{` that starts the file to the `}` that ends it, with nothing else on that line. JSON is YAML but for the
  /// pairs of surrogates in its escapes.
  private static func json(in bytes: [UInt8], from start: Int, limit: Int) -> FrontMatterBlock? {
    guard let close = JSONExtent.end(in: bytes, from: start, limit: limit) else { return nil }
    let line = SourceLine(bytes, at: close, limit: bytes.count)
    guard line.isBlank(in: bytes) else { return nil }
    let text = JSONExtent.joiningSurrogates(String(decoding: bytes[start..<close], as: UTF8.self))
    let firstLine = SourceLine.number(of: start, in: bytes)
    guard let found = FrontMatterReader(firstLine: firstLine).readFlow(text),
      found.entries.contains(where: { MetadataKey($0) != nil })
    else { return nil }
    return FrontMatterBlock(
      entries: found.entries, warnings: found.warnings, end: line.end(limit: bytes.count))
  }
}
