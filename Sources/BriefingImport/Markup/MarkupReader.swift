import CommonMark

/// Reads the tags of a page or feed as browsers do: nothing is an error, what is missing is implied.
///
/// A reduced form of HTML's own rules (section 13.2): end tags that may be left out, elements without content, and text up to the
/// end tag of scripts. Depth and size are bounded; the time grows with the source.
struct MarkupReader {
  /// Whose rules hold.
  enum Language {
    case html, xml
    /// HTML's elements in XML's tags: any of them can close itself, and a CDATA section is text.
    case xhtml
  }

  /// Levels that are kept apart; what is deeper stands at the last one.
  private static let deepest = 256
  /// Elements and texts at most.
  private static let most = 2_000_000
  /// Bytes of a name that are looked at.
  private static let longestName = 64

  private let language: Language
  private let source: [UInt8]
  private var ends: MarkupEnds
  private var tree: MarkupTree
  /// The indices of the open elements.
  private var open: [Int] = [0]
  /// How many elements of each name are open: nothing is looked for in vain among them.
  private var openCounts: [String: Int] = [:]
  /// How many drawings and formulas are open.
  private var foreign = 0
  /// Elements that are open below the deepest level.
  private var buried = 0
  private var at = 0
  /// Where the tag starts that is read.
  private var tagStart = 0

  /// The tree of a source.
  ///
  /// - Throws: ``ImportProblem`` where it has more elements than are read.
  static func tree(of source: [UInt8], _ language: Language) throws(ImportProblem) -> MarkupTree {
    var reader = MarkupReader(source, language)
    try reader.read()
    return reader.tree
  }

  private init(_ source: [UInt8], _ language: Language) {
    self.source = source
    self.language = language
    ends = MarkupEnds(source)
    tree = MarkupTree(source: source)
  }

  private mutating func read() throws(ImportProblem) {
    var textStart = 0
    while at < source.count {
      guard source[at] == UInt8(ascii: "<"), at + 1 < source.count else {
        at += 1
        continue
      }
      let next = source[at + 1]
      guard
        next.isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
          || next == UInt8(ascii: "?")
      else {
        at += 1
        continue
      }
      addText(textStart..<at)
      tagStart = at
      if next.isLetter {
        readStartTag()
      } else if next == UInt8(ascii: "/") {
        readEndTag()
      } else {
        skipDeclaration()
      }
      textStart = at
      guard tree.nodes.count <= Self.most else {
        throw ImportProblem(
          "has more than \(Self.most / 1_000_000) million elements", advice: "import a part of it")
      }
    }
    addText(textStart..<source.count)
    tagStart = source.count
    while open.count > 1 { pop() }
    tree.nodes[0].end = tree.nodes.count
  }

  // MARK: Tags

  private mutating func readStartTag() {
    at += 1
    let name = readName()
    var attributes = tree.attributes.count..<tree.attributes.count
    var isClosed = false
    var isRepeated = false
    while at < source.count, source[at] != UInt8(ascii: ">") {
      if source[at] == UInt8(ascii: "/") {
        isClosed = at + 1 < source.count && source[at + 1] == UInt8(ascii: ">")
        at += 1
      } else if source[at].isWhitespace {
        at += 1
      } else {
        let attribute = readAttribute()
        // More than anybody writes are only passed over.
        isRepeated = tree.attributes.count - attributes.lowerBound >= 64
        if !isRepeated { tree.attributes.append(attribute) }
      }
    }
    attributes = attributes.lowerBound..<tree.attributes.count
    // The end of the source within a tag: it is none.
    guard at < source.count else { return }
    at += 1
    start(name, attributes, isClosed: isClosed)
  }

  private mutating func start(_ name: String, _ attributes: Range<Int>, isClosed: Bool) {
    if language != .xml { closeImplied(by: name) }
    let index = tree.nodes.count
    tree.nodes.append(
      MarkupTree.Node(
        name: name, parent: open[open.count - 1], text: at..<at, attributes: attributes, end: index + 1))
    if language == .xml {
      if !isClosed { push(index) }
      return
    }
    guard !MarkupNames.void.contains(name), !(isClosed && (language == .xhtml || Self.isForeign(name))) else {
      return
    }
    let isVerbatim = MarkupNames.verbatim.contains(name)
    guard isVerbatim || MarkupNames.referenced.contains(name) else { return push(index) }
    let end = ends.verbatim(name, from: at)
    if end > at {
      tree.nodes.append(
        MarkupTree.Node(name: "", parent: index, text: at..<end, end: index + 2, isVerbatim: isVerbatim))
    }
    tree.nodes[index].end = tree.nodes.count
    at = end
    if at < source.count {
      while at < source.count, source[at] != UInt8(ascii: ">") { at += 1 }
      at = min(at + 1, source.count)
    }
  }

  /// Elements of drawings, which close themselves.
  private static func isForeign(_ name: String) -> Bool {
    ["path", "circle", "rect", "line", "polygon", "polyline", "use", "svg", "g", "ellipse", "stop", "image"]
      .contains(name)
  }

  private mutating func push(_ index: Int) {
    guard open.count < Self.deepest else {
      buried += 1
      return
    }
    open.append(index)
    openCounts[tree.nodes[index].name, default: 0] += 1
    if MarkupNames.foreign.contains(tree.nodes[index].name) { foreign += 1 }
  }

