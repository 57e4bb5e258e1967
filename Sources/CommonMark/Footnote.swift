/// A footnote definition that is referred to.
public struct Footnote: Hashable, Sendable {
  /// The definition.
  public var definition: BlockID
  /// Byte of the source at which the first reference to it stands.
  public var firstReference: Int
}

extension Document {
  /// The footnotes that are referred to, in the order of their first references in the source: their numbers
  /// count from 1 in this order, as in HTML.
  ///
  /// Costs nothing where no footnote is defined; else it parses every paragraph, heading and cell with `[^`.
  public var footnotes: [Footnote] {
    references.footnotes.isEmpty ? [] : FootnoteOrder(self, keepsReferences: false).footnotes
  }

  /// The same of a long document; nil when `isCancelled`, which is asked every few milliseconds, returns true.
  public func footnotes(isCancelled: () -> Bool) -> [Footnote]? {
    guard !references.footnotes.isEmpty else { return [] }
    let order = FootnoteOrder(self, keepsReferences: false, isCancelled: isCancelled)
    return order.isComplete ? order.footnotes : nil
  }

  /// The footnotes that a stretch of the document refers to, and those that these refer to, wherever they stand; in
  /// the order in which they are found.
  public func footnotes(referredToIn blocks: Range<BlockID>) -> [Footnote] {
    footnotes(referredToIn: blocks) { false } ?? []
  }

  /// The same of a long document; nil when `isCancelled`, which is asked every few milliseconds, returns true.
  public func footnotes(referredToIn blocks: Range<BlockID>, isCancelled: () -> Bool) -> [Footnote]? {
    let rows = Int(blocks.lowerBound.index)..<Int(blocks.upperBound.index)
    let order = FootnoteOrder(self, rows, keepsReferences: false, isCancelled: isCancelled)
    return order.isComplete ? order.footnotes : nil
  }
}

extension FootnoteOrder {
  fileprivate var footnotes: [Footnote] {
    zip(rows, firstReferences).map { row, start in
      Footnote(definition: BlockID(index: row), firstReference: Int(start))
    }
  }
}
