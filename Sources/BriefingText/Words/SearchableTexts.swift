/// Reads what ``BriefingUnits/searchableTexts(of:)`` answers for many units, as UTF-8 in buffers that it keeps: an index
/// wants the words of every briefing, and nothing of how they look.
public struct SearchableTexts {
  private let units: BriefingUnits
  private var reader: UnitTextReader
  private var kept: [UInt8] = []

  /// Makes a reader of the texts of a briefing.
  public init(_ units: BriefingUnits) {
    self.units = units
    reader = UnitTextReader(units)
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
      return SearchableTexts.emit(&reader.builder, &kept, isCancelled, found)
    case .html(let block):
      guard reader.append(html: block, isCancelled: isCancelled) else { return false }
      reader.builder.trimEnd()
      return SearchableTexts.emit(&reader.builder, &kept, isCancelled, found)
    case .table(let block, _):
      var kept: [UInt8] = []
      return reader.forEachRow(of: block, isCancelled: isCancelled) { reader, cells in
        cells.allSatisfy {
          reader.append(leaf: $0, isCancelled: isCancelled)
            && SearchableTexts.emit(&reader.builder, &kept, isCancelled, found)
        }
      }
    case .other:
      if isCancelled() { return false }
      for text in units.searchableTexts(of: unit) { found(Array(text.utf8)) }
    }
    return true
  }

  /// Hands over what a builder holds, and empties it; returns false where it was cancelled.
  private static func emit(
    _ builder: inout UnitTextBuilder, _ kept: inout [UInt8], _ isCancelled: () -> Bool,
    _ found: ([UInt8]) -> Void
  ) -> Bool {
    defer { builder.removeAll() }
    let links = builder.linksByStart
    guard !links.isEmpty else {
      if !builder.bytes.isEmpty { found(builder.bytes) }
      return true
    }
    kept.removeAll(keepingCapacity: true)
    let whole = 0..<builder.bytes.count
    guard SearchableText.append(builder.bytes, links[...], in: whole, to: &kept, isCancelled: isCancelled)
    else {
      return false
    }
    if !kept.isEmpty { found(kept) }
    return true
  }
}
