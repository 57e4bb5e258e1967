/// A step of a walk over a document's blocks and inlines.
public enum DocumentEvent: Sendable {
  /// A block opens. Of a paragraph, heading or cell the inlines follow; of a container its children.
  case enter(Block)
  /// A block closes; each that was entered does.
  case exit(Block)
  /// An inline container opens, or an inline leaf stands here (a leaf has no ``exitInline(_:)``).
  case enterInline(Inline)
  /// An inline container closes.
  case exitInline(Inline)
}

extension Document {
  /// Visits a block and all that is in it, or every block and inline of the document, depth first and in document
  /// order. No depth overflows it.
  ///
  /// - Parameters:
  ///   - block: where to start; nil for the whole document; the document itself is not visited.
  ///   - isCancelled: asked now and then whether to stop, within a long paragraph too.
  ///   - visit: gets each step with the inlines of the paragraph, heading or cell that it is at or in; they are empty
  ///     for every other block.
  /// - Returns: Whether it came to its end.
  @discardableResult
  public func walk(
    _ block: BlockID? = nil, isCancelled: () -> Bool = { false }, _ visit: (DocumentEvent, Inlines) -> Void
  ) -> Bool {
    let first = block ?? root
    // The document itself is not visited.
    guard let outer = self[first].parent else {
      return walk(1..<rows.count, in: root, isCancelled: isCancelled, visit)
    }
    let rows = Int(first.index)..<endOfSubtree(Int(first.index))
    return walk(rows, in: outer, isCancelled: isCancelled, visit)
  }

  /// The rows are in document order and know their parents: that is all the stack that is needed.
  private func walk(
    _ rows: Range<Int>, in outer: BlockID, isCancelled: () -> Bool, _ visit: (DocumentEvent, Inlines) -> Void
  ) -> Bool {
    let none = Inlines(of: self)
    var leaves = LeafReader(self)
    var open = outer
    func close(downTo parent: BlockID) {
      while open != parent {
        let container = self[open]
        visit(.exit(container), none)
        open = container.parent ?? outer
      }
    }
    for index in rows {
      if index % Self.stride == 0, isCancelled() { return false }
      let block = self[BlockID(index: Int32(truncatingIfNeeded: index))]
      close(downTo: block.parent ?? outer)
      if block.kind.isContainer {
        visit(.enter(block), none)
        open = block.id
      } else {
        guard leaves.read(block.id, isCancelled: isCancelled),
          visitLeaf(block, leaves.inlines, isCancelled, visit)
        else { return false }
      }
    }
    close(downTo: outer)
    return true
  }

  private func visitLeaf(
    _ leaf: Block, _ inlines: Inlines, _ isCancelled: () -> Bool, _ visit: (DocumentEvent, Inlines) -> Void
  ) -> Bool {
    visit(.enter(leaf), inlines)
    let isComplete = inlines.walk(isCancelled: isCancelled) { event in
      switch event {
      case .enter(let id): visit(.enterInline(inlines[id]), inlines)
      case .exit(let id): visit(.exitInline(inlines[id]), inlines)
      }
    }
    guard isComplete else { return false }
    visit(.exit(leaf), inlines)
    return true
  }

  /// Rows that are visited between two questions whether to go on.
  private static let stride = 1 << 12
}
