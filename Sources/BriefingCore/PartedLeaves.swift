import CommonMark

extension BriefingHead {
  /// Whether a paragraph, heading or cell has so many marks that some of them are text, see ``Dialect/maximumOpenMarks``; nil
  /// when `isCancelled` returns true, which is asked every few milliseconds.
  ///
  /// Inlines are read only of leaves that may have so many: nearly all briefings have none.
  public func hasPartedLeaf(isCancelled: () -> Bool) -> Bool? {
    var reader: LeafReader?
    for (number, block) in document.blocks.enumerated() {
      if number % (1 << 14) == 0, isCancelled() { return nil }
      switch block.kind {
      case .paragraph, .heading, .tableCell:
        guard document.mayBeParted(block.id) else { continue }
        var leaves = reader ?? LeafReader(document)
        reader = nil
        leaves.startPieces(of: block.id)
        while !leaves.isParted, leaves.nextPiece(isCancelled: isCancelled) {}
        if leaves.isParted { return true }
        if !leaves.isAtEnd { return nil }
        reader = leaves
      default: continue
      }
    }
    return false
  }

  /// What is said of a briefing of which ``hasPartedLeaf(isCancelled:)`` is true.
  public static let partedLeafNote = "a paragraph has so many marks that some are shown as they are written"
}
