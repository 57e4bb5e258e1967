import CommonMark

extension BriefingHead {
  /// Whether a paragraph, heading or cell has so many marks that some of them are text, see ``Dialect/maximumOpenMarks``; nil
  /// when `isCancelled` returns true, which is asked every few milliseconds.
  ///
  /// Inlines are read only of leaves that may have so many: nearly all briefings have none.
  public func hasPartedLeaf(isCancelled: () -> Bool) -> Bool? {
    // Each mark is a byte at least.
    guard document.source.count > Dialect.briefing.maximumOpenMarks else { return false }
    var reader = LeafReader(document)
    for (number, block) in document.blocks.enumerated() {
      if number % (1 << 14) == 0, isCancelled() { return nil }
      guard block.kind.content == .inlines, document.mayBeParted(block.id) else { continue }
      reader.startPieces(of: block.id)
      while !reader.isParted, reader.nextPiece(isCancelled: isCancelled) {}
      if reader.isParted { return true }
      if !reader.isAtEnd { return nil }
    }
    return false
  }

  /// What is said of a briefing of which ``hasPartedLeaf(isCancelled:)`` is true.
  public static let partedLeafNote = "a paragraph has so many marks that some are shown as they are written"
}
