/// Where a unit stands that shows something of an earlier version.
package struct UnitInsertion: Hashable, Sendable {
  /// The unit before which it is shown; the number of units at the end.
  package var position: Int
  /// The unit behind which it stands in the order of the source; nil before all.
  package var predecessor: Int?
  /// How it stands there.
  package var kind: Kind

  /// How it stands there.
  package enum Kind: Hashable, Sendable {
    /// In the containers of the unit before it: a paragraph of an item, say.
    case within
    /// By itself.
    case apart
  }

  /// Makes one.
  package init(position: Int, predecessor: Int?, _ kind: Kind) {
    self.position = position
    self.predecessor = predecessor
    self.kind = kind
  }
}
