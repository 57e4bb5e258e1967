/// A node of a YAML document.
struct YAMLNode {
  fileprivate let document: YAMLDocument
  fileprivate let row: Int

  init(document: YAMLDocument, row: Int) {
    self.document = document
    self.row = row
  }

  private var node: YAMLDocument.Node { document.nodes[row] }

  var content: YAMLDocument.Node.Content { node.content }

  /// Whether it is a scalar without quotes.
  var isPlain: Bool { node.isPlain }

  /// 1-based line in the text at which it starts.
  var line: Int { node.line }

  /// What a scalar says; nil of a sequence or mapping.
  var text: String? { if case .scalar(let text) = content { text } else { nil } }

  /// The items of a sequence; of a mapping its keys, each with its value behind it; none of a scalar.
  var children: [YAMLNode] {
    var children: [YAMLNode] = []
    var next = row + 1
    while next < node.end {
      children.append(YAMLNode(document: document, row: next))
      next = document.nodes[next].end
    }
    return children
  }

  /// The pairs of a mapping in the order in which they are written; nil of any other node.
  var pairs: [(key: YAMLNode, value: YAMLNode)]? {
    guard case .mapping = content else { return nil }
    let children = children
    return stride(from: 0, to: children.count, by: 2).map { (children[$0], children[$0 + 1]) }
  }
}