  private mutating func pop() {
    guard open.count > 1, let index = open.popLast() else { return }
    openCounts[tree.nodes[index].name, default: 1] -= 1
    if MarkupNames.foreign.contains(tree.nodes[index].name) { foreign -= 1 }
    tree.nodes[index].end = tree.nodes.count
    tree.nodes[index].text =
      tree.nodes[index].text.lowerBound..<max(tagStart, tree.nodes[index].text.lowerBound)
    buried = 0
  }

  private mutating func readEndTag() {
    at += 2
    let name = readName()
    while at < source.count, source[at] != UInt8(ascii: ">") { at += 1 }
    at = min(at + 1, source.count)
    guard !name.isEmpty else { return }
    if name == "br" || name == "p", language == .html, !isOpen(name) {
      // Both stand for an element of their own.
      return start(name, 0..<0, isClosed: false)
    }
    if buried > 0 {
      buried -= 1
      return
    }
    guard isOpen(name), let index = indexOfOpen(name) else { return }
    while open.count > index { pop() }
  }

  /// The place among the open elements of the one that an end tag closes; nil where it closes none.
  private func indexOfOpen(_ name: String) -> Int? {
    let isTable = ["table", "tr", "td", "th", "thead", "tbody", "tfoot", "caption"].contains(name)
    let isInline = !MarkupNames.block.contains(name)
    var index = open.count - 1
    while index > 0 {
      let other = tree.nodes[open[index]].name
      if other == name { return index }
      if language != .xml {
        if other == "table", isTable { return nil }
        if !isTable, name != "body", name != "html", MarkupNames.boundaries.contains(other) { return nil }
        // What is bold does not close the paragraph in it.
        if isInline, MarkupNames.block.contains(other) { return nil }
      }
      index -= 1
    }
    return nil
  }

  private func isOpen(_ name: String) -> Bool { openCounts[name, default: 0] > 0 }

  /// Ends the elements that a start tag ends.
  private mutating func closeImplied(by name: String) {
    if foreign > 0, MarkupNames.endingForeign.contains(name) {
      var before = 0
      repeat {
        before = foreign
        closeOpen(["svg", "math"], boundary: MarkupNames.foreignText)
      } while foreign > 0 && foreign < before
    }
    if isOpen("p"), MarkupNames.endingParagraph.contains(name) {
      closeOpen(["p"], boundary: MarkupNames.paragraphBoundaries)
    }
    if let (names, boundary) = MarkupNames.ended[name], names.contains(where: isOpen) {
      closeOpen(names, boundary: boundary)
    }
    if isOpen("tr"), name == "tr" || name == "tbody" || name == "thead" || name == "tfoot" {
      closeOpen(["tr"], boundary: [])
    }
  }

  private mutating func closeOpen(_ names: [String], boundary: [String]) {
    var index = open.count - 1
    while index > 0 {
      let other = tree.nodes[open[index]].name
      if names.contains(other) {
        while open.count > index { pop() }
        return
      }
      if boundary.contains(other) { return }
      if other == "table" || MarkupNames.boundaries.contains(other) && !Self.isCell(other, of: names) {
        return
      }
      index -= 1
    }
  }

  /// Whether a cell is no boundary: a row ends the cells in it.
  private static func isCell(_ name: String, of names: [String]) -> Bool {
    (name == "td" || name == "th") && (names.contains("tr") || names.contains("tbody"))
  }

  // MARK: Pieces

  private mutating func readName() -> String {
    let start = at
    while at < source.count, !source[at].isWhitespace, source[at] != UInt8(ascii: ">"),
      source[at] != UInt8(ascii: "/")
    { at += 1 }
    guard at - start <= Self.longestName else { return "unknown" }
    let bytes = source[start..<at]
    guard bytes.contains(where: { $0 != $0.lowercased }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    return String(decoding: bytes.map(\.lowercased), as: UTF8.self)
  }

  private mutating func readAttribute() -> MarkupTree.Attribute {
    let start = at
    at += 1
    while at < source.count, !source[at].isWhitespace, !"=>/".utf8.contains(source[at]) { at += 1 }
    let name = start..<at
    while at < source.count, source[at].isWhitespace { at += 1 }
    guard at < source.count, source[at] == UInt8(ascii: "=") else { return .init(name: name, value: at..<at) }
    at += 1
    while at < source.count, source[at].isWhitespace { at += 1 }
    guard at < source.count else { return .init(name: name, value: at..<at) }
    let quote = source[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let value = at
      while at < source.count, !source[at].isWhitespace, source[at] != UInt8(ascii: ">") { at += 1 }
      return .init(name: name, value: value..<at)
    }
    at += 1
    let value = at
    while at < source.count, source[at] != quote { at += 1 }
    defer { at = min(at + 1, source.count) }
    return .init(name: name, value: value..<at)
  }

  private mutating func addText(_ range: Range<Int>, isVerbatim: Bool = false) {
    guard !range.isEmpty else { return }
    let index = tree.nodes.count
    tree.nodes.append(
      MarkupTree.Node(
        name: "", parent: open[open.count - 1], text: range, end: index + 1, isVerbatim: isVerbatim))
  }

  /// Passes over a comment, a document type or an instruction; a CDATA section of XML is text.
  private mutating func skipDeclaration() {
    guard language != .html, hasPrefix("<![CDATA[") else {
      at = ends.declaration(from: at, isXML: language == .xml)
      return
    }
    let section = ends.section(from: at + 9)
    addText(at + 9..<section.text, isVerbatim: true)
    at = section.end
  }

  private func hasPrefix(_ prefix: StaticString) -> Bool {
    prefix.withUTF8Buffer { source[at...].starts(with: $0) }
  }
}
