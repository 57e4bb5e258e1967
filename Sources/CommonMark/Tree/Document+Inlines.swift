extension Document {
  /// The inlines of a paragraph, heading or table cell; none for every other kind.
  public func inlines(of block: BlockID) -> Inlines {
    var reader = LeafReader(self)
    return reader.inlines(of: block)
  }

  /// The same for a leaf that may be long; nil when `isCancelled` returns true, which is asked every millisecond or two.
  public func inlines(of block: BlockID, isCancelled: () -> Bool) -> Inlines? {
    // With the reader its buffers go, before anybody makes more of what it has read.
    var reader = LeafReader(self)
    return reader.read(block, isCancelled: isCancelled) ? reader.inlines : nil
  }

  /// Visits every paragraph, heading and table cell in document order with its inlines; faster than asking for
  /// each, as one parser does them all.
  public func forEachLeaf(_ body: (BlockID, Inlines) throws -> Void) rethrows {
    var reader = LeafReader(self)
    for index in rows.indices where rows[index].tag.hasInlines {
      let block = BlockID(index: Int32(truncatingIfNeeded: index))
      try body(block, reader.inlines(of: block))
    }
  }
}

extension Document {
  /// The memory that the tables take, in bytes: that of the blocks, and that of all inlines at once.
  package var treeByteCount: (blocks: Int, inlines: Int) {
    let blocks = rows.byteCount + lines.count * MemoryLayout<LineRow>.stride
    var inlines = 0
    forEachLeaf { _, leaf in
      inlines += leaf.rows.count * MemoryLayout<InlineRow>.stride
      inlines += leaf.targets.count * MemoryLayout<LinkTarget>.stride
    }
    return (blocks, inlines)
  }
}
