/// A YAML document as a table of its nodes, each before what it holds: no depth of nesting costs any stack, here or where
/// the table is freed.
///
/// Aliases are not expanded, so a table has at most as many nodes as its text has bytes, and one more.
struct YAMLDocument {
  /// One row of the table.
  struct Node: Equatable {
    /// What it is.
    enum Content: Hashable {
      case scalar(String)
      /// A sequence of so many nodes.
      case sequence(Int)
      /// A mapping of so many pairs of nodes.
      case mapping(Int)
    }

    var content: Content
    /// Whether it is a scalar without quotes, which alone can be null.
    var isPlain = false
    /// As `YAMLEvent.tag`.
    var tag: String?
    /// 1-based line in the text at which it starts.
    var line: Int
    /// The row behind it and all that it holds.
    var end: Int
  }

  /// At least one.
  var nodes: [Node]

  /// The node that holds all others.
  var root: YAMLNode { YAMLNode(document: self, row: 0) }

  /// Whether two nodes say the same, tags included, as the keys of a mapping must not.
  func isSame(_ first: Int, _ second: Int) -> Bool {
    // Each collection says how much it holds, so equal rows are equal trees.
    nodes[first..<nodes[first].end].elementsEqual(nodes[second..<nodes[second].end]) {
      $0.content == $1.content && $0.tag == $1.tag
    }
  }
}
