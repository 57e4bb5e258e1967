/// The inlines of a block are a collection in document order, a container before its contents; the indices are their
/// identifiers.
extension Inlines: RandomAccessCollection {
  /// The identifier of the first inline.
  public var startIndex: InlineID { InlineID(index: 0) }

  /// The identifier after that of the last inline.
  public var endIndex: InlineID { InlineID(index: Int32(truncatingIfNeeded: rows.count)) }
}

extension Inlines {
  /// The inlines that no other contains, in order.
  public var topLevel: InlineChildren { InlineChildren(self, first: isEmpty ? nil : startIndex) }

  /// The children of an inline, in order; none for a leaf.
  public func children(of inline: InlineID) -> InlineChildren {
    InlineChildren(self, first: self[inline].firstChild)
  }
}

/// Inlines that have the same parent, one after another.
public struct InlineChildren: Sequence, IteratorProtocol, Sendable {
  private let inlines: Inlines
  private var following: InlineID?

  init(_ inlines: Inlines, first: InlineID?) {
    self.inlines = inlines
    following = first
  }

  /// The next inline; nil after the last.
  public mutating func next() -> Inline? {
    guard let id = following else { return nil }
    let inline = inlines[id]
    following = inline.next
    return inline
  }
}
