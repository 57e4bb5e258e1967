import CommonMark

/// Reads the texts of many units as UTF-8 in buffers that it keeps, without a thought of how they look: the same bytes
/// as ``UnitContent/text`` has.
///
/// One unit may be as long as a file, so reading can be stopped within one: every function returns false then, which is
/// when `isCancelled`, asked every few milliseconds at most, has returned true.
package struct UnitTextReader {
  private let units: BriefingUnits
  private let document: Document
  private var leaves: LeafReader
  /// What was read since it was emptied last. It has the links that tell what the page adds to the author's words.
  package var builder = UnitTextBuilder(isBare: true)

  /// Makes a reader of units.
  package init(_ units: BriefingUnits) {
    self.units = units
    document = units.briefing.document
    leaves = LeafReader(document)
  }

  /// What a unit's text is made of.
  enum Shape {
    /// The inlines of a leaf.
    case leaf(BlockID)
    /// The cells of a table, row by row.
    case table(BlockID, columns: Int)
    case html(BlockID)
    /// What takes no time that grows with more than its own text, copied once.
    case other
  }

  /// What the text of a unit is made of.
  func shape(of unit: Int) -> Shape {
    let block = units.block(of: unit)
    guard units.table.units[unit].titleBlock == nil else { return .other }
    return switch document[block].kind {
    case .paragraph, .heading: .leaf(block)
    case .table(let columns): .table(block, columns: max(1, columns))
    case .htmlBlock: .html(block)
    case .document, .thematicBreak, .codeBlock, .blockQuote, .alert, .list, .item, .tableRow, .tableCell,
      .footnoteDefinition, .definition, .linkDefinition:
      .other
    }
  }

  /// Reads the whole text of a unit, with LF before each cell of a table but the first; calls `borders` with the places
  /// of these.
  package mutating func read(_ unit: Int, isCancelled: () -> Bool, borders: (Range<Int>) -> Void) -> Bool {
    if isCancelled() { return false }
    switch shape(of: unit) {
    case .leaf(let block):
      guard append(leaf: block, isCancelled: isCancelled) else { return false }
      builder.trimEnd()
    case .html(let block):
      guard append(html: block, isCancelled: isCancelled) else { return false }
      builder.trimEnd()
    case .table(let block, let columns):
      var isFirst = true
      func end(_ cells: Int, _ reader: inout UnitTextReader) {
        let start = reader.builder.count
        reader.builder.append(verbatim: String(repeating: "\n", count: isFirst ? cells - 1 : cells), Style())
        borders(start..<reader.builder.count)
        isFirst = false
      }
      return forEachRow(of: block, isCancelled: isCancelled) { reader, cells in
        for cell in cells {
          end(1, &reader)
          guard reader.append(leaf: cell, isCancelled: isCancelled) else { return false }
        }
        if cells.count < columns { end(columns - cells.count, &reader) }
        return true
      }
    case .other:
      append(units.content(of: unit), borders: borders)
    }
    return true
  }

  /// Adds the text of what a unit shows, as ``read(_:isCancelled:borders:)`` does.
  package mutating func append(_ content: UnitContent, borders: (Range<Int>) -> Void) {
    builder.append(verbatim: content.text.string, Style())
    guard case .table = content else { return }
    for place in 0..<builder.count where builder.bytes[place] == 0x0A { borders(place..<place + 1) }
  }

  /// Adds the text of a paragraph, heading or cell; `endPiece` as for ``InlineFlattener``.
  mutating func append(
    leaf: BlockID, isCancelled: () -> Bool, endPiece: (inout UnitTextBuilder) -> Void = { _ in }
  ) -> Bool {
    // How it looks is asked for by nobody, so any role does.
    InlineFlattener.append(
      leaf, &leaves, role: .text, units.table.footnotes, to: &builder, isCancelled: isCancelled,
      endPiece: endPiece)
  }

  /// Adds the text of an HTML block.
  mutating func append(html block: BlockID, isCancelled: () -> Bool) -> Bool {
    HTMLText.append(block, of: document, role: .text, to: &builder, isCancelled: isCancelled)
  }

  /// Calls `body` with the cells of each row of a table that are written, until it returns false.
  mutating func forEachRow(
    of table: BlockID, isCancelled: () -> Bool, _ body: (inout UnitTextReader, [BlockID]) -> Bool
  ) -> Bool {
    var cells: [BlockID] = []
    var row = document[table].firstChild
    while let id = row {
      if isCancelled() { return false }
      cells.removeAll(keepingCapacity: true)
      var cell = document[id].firstChild
      while let id = cell {
        cells.append(id)
        cell = document[id].next
      }
      guard body(&self, cells) else { return false }
      row = document[id].next
    }
    return true
  }
}
