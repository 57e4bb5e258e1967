import CommonMark

/// Reads what ``Page/searchableTexts(of:)`` answers for many units, as UTF-8 in buffers that it keeps: an index
/// wants the words of every briefing, and nothing of how they look.
public struct SearchableTexts {
  private let page: Page
  private let document: Document
  private var leaves: LeafReader
  private var builder = UnitTextBuilder(isBare: true)
  private var kept: [UInt8] = []

  /// Makes a reader of the texts of a page whose leaves are not cut.
  public init(_ page: Page) {
    self.page = page
    document = page.briefing.document
    leaves = LeafReader(document)
  }

  /// Calls `found` with each text of a unit, in order; none is empty.
  public mutating func forEach(of unit: Int, _ found: ([UInt8]) -> Void) {
    let id = page.block(of: unit)
    let isPart = page.table.units[unit].titleBlock != nil
    switch document[id].kind {
    case .paragraph where !isPart, .heading where !isPart:
      append(id)
      builder.trimEnd()
      emit(found)
    case .table(let columns) where !isPart:
      var row = document[id].firstChild
      while let id = row {
        var cell = document[id].firstChild
        var left = max(1, columns)
        while let id = cell, left > 0 {
          append(id)
          emit(found)
          cell = document[id].next
          left -= 1
        }
        row = document[id].next
      }
    default:
      // Rare, or not made of inlines.
      for text in page.searchableTexts(of: unit) { found(Array(text.utf8)) }
    }
  }

  /// Adds a leaf's text to what the builder holds. How it looks is asked for by nobody, so any role does.
  private mutating func append(_ leaf: BlockID) {
    leaves.read(leaf)
    InlineFlattener.append(leaves.inlines, role: .text, page.table.footnotes, to: &builder)
  }

  /// Hands over what the builder holds, and empties it.
  private mutating func emit(_ found: ([UInt8]) -> Void) {
    defer { builder.removeAll() }
    let links = builder.linksByStart
    guard !links.isEmpty else {
      if !builder.bytes.isEmpty { found(builder.bytes) }
      return
    }
    kept.removeAll(keepingCapacity: true)
    SearchableText.append(builder.bytes, links, in: 0..<builder.bytes.count, to: &kept)
    if !kept.isEmpty { found(kept) }
  }
}
