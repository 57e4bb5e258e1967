import CommonMark

/// The whole blocks at the start of a long briefing, parsed from the first bytes of its file alone, to be shown while the rest
/// is read.
///
/// They are shown as those of the whole briefing are: a block that is closed stays as it is, whatever follows (CommonMark,
/// appendix “A parsing strategy”). It ends before what the rest of the file could change:
///
/// - A mark of a comment or tag that stands as text, for it may be closed further on.
/// - A bracket that is a link or footnote if its label is defined further on. When all of the file is there
///   ``extended(by:)`` knows more, without parsing it.
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
  private let file: Briefing.FileFacts
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
    guard let whole = WholeBlocks.briefing(in: bytes, of: file), !whole.sections.isEmpty else { return nil }
    self.init(whole, file, Self.undecided(whole.document), end: nil)
  }

  /// - Parameter limit: Where what is no part of the start begins; nil where nothing does.
  private init(_ whole: Briefing, _ file: Briefing.FileFacts, _ undecided: [Undecided], end limit: BlockID?) {
    (self.whole, self.file, self.undecided) = (whole, file, undecided)
    let end = undecided.first.map { min($0.block, limit ?? $0.block) } ?? limit
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

  /// What is certain once all of the file is there, but not parsed: which labels are defined in it, as far as a scan can tell.
  ///
  /// - Parameter bytes: The whole file.
  /// - Returns: nil where that is no more than without it.
  public func extended(by bytes: [UInt8]) -> BriefingFront? {
    let source = whole.document.source
    guard let end, source.count <= bytes.count else { return nil }
    let labels = undecided.reduce(into: Set()) { $0.formUnion($1.labels) }
    let scan = bytes.withUnsafeBytes { DefinitionScan(labels, in: $0, from: source.count) }
    // The definitions stand behind the start as if they followed it.
    let definitions = scan.lines.flatMap { bytes[$0] + [UInt8(ascii: "\n"), UInt8(ascii: "\n")] }
    guard
      let defined = definitions.isEmpty
        ? whole : try? Briefing(parsing: source + [UInt8(ascii: "\n")] + definitions, file: file)
    else { return nil }
    let front = BriefingFront(
      defined, file,
      Self.undecided(defined.document).filter { !$0.labels.isDisjoint(with: scan.undecided) },
      end: defined.document.blocks.first { $0.range.lowerBound >= source.count }?.id)
    return front.end == end ? nil : front
  }

  private static func undecided(_ document: Document) -> [Undecided] {
    var reader = LeafReader(document)
    return document.blocks.compactMap { block -> Undecided? in
      guard block.kind.content == .inlines, document.source[block.range].contains(UInt8(ascii: "["))
      else { return nil }
      let labels = reader.undefinedLabels(of: block.id)
      guard !labels.isEmpty else { return nil }
      var id = block.id
      if case .tableCell = block.kind, let row = block.parent, let table = document[row].parent { id = table }
      return Undecided(block: id, labels: labels)
    }
  }
}
