import CommonMark

/// The elements and texts of a page or feed, in one table in the order of the source: parents stand before their children.
///
/// What it holds are ranges of the source. Nothing in a document can make it longer: entities that it declares are not
/// known, so none is expanded, and no file or address that it names is opened.
struct MarkupTree {
  /// The source, in UTF-8.
  let source: [UInt8]
  /// The first is the document itself.
  var nodes: [Node] = [Node(name: "", parent: 0, text: 0..<0)]
  /// The attributes of all elements.
  var attributes: [Attribute] = []

  /// An element or a text.
  struct Node {
    /// In lower case, with its prefix; empty for a text and the document.
    var name: String
    /// The index of the element that it stands in; the document's own is 0.
    var parent: Int
    /// Where a text stands in the source, and what is in an element.
    var text: Range<Int>
    /// Where its attributes stand in the table.
    var attributes = 0..<0
    /// The index after the last node in it.
    var end = 0
    /// Of a text, whether it has no character references, as that of scripts and CDATA sections.
    var isVerbatim = false

    var isText: Bool { name.isEmpty }
  }

  /// One attribute, as places of the source.
  struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
  }

  init(source: [UInt8]) { self.source = source }

  /// The value of an attribute, its references replaced; nil where an element has none of the name.
  ///
  /// - Parameter name: In lower case.
  func attribute(_ name: String, of node: Int) -> String? {
    for attribute in attributes[nodes[node].attributes] where hasName(attribute, name) {
      return MarkupText.decoded(source[attribute.value])
    }
    return nil
  }

  private func hasName(_ attribute: Attribute, _ name: String) -> Bool {
    attribute.name.count == name.utf8.count
      && zip(source[attribute.name], name.utf8).allSatisfy { $0.lowercased == $1 }
  }

  /// A text as it reads: its references replaced, its white space as it is written.
  ///
  /// - Parameter limit: Bytes of its source that are looked at.
  func text(_ node: Int, limit: Int = .max) -> String {
    let bytes = source[nodes[node].text].prefix(limit)
    return nodes[node].isVerbatim ? String(decoding: bytes, as: UTF8.self) : MarkupText.decoded(bytes)
  }

  /// All text below a node, on one line.
  ///
  /// - Parameter limit: Bytes after which no more is looked at: elements stand within elements, and to read all of each would
  ///   take their number times the page.
  func allText(in node: Int, limit: Int = .max) -> String {
    var text = ""
    for index in node..<max(node + 1, nodes[node].end) where nodes[index].isText && index > 0 {
      let rest = limit - text.utf8.count
      guard rest > 0 else { break }
      text += self.text(index, limit: rest)
    }
    return VisibleText.clean(text).onOneLine
  }

  /// The indices of the children of a node, in order.
  func children(of node: Int) -> [Int] {
    var children: [Int] = []
    var at = node + 1
    while at < nodes[node].end {
      children.append(at)
      at = max(at + 1, nodes[at].end)
    }
    return children
  }

  /// The first child of a name.
  func child(_ name: String, of node: Int) -> Int? {
    children(of: node).first { nodes[$0].name == name }
  }

  /// The indices of all elements of a name, in order.
  func elements(_ name: String) -> [Int] { nodes.indices.filter { nodes[$0].name == name } }
}
