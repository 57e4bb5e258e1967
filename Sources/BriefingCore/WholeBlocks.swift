import CommonMark

/// The blocks at the start of a file that stay as they are, whatever follows.
enum WholeBlocks {
  /// Parses the first bytes of a file as far as they are such blocks.
  ///
  /// - Parameter bytes: UTF-8, cut anywhere.
  /// - Returns: nil where none are certain: a fence may be around all of the file, or nothing says yet what the page is called.
  static func briefing(in bytes: [UInt8], of file: Briefing.FileFacts) -> Briefing? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // Whether a fence is around all of the file only its end tells.
    guard file.encodingProblem == nil, !MarkdownFence.mayStart(bytes, from: start),
      let end = bytes.lastIndex(of: UInt8(ascii: "\n")),
      let all = try? Briefing(parsing: Array(bytes[...end]), file: file),
      // It goes on behind these bytes, or may.
      let last = lastClosable(in: all.document),
      let closed = try? Briefing(parsing: Self.bytes(bytes, before: last), file: file),
      let whole = withoutOpenMarks(closed, bytes, file),
      whole.hasFrontMatter == all.hasFrontMatter, !awaitsPeers(whole.document)
    else { return nil }
    return whole
  }

  /// What starts a comment or tag, and is text where that has no end.
  private static let openMarks = ["%%", "{%", "{{"]

  private static func isMarkStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "%") || byte == UInt8(ascii: "{")
  }

  /// The part of a briefing before the first thing that takes whole blocks with it where it is closed further on: a comment,
  /// a tag, a table between two lines of dashes.
  private static func withoutOpenMarks(
    _ briefing: Briefing, _ bytes: [UInt8], _ file: Briefing.FileFacts
  ) -> Briefing? {
    guard var last = firstMark(in: briefing.document) else { return briefing }
    let document = briefing.document
    // What follows a comment, which shows nothing, may define the paragraph before it.
    let before = lastClosable(in: document, upTo: BlockID(index: last.id.index - 1))
    if let before, before.kind == .paragraph { last = before }
    let part = try? Briefing(parsing: Self.bytes(bytes, before: last), file: file)
    return part.flatMap { firstMark(in: $0.document) == nil ? $0 : nil }
  }

  /// The block in which the first of these stands, of the document's own.
  private static func firstMark(in document: Document) -> Block? {
    var reader = LeafReader(document)
    let marked = document.blocks.first { block in
      if block.kind == .thematicBreak { return mayOpenTable(block, document) }
      guard block.kind.content == .inlines, document.source[block.range].contains(where: isMarkStart) else {
        return false
      }
      let text = reader.plainText(of: block.id)
      return openMarks.contains { text.contains($0) }
    }
    return marked.flatMap { lastClosable(in: document, upTo: $0.id) }
  }

  /// Whether a rule may be the first line of a table: it has gaps, or the names and a line with gaps come next.
  private static func mayOpenTable(_ rule: Block, _ document: Document) -> Bool {
    let line = document.source[rule.range]
    guard line.first == UInt8(ascii: "-") else { return false }
    let columns = line.split(separator: UInt8(ascii: " "))
    if columns.count > 1 { return columns.allSatisfy { $0.count > 2 } }
    guard let next = rule.next.map({ document[$0] }), case .table = next.kind else { return false }
    let between = document.source[rule.range.upperBound..<next.range.lowerBound]
    return between.count { $0 == UInt8(ascii: "\n") } < 2
  }

  /// Whether the first heading, below the first level, names the page unless another of its level follows.
  private static func awaitsPeers(_ document: Document) -> Bool {
    var levels = document.blocks.lazy.compactMap { block in
      if case .heading(let level) = block.kind { level } else { nil }
    }.makeIterator()
    guard let first = levels.next(), first > 1 else { return false }
    while let level = levels.next() { if level == first { return false } }
    return true
  }

  /// The last of the document's own blocks that can be left out with all behind it. A definition goes with its term, which is a
  /// paragraph without one, and a footnote may be written within the block before it.
  private static func lastClosable(in document: Document, upTo end: BlockID? = nil) -> Block? {
    document.blocks.reversed().first {
      $0.id <= end ?? $0.id && $0.parent == document.root && $0.kind != .definition
        && $0.kind != .footnoteDefinition
    }
  }

  /// The bytes of the lines before a block.
  private static func bytes(_ bytes: [UInt8], before block: Block) -> [UInt8] {
    let start = bytes[..<block.range.lowerBound].lastIndex {
      $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
    }
    return Array(bytes[..<(start.map { $0 + 1 } ?? 0)])
  }
}
