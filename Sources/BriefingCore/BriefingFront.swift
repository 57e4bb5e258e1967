import CommonMark

/// The whole blocks at the start of a long briefing, parsed from the first bytes of its file alone, to be shown while the rest
/// is read.
///
/// They are shown as those of the whole briefing are: a block that is closed stays as it is, whatever follows (CommonMark,
/// appendix “A parsing strategy”). It ends before what the rest of the file could change:
///
/// - A mark of a comment or tag that stands as text, for it may be closed further on.
/// - A bracket that is a link or footnote if its label is defined further on. When all of the file is there
///   ``extended(by:)`` knows more.
/// - The first footnote that is shown: how far footnotes are indented depends on how many there are, and where they stand on
///   where sections end.
///
/// Whether a heading further on is above those of the front is known only with the rest, too. That is taken on trust: if there
/// is one, the sections are a level lower as soon as the rest is there.
public struct BriefingFront: Sendable {
  /// All whole blocks, with those sections that begin before ``end``.
  public let briefing: Briefing
  /// The first block that the rest could change; nil where the blocks have none. What stands before it and in no footnote is
  /// shown.
  public let end: BlockID?
  /// The whole blocks with all of their sections.
  private let whole: Briefing
  /// The blocks in which labels stand that are not defined yet, in their order.
  private let undecided: [Undecided]

  private struct Undecided {
    /// A table for its cells, since all of them say how wide its columns are.
    var block: BlockID
    var labels: Set<[UInt8]>
  }

  /// Bytes of a file that are looked at: parsed in less than a frame's time, and some screens of text.
  public static let size = 256 << 10

  /// Whether there is nothing to show: no section has begun.
  public var isEmpty: Bool { briefing.sections.isEmpty }

  /// Parses the first bytes of a file.
  ///
  /// - Parameter bytes: UTF-8, cut anywhere.
  /// - Returns: nil where too little of it is certain: no section has begun, or a fence may be around all of it.
  public init?(_ bytes: [UInt8], of file: Briefing.FileFacts) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    // Whether a fence is around all of the file only its end tells.
    guard file.encodingProblem == nil, !MarkdownFence.mayStart(bytes, from: start),
      let end = bytes.lastIndex(of: UInt8(ascii: "\n")),
      let all = try? Briefing(parsing: Array(bytes[...end]), file: file),
      // It goes on behind these bytes, or may.
      let last = Self.lastClosable(in: all.document),
      let closed = try? Briefing(parsing: Self.bytes(bytes, before: last), file: file),
      let whole = Self.withoutOpenMarks(closed, bytes, file),
      whole.hasFrontMatter == all.hasFrontMatter, !Self.awaitsPeers(whole.document)
    else { return nil }
    self.init(whole, Self.undecided(whole.document))
    guard !whole.sections.isEmpty else { return nil }
  }

  private init(_ whole: Briefing, _ undecided: [Undecided]) {
    self.whole = whole
    self.undecided = undecided
    let end = undecided.first?.block
    self.end = end
    var shown = whole.sections
    if let end {
      let count = shown.firstIndex { $0.heading >= end } ?? shown.count
      let level = shown.prefix(count).lazy.map(\.level).min() ?? 0
      // Where a higher one is known to follow, those before it are a level lower than they seem.
      shown = shown.dropFirst(count).contains { $0.level < level } ? [] : Array(shown.prefix(count))
    }
    briefing = Briefing(whole, sections: shown)
  }

  /// What is certain once all of the file is there, but not parsed: brackets whose labels are defined nowhere in it are
  /// brackets.
  ///
  /// - Returns: nil where that is no more than without it.
  public func extended(by file: [UInt8]) -> BriefingFront? {
    guard let end else { return nil }
    let labels = undecided.reduce(into: Set()) { $0.formUnion($1.labels) }
    let defined = file.withUnsafeBytes {
      DefinitionScan.labels(labels, definedIn: $0, from: whole.document.source.count)
    }
    let front = BriefingFront(whole, undecided.filter { !$0.labels.isDisjoint(with: defined) })
    return front.end == end ? nil : front
  }

  /// What starts a comment or tag, and is text where that has no end.
  private static let openMarks = ["%%", "{%", "{{"]

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
      guard block.kind.content == .inlines else { return false }
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

  private static func undecided(_ document: Document) -> [Undecided] {
    var reader = LeafReader(document)
    return document.blocks.compactMap { block -> Undecided? in
      guard block.kind.content == .inlines,
        reader.plainText(of: block.id).utf8.contains(UInt8(ascii: "["))
      else { return nil }
      let labels = reader.undefinedLabels(of: block.id)
      guard !labels.isEmpty else { return nil }
      var id = block.id
      if case .tableCell = block.kind, let row = block.parent, let table = document[row].parent { id = table }
      return Undecided(block: id, labels: labels)
    }
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
