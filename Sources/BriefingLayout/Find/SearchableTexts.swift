/// Reads what ``Page/searchableTexts(of:)`` answers for many units, as UTF-8 in buffers that it keeps: an index
/// wants the words of every briefing, and nothing of how they look.
public struct SearchableTexts {
  private let page: Page
  private var reader: UnitTextReader
  private var kept: [UInt8] = []

  /// Makes a reader of a page's texts.
  public init(_ page: Page) {
    self.page = page
    reader = UnitTextReader(page)
  }

  /// Calls `found` with each text of a unit, in order; none is empty.
  ///
  /// - Parameter isCancelled: Asked every few milliseconds, within a unit too.
  /// - Returns: Whether it came to its end: false when `isCancelled` returned true.
  @discardableResult
  public mutating func forEach(
    of unit: Int, isCancelled: () -> Bool = { false }, _ found: ([UInt8]) -> Void
  ) -> Bool {
    // What was stopped before has left something.
    reader.builder.removeAll()
    switch reader.shape(of: unit) {
    case .leaf(let block):
      guard reader.append(leaf: block, isCancelled: isCancelled) else { return false }
      reader.builder.trimEnd()
      emit(found)
    case .html(let block):
      guard reader.append(html: block, isCancelled: isCancelled) else { return false }
      reader.builder.trimEnd()
      emit(found)
    case .table(let block):
      var kept: [UInt8] = []
      return reader.forEachCell(of: block) { reader, cell in
        guard let cell else { return true }
        guard reader.append(leaf: cell, isCancelled: isCancelled) else { return false }
        SearchableTexts.emit(&reader.builder, &kept, found)
        return true
      }
    case .other:
      if isCancelled() { return false }
      for text in page.searchableTexts(of: unit) { found(Array(text.utf8)) }
    }
    return true
  }

  private mutating func emit(_ found: ([UInt8]) -> Void) {
    SearchableTexts.emit(&reader.builder, &kept, found)
  }

  /// Hands over what a builder holds, and empties it.
  private static func emit(
    _ builder: inout UnitTextBuilder, _ kept: inout [UInt8], _ found: ([UInt8]) -> Void
  ) {
    defer { builder.removeAll() }
    let links = builder.linksByStart
    guard !links.isEmpty else {
      if !builder.bytes.isEmpty { found(builder.bytes) }
      return
    }
    kept.removeAll(keepingCapacity: true)
    SearchableText.append(builder.bytes, links[...], in: 0..<builder.bytes.count, to: &kept)
    if !kept.isEmpty { found(kept) }
  }
}
