import CommonMark

/// Reads what ``BriefingUnits/searchableTexts(of:)`` returns for many units, as UTF-8 in buffers that it keeps: an index
/// wants the words of every briefing, and nothing of how they look.
public struct SearchableTexts {
  private let units: BriefingUnits
  private var reader: UnitTextReader
  private var kept: [UInt8] = []

  /// Makes a reader of the texts of a briefing.
  public init(_ units: BriefingUnits) {
    self.units = units
    reader = UnitTextReader(units)
    reader.builder.keepsHosts = true
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
    kept.removeAll(keepingCapacity: true)
    switch reader.shape(of: unit) {
    case .leaf(let block):
      return SearchableTexts.append(leaf: block, &reader, &kept, isCancelled, trimming: true, found)
    case .html(let block):
      guard reader.append(html: block, isCancelled: isCancelled) else { return false }
      reader.builder.trimEnd()
      return SearchableTexts.emit(&reader.builder, &kept, isCancelled, found)
    case .table(let block, _):
      var kept: [UInt8] = []
      return reader.forEachRow(of: block, isCancelled: isCancelled) { reader, cells in
        cells.allSatisfy {
          SearchableTexts.append(leaf: $0, &reader, &kept, isCancelled, trimming: false, found)
        }
      }
    case .other:
      if isCancelled() { return false }
      for text in units.searchableTexts(of: unit) { found(Array(text.utf8)) }
    }
    return true
  }

  /// Forgets the hosts of the links that were read, and returns them: `bloomberg.com`, each once, some 64 at most.
  public mutating func takeHosts() -> [String] { reader.builder.takeHosts() }

  /// Links that are kept at most before what they leave of the text is written: an image is a link, and a leaf can be
  /// millions of them.
  private static let maximumLinks = 4096

  /// Hands over the text of a leaf; returns false where it was cancelled.
  private static func append(
    leaf: BlockID, _ reader: inout UnitTextReader, _ kept: inout [UInt8], _ isCancelled: () -> Bool,
    trimming: Bool, _ found: ([UInt8]) -> Void
  ) -> Bool {
    var written = 0
    let isComplete = reader.append(leaf: leaf, isCancelled: isCancelled) { builder in
      guard builder.linkCount > maximumLinks else { return }
      let (links, end) = builder.takeLinks()
      SearchableText.append(builder.bytes, links[...], in: min(written, end)..<end, to: &kept)
      written = end
    }
    guard isComplete else { return false }
    if trimming { reader.builder.trimEnd() }
    // A link's own white space at the end of all.
    if reader.builder.count < written {
      kept.removeLast(
        min(written - reader.builder.count, kept.reversed().prefix { $0 == 0x20 || $0 == 0x0A }.count))
      written = reader.builder.count
    }
    return emit(&reader.builder, &kept, from: written, isCancelled, found)
  }

  /// Hands over what a builder holds, and empties it; returns false where it was cancelled.
  ///
  /// - Parameter start: Where what is not yet in `kept` starts.
  private static func emit(
    _ builder: inout UnitTextBuilder, _ kept: inout [UInt8], from start: Int = 0, _ isCancelled: () -> Bool,
    _ found: ([UInt8]) -> Void
  ) -> Bool {
    defer {
      builder.removeAll()
      kept.removeAll(keepingCapacity: true)
    }
    let links = builder.linksByStart
    guard start > 0 || !links.isEmpty else {
      if !builder.bytes.isEmpty { found(builder.bytes) }
      return true
    }
    let rest = start..<builder.bytes.count
    guard SearchableText.append(builder.bytes, links[...], in: rest, to: &kept, isCancelled: isCancelled)
    else { return false }
    if !kept.isEmpty { found(kept) }
    return true
  }
}
