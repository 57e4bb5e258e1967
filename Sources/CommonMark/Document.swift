/// A parsed Markdown document: the source bytes and a flat table of its blocks.
///
/// Blocks are parsed at once; the inlines of a block when ``inlines(of:)`` asks for them, so that a reader of
/// a large file pays for what it shows.
public struct Document: Sendable {
  /// The bytes that were parsed, untouched.
  public let source: [UInt8]
  /// The part of `source` that is Markdown; what stands before it (front matter) is skipped.
  public let body: Range<Int>
  /// The constructs beyond CommonMark that were recognised.
  public let extensions: Extensions

  let maximumOpenMarks: Int
  let rows: BlockTable
  let lines: [LineRow]
  let references: References
  let lineIndex: LineIndex

  /// The largest source that is parsed, in bytes: the tables keep offsets in 30 bits.
  public static let maximumSize = 1 << 30 - 1

  /// Parses `source` from byte `start` on.
  ///
  /// - Parameter maximumBlocks: How many blocks it may have. One takes 28 bytes of memory at least, a cell of a table 4, and
  ///   two bytes of source can make one: a heading.
  /// - Parameter maximumOpenMarks: How many marks of one paragraph, heading or cell (brackets, runs of `*`, links, line
  ///   ends and so on) are kept because one in front of them may still be closed. A mark that is open for so many, or
  ///   for twice as many where none of them ends a line or a link, is text, and so is what would close it. A mark takes
  ///   about a hundred bytes of memory. CommonMark has no such limit; without one a paragraph can take 40 times its size.
  /// - Parameter onProgress: Told now and then up to which byte of the source it was parsed.
  /// - Throws: `CancellationError` when `isCancelled` returns true (it is asked between lines, now and then), and
  ///   ``DocumentError/tooLarge(byteCount:)`` beyond ``maximumSize``, and ``DocumentError/tooManyBlocks(limit:)`` at
  ///   the first block beyond `maximumBlocks`.
  public init(
    parsing source: [UInt8], from start: Int = 0, extensions: Extensions = .all, maximumBlocks: Int = .max,
    maximumOpenMarks: Int = .max, isCancelled: () -> Bool = { false }, onProgress: (Int) -> Void = { _ in }
  ) throws {
    guard source.count <= Self.maximumSize else { throw DocumentError.tooLarge(byteCount: source.count) }
    self.source = source
    self.body = min(start, source.count)..<source.count
    self.extensions = extensions
    self.maximumOpenMarks = max(1, maximumOpenMarks)
    var parser = BlockParser(
      extensions: extensions, maximumBlocks: maximumBlocks, maximumOpenMarks: max(1, maximumOpenMarks))
    try parser.parse(source.span, body, isCancelled: isCancelled, onProgress: onProgress)
    rows = parser.rows
    lines = parser.lines
    references = References(definitions: parser.definitions, footnotes: parser.footnotes)
    lineIndex = LineIndex(source)
  }

  /// Parses a text.
  ///
  /// - Throws: ``DocumentError/tooLarge(byteCount:)`` beyond ``maximumSize`` bytes of UTF-8.
  public init(_ markdown: String, extensions: Extensions = .all) throws {
    try self.init(parsing: Array(markdown.utf8), extensions: extensions)
  }

  /// The document itself, at the root of the tree.
  public var root: BlockID { BlockID(index: 0) }

  /// How many rows the table has, the document's own included.
  public var blockCount: Int { rows.count }

  /// The row of a block.
  public subscript(id: BlockID) -> Block {
    let row = rows[Int(id.index)]
    let child = Int(id.index) + 1
    let hasChildren = child < rows.count && rows[child].parent == id.index
    return Block(
      id: id, kind: row.kind, range: Int(row.start)..<Int(row.end),
      parent: row.parent < 0 ? nil : BlockID(index: row.parent),
      firstChild: hasChildren ? BlockID(index: id.index + 1) : nil,
      next: row.next < 0 ? nil : BlockID(index: row.next))
  }

  /// The text of a code or HTML block as the specification's HTML shows it, line endings as LF; empty for every
  /// other kind.
  public func literal(of block: BlockID) -> String {
    String(decoding: literalBytes(of: block), as: UTF8.self)
  }

  /// The same as UTF-8: a block may be as long as its file, and a string would be a copy.
  package func literalBytes(of block: BlockID) -> [UInt8] {
    var bytes: [UInt8] = []
    let row = rows[Int(block.index)]
    if row.flags.contains(.isSegmented), row.tag.isLiteral, row.second > 0 {
      let lines = lines[Int(row.first)..<Int(row.first + row.second)]
      // As it grew it would be copied, and for a moment be there twice.
      bytes.reserveCapacity(lines.reduce(0) { $0 + $1.padding + $1.end - $1.start + 1 })
    }
    appendLiteral(of: Int(block.index), to: &bytes)
    bytes.repair(from: 0)
    return bytes
  }

  /// Appends what ``literal(of:)`` says, as bytes that are not repaired.
  func appendLiteral(of index: Int, to bytes: inout [UInt8]) {
    let row = rows[index]
    guard row.tag.isLiteral, row.first >= 0 else { return }
    guard row.flags.contains(.isSegmented) else {
      bytes.append(contentsOf: source[Int(row.first)..<Int(row.second)])
      bytes.append(UInt8(ascii: "\n"))
      return
    }
    for line in lines[Int(row.first)..<Int(row.first + row.second)] {
      for _ in 0..<line.padding { bytes.append(UInt8(ascii: " ")) }
      bytes.append(contentsOf: source[line.start..<line.end])
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  /// The info string of a fenced code block, unescaped (section 4.5); empty where there is none.
  public func info(of block: BlockID) -> String {
    var bytes: [UInt8] = []
    appendInfo(of: Int(block.index), to: &bytes)
    return String(repairing: bytes)
  }

  /// Appends what ``info(of:)`` says. The opening fence is where the block starts.
  func appendInfo(of index: Int, to bytes: inout [UInt8]) {
    let row = rows[index]
    guard row.tag == .fencedCode else { return }
    let span = source.span
    var start = Int(row.start)
    let marker = span[start]
    let lineEnd = span.endOfLine(from: start)
    if marker == UInt8(ascii: "{") {
      guard let info = TemplateFence.opening(span, start..<lineEnd)?.info else { return }
      bytes.append(contentsOf: source[info])
      return
    }
    while start < lineEnd, span[start] == marker { start += 1 }
    start = span.skipSpacesAndTabs(from: start, to: lineEnd)
    Unescaping.append(span.extracting(start..<span.trimEnd(of: start, to: lineEnd)), to: &bytes)
  }

  /// The label of a footnote definition as it is written, without `[^` and `]`; empty for every other kind.
  public func label(of block: BlockID) -> String {
    let row = rows[Int(block.index)]
    guard row.tag == .footnoteDefinition else { return "" }
    return String(repairing: Array(source[Int(row.first)..<Int(row.second)]))
  }

  /// The definition that a footnote label refers to, if there is one (labels match as link labels do).
  public func footnote(labelled label: String) -> BlockID? {
    var normalized: [UInt8] = []
    LabelNormalizer.normalize(Array(label.utf8).span, into: &normalized)
    return references.footnotes.value(of: normalized).map { BlockID(index: Int32(truncatingIfNeeded: $0)) }
  }
}
