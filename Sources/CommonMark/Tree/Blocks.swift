/// The blocks of a document in document order, a container before its contents; the document itself is not among them.
///
/// Nothing is copied: a block is made when it is asked for. The indices are the blocks' identifiers.
public struct Blocks: RandomAccessCollection, Sendable {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// The identifier of the first block.
  public var startIndex: BlockID { BlockID(index: 1) }

  /// The identifier after that of the last block.
  public var endIndex: BlockID { BlockID(index: Int32(truncatingIfNeeded: document.blockCount)) }

  /// The block with an identifier.
  public subscript(id: BlockID) -> Block { document[id] }
}

extension Document {
  /// Every block, in document order, without the document itself.
  public var blocks: Blocks { Blocks(self) }

  /// The children of a block, in order; none for a leaf. Those of ``root`` are the blocks that no other contains.
  public func children(of block: BlockID) -> BlockChildren {
    BlockChildren(self, first: self[block].firstChild)
  }
}

/// The children of a block, one after another.
public struct BlockChildren: Sequence, IteratorProtocol, Sendable {
  private let document: Document
  private var following: BlockID?

  init(_ document: Document, first: BlockID?) {
    self.document = document
    following = first
  }

  /// The next child; nil after the last.
  public mutating func next() -> Block? {
    guard let id = following else { return nil }
    let block = document[id]
    following = block.next
    return block
  }
}
