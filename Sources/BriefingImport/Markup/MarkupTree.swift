import CommonMark

/// The elements and texts of a page or feed, in one table in the order of the source: parents stand before their children.
///
/// What it holds are ranges of the source. Nothing in a document can make it longer: entities that it declares are not
/// known, so none is expanded, and no file or address that it names is opened.
struct MarkupTree {
  /// The source, in UTF-8.
  let source: [UInt8]
  /// The first is the document itself.
  var nodes: [Node] = [Node(.textNode, parent: 0, text: 0..<0, end: 0)]
  /// The attributes of all elements.
  var attributes: [Attribute] = []

  /// An element or a text. There may be a million of them, each looked at a dozen times, so it is small and holds no references.
  struct Node {
    let name: ElementName
    /// Of a text, whether it has no character references, as that of scripts and CDATA sections.
    var isVerbatim = false
    private var storedParent: Int32
    private var storedEnd: Int32
    private var storedText: Range<Int32>
    private var storedAttributes: Range<Int32>
    private var storedLabel: Range<Int32>

    /// Makes a node; all numbers are less than ``MarkupTree/largest``.
    init(
      _ name: ElementName, parent: Int, text: Range<Int>, end: Int, label: Range<Int> = 0..<0,
      attributes: Range<Int> = 0..<0, isVerbatim: Bool = false
    ) {
      self.name = name
      self.isVerbatim = isVerbatim
      storedParent = Int32(parent)
      storedEnd = Int32(end)
      storedText = Self.stored(text)
      storedAttributes = Self.stored(attributes)
      storedLabel = Self.stored(label)
    }

    /// The index of the element that it stands in; the document's own is 0.
    var parent: Int { Int(storedParent) }
    /// The index after the last node in it.
    var end: Int {
      get { Int(storedEnd) }
      set { storedEnd = Int32(newValue) }
    }
    /// Where a text stands in the source, and what is in an element.
    var text: Range<Int> {
      get { Self.range(storedText) }
      set { storedText = Self.stored(newValue) }
    }
    /// Where its attributes stand in the table.
    var attributes: Range<Int> { Self.range(storedAttributes) }
    /// Where its name stands in the source.
    var label: Range<Int> { Self.range(storedLabel) }

    var isText: Bool { name == .textNode }

    private static func stored(_ range: Range<Int>) -> Range<Int32> {
      Int32(range.lowerBound)..<Int32(range.upperBound)
    }

    private static func range(_ stored: Range<Int32>) -> Range<Int> {
      Int(stored.lowerBound)..<Int(stored.upperBound)
    }
  }

  /// Bytes of a source at most.
  static let largest = Int(Int32.max)

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

  /// The address of a link within its page, without its `#`; nil where it leads elsewhere, as nearly all do.
  func fragment(of link: Int) -> String? {
    for attribute in attributes[nodes[link].attributes] where hasName(attribute, "href") {
      // It may also be written as a character reference.
      guard let first = source[attribute.value].first,
        first == UInt8(ascii: "#") || first == UInt8(ascii: "&")
      else { return nil }
      let address = MarkupText.decoded(source[attribute.value])
      return address.utf8.first == UInt8(ascii: "#") ? String(address.unicodeScalars.dropFirst()) : nil
    }
    return nil
  }

  private func hasName(_ attribute: Attribute, _ name: String) -> Bool {
    guard attribute.name.count == name.utf8.count else { return false }
    var at = attribute.name.lowerBound
    for byte in name.utf8 {
      if source[at].lowercased != byte { return false }
      at += 1
    }
    return true
  }

  /// The name of an element in lower case, with its prefix, as it is written; longer ones than anybody writes are all the same.
  func name(of node: Int) -> String { Self.name(source[nodes[node].label]) }

  /// The name that some bytes are.
  static func name(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.count <= longestName else { return "unknown" }
    return String(decoding: bytes.map(\.lowercased), as: UTF8.self)
  }

  /// Bytes of a name that are looked at.
  private static let longestName = 64

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
  func child(_ name: ElementName, of node: Int) -> Int? {
    children(of: node).first { nodes[$0].name == name }
  }

  /// The indices of all elements of a name, in order.
  func elements(_ name: ElementName) -> [Int] { nodes.indices.filter { nodes[$0].name == name } }
}
