extension Document {
  /// The 1-based line of the source that a byte is on; LF, CR and CRLF end lines. Offsets beyond an end count as that
  /// end.
  ///
  /// The first question about lines counts those of the whole source, later ones look at a kilobyte.
  public func line(at offset: Int) -> Int { lineIndex.line(at: offset) }

  /// The first and the last line of the source that a block is on, 1-based.
  public func lines(of block: BlockID) -> ClosedRange<Int> { lineIndex.lines(of: self[block].range) }
}
