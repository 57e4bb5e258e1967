import BriefingCore
import BriefingText
import CommonMark

/// The leaves of a briefing that are too long to be laid out at once, read ahead and cut into slices.
///
/// To read one takes as long as its text is, so it is done before the event loop sees the briefing, and once: at each
/// width the slices are the same.
struct LongLeaves: Sendable {
  private var leaves: [BlockID: LongLeaf] = [:]
  /// Whether one of them has so many marks that some are shown as they are written.
  private(set) var hasParted = false

  /// None: every leaf is one unit, however long it is.
  init() {}

  /// Reads the long leaves of a briefing, or of one of its sections and of the footnotes.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds, within a leaf too.
  init(
    of briefing: Briefing, section: Int?, _ roles: LeafRoles, _ footnotes: FootnoteMarks,
    _ bounds: LeafBounds, isCancelled: () -> Bool
  ) throws {
    let document = briefing.document
    let shown = section.map { briefing.blocks(ofSection: $0) }
    for index in 1..<max(1, document.blockCount) {
      if index % UnitTable.stride == 0, isCancelled() { throw CancellationError() }
      let id = BlockID(index: Int32(truncatingIfNeeded: index))
      guard LongLeaves.isLong(id, document, bounds), shown?.contains(id) ?? true || isInNote(id, document)
      else { continue }
      if isCancelled() { throw CancellationError() }
      let leaf = try LongLeaves.leaf(id, document, roles, footnotes, bounds, isCancelled)
      if leaf.isParted { hasParted = true }
      leaves[id] = leaf
    }
  }

  /// How many slices each long leaf has. Nearly no briefing has one, and to make a dictionary of another type for the first
  /// time takes half a million instructions.
  var sliceCounts: [BlockID: Int] { leaves.isEmpty ? [:] : leaves.mapValues(\.sliceCount) }

  /// A long leaf; nil for all others.
  subscript(block: BlockID) -> LongLeaf? { leaves[block] }

  private static func isLong(_ id: BlockID, _ document: Document, _ bounds: LeafBounds) -> Bool {
    let block = document[id]
    switch block.kind {
    case .codeBlock: return block.range.count > bounds.leaf
    case .paragraph, .heading, .htmlBlock:
      return block.range.count > bounds.leaf || document.hasMarks(id, moreThan: bounds.marks)
    case .table(let columns):
      if block.range.count > bounds.leaf || document.hasMarks(id, moreThan: bounds.marks) { return true }
      var rows = 0
      var row = block.firstChild
      while let id = row, rows * columns <= bounds.cells {
        rows += 1
        row = document[id].next
      }
      return rows * columns > bounds.cells
    case .document, .thematicBreak, .blockQuote, .alert, .list, .item, .tableRow, .tableCell,
      .footnoteDefinition, .definition, .linkDefinition:
      return false
    }
  }

  private func isInNote(_ id: BlockID, _ document: Document) -> Bool {
    var ancestor = document[id].parent
    while let id = ancestor {
      if document[id].kind == .footnoteDefinition { return true }
      ancestor = document[id].parent
    }
    return false
  }

  private static func leaf(
    _ id: BlockID, _ document: Document, _ roles: LeafRoles, _ footnotes: FootnoteMarks,
    _ bounds: LeafBounds, _ isCancelled: () -> Bool
  ) throws -> LongLeaf {
    switch document[id].kind {
    case .table(let columns):
      let cut = try LongTable(document, id, columns: columns, footnotes, bounds, isCancelled: isCancelled)
      if let cut { return .table(cut) }
      // Its cells, each on a line of its own: nothing else of it has an end.
      let table = try TableText(document, id, columns: columns, footnotes, isCancelled: isCancelled)
      return .flow(try LongText(LongUnitText(table.text), bounds, isCancelled: isCancelled))
    case .codeBlock:
      let content = UnitContent.longCode(of: id, document)
      if isCancelled() { throw CancellationError() }
      let text = try LongText(content.text, lines: true, bounds, isCancelled: isCancelled)
      return .code(text, caption: content.caption, width: try width(of: text, isCancelled))
    case .document, .paragraph, .heading, .thematicBreak, .htmlBlock, .blockQuote, .alert, .list, .item,
      .tableRow, .tableCell, .footnoteDefinition, .definition, .linkDefinition:
      guard let text = UnitContent.longFlow(of: id, document, roles, footnotes, isCancelled: isCancelled)
      else {
        throw CancellationError()
      }
      return .flow(try LongText(text, bounds, isCancelled: isCancelled))
    }
  }

  private static func width(of code: LongText, _ isCancelled: () -> Bool) throws -> Int {
    try (0..<code.sliceCount).reduce(0) { width, slice in
      if slice % 4 == 0, isCancelled() { throw CancellationError() }
      return Graphemes.withEach(of: code[slice].string) { text in
        max(width, CodeBreaker.lines(of: text, 0..<text.count, column: CodePart.longestLine).width)
      }
    }
  }
}
