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
  private let language: Language
  private let source: [UInt8]
  private var ends: MarkupEnds
  private var tree: MarkupTree
  /// The indices of the open elements.
  private var open: [Int] = [0]
  /// How many elements of each name are open: nothing is looked for in vain among them.
  private var openCounts = Array(repeating: 0, count: ElementName.allCases.count)
  /// The same of those that have a name of their own (``ElementName/other``).
  private var otherCounts: [String: Int] = [:]
  /// How many drawings and formulas are open.
  private var foreign = 0
  /// Elements that are open below the deepest level.
  private var buried = 0
  private var at = 0
  /// Where the tag starts that is read.
  private var tagStart = 0

  /// The tree of a source.
  ///
  /// - Throws: ``ImportProblem`` where it is larger, or has more elements, than is read.
  static func tree(of source: [UInt8], _ language: Language) throws(ImportProblem) -> MarkupTree {
    guard source.count < MarkupTree.largest else {
      throw ImportProblem("is larger than \(MarkupTree.largest >> 20) MB", advice: "import a part of it")
    }
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
    let label = readName()
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
    start(label, attributes, isClosed: isClosed)
  }

  /// - Parameter label: Where the name stands.
  private mutating func start(_ label: Range<Int>, _ attributes: Range<Int>, isClosed: Bool) {
    let name = element(label)
    if language != .xml { closeImplied(by: name) }
    let index = tree.nodes.count
    tree.nodes.append(
      MarkupTree.Node(
        name, parent: open[open.count - 1], text: at..<at, end: index + 1, label: label,
        attributes: attributes))
    if language == .xml {
      if !isClosed { push(index) }
      return
    }
    guard !name.isVoid, !(isClosed && (language == .xhtml || name.isShape)) else { return }
    guard name.isVerbatim || name.isReferenced else { return push(index) }
    let end = ends.verbatim(tree.name(of: index), from: at)
    if end > at {
      tree.nodes.append(
        MarkupTree.Node(.textNode, parent: index, text: at..<end, end: index + 2, isVerbatim: name.isVerbatim)
      )
    }
    tree.nodes[index].end = tree.nodes.count
    at = end
    if at < source.count {
      while at < source.count, source[at] != UInt8(ascii: ">") { at += 1 }
      at = min(at + 1, source.count)
    }
  }

  private mutating func push(_ index: Int) {
    guard open.count < Self.deepest else {
      buried += 1
      return
    }
    open.append(index)
    count(index, 1)
  }

  /// Counts an element that is opened or closed.
  private mutating func count(_ index: Int, _ change: Int) {
    let name = tree.nodes[index].name
    openCounts[Int(name.rawValue)] += change
    if name == .other { otherCounts[tree.name(of: index), default: 0] += change }
    if name.isForeign { foreign += change }
  }

  private mutating func pop() {
    guard open.count > 1, let index = open.popLast() else { return }
    count(index, -1)
    tree.nodes[index].end = tree.nodes.count
    tree.nodes[index].text =
      tree.nodes[index].text.lowerBound..<max(tagStart, tree.nodes[index].text.lowerBound)
    buried = 0
  }

  private mutating func readEndTag() {
    at += 2
    let label = readName()
    while at < source.count, source[at] != UInt8(ascii: ">") { at += 1 }
    at = min(at + 1, source.count)
    guard !label.isEmpty else { return }
    let name = element(label)
    if name == .br || name == .p, language == .html, !isOpen(name) {
      // Both stand for an element of their own.
      return start(label, 0..<0, isClosed: false)
    }
    if buried > 0 {
      buried -= 1
      return
    }
    guard let index = name == .other ? indexOfOther(label) : isOpen(name) ? indexOfOpen(name) : nil else {
      return
    }
    while open.count > index { pop() }
  }

  /// The place among the open elements of the one that an end tag closes; nil where it closes none.
  private func indexOfOpen(_ name: ElementName) -> Int? {
    var index = open.count - 1
    while index > 0 {
      let other = tree.nodes[open[index]].name
      if other == name { return index }
      if stops(other, name) { return nil }
      index -= 1
    }
    return nil
  }

  /// The same for a name that no rule knows.
  private func indexOfOther(_ label: Range<Int>) -> Int? {
    let name = MarkupTree.name(source[label])
    guard otherCounts[name, default: 0] > 0 else { return nil }
    var index = open.count - 1
    while index > 0 {
      let other = tree.nodes[open[index]].name
      if other == .other, tree.name(of: open[index]) == name { return index }
      if stops(other, .other) { return nil }
      index -= 1
    }
    return nil
  }

  /// Whether an end tag closes nothing outside of an open element.
  private func stops(_ other: ElementName, _ name: ElementName) -> Bool {
    if language == .xml { return false }
    if other == .table, name.isOfTable { return true }
    if !name.isOfTable, name != .body, name != .html, other.isBoundary { return true }
    // What is bold does not close the paragraph in it.
    return !name.isBlock && other.isBlock
  }

  private func isOpen(_ name: ElementName) -> Bool { openCounts[Int(name.rawValue)] > 0 }

  /// Ends the elements that a start tag ends.
  private mutating func closeImplied(by name: ElementName) {
    if foreign > 0, name.endsForeign {
      var before = 0
      repeat {
        before = foreign
        closeOpen([.svg, .math], boundary: ElementName.foreignText)
      } while foreign > 0 && foreign < before
    }
    if isOpen(.p), name.endsParagraph { closeOpen([.p], boundary: ElementName.paragraphBoundaries) }
    if let (names, boundary) = name.ended, names.contains(where: isOpen) {
      closeOpen(names, boundary: boundary)
    }
    if isOpen(.tr), name == .tr || name == .tbody || name == .thead || name == .tfoot {
      closeOpen([.tr], boundary: [])
    }
  }

  private mutating func closeOpen(_ names: [ElementName], boundary: [ElementName]) {
    var index = open.count - 1
    while index > 0 {
      let other = tree.nodes[open[index]].name
      if names.contains(other) {
        while open.count > index { pop() }
        return
      }
      if boundary.contains(other) { return }
      // A row ends the cells in it.
      let isCell = (other == .td || other == .th) && (names.contains(.tr) || names.contains(.tbody))
      if other.isBoundary, !isCell { return }
      index -= 1
    }
  }

  // MARK: Pieces

  /// Passes over a name, and returns where it stands.
  private mutating func readName() -> Range<Int> {
    let start = at
    while at < source.count, !source[at].isWhitespace, source[at] != UInt8(ascii: ">"),
      source[at] != UInt8(ascii: "/")
    { at += 1 }
    return start..<at
  }

  /// The element of a name; XML has none that mean anything.
  private func element(_ label: Range<Int>) -> ElementName {
    language == .xml ? .other : .named(source[label])
  }

  private mutating func readAttribute() -> MarkupTree.Attribute {
    let start = at
    at += 1
    while at < source.count, !source[at].isWhitespace, source[at] != UInt8(ascii: "="),
      source[at] != UInt8(ascii: ">"), source[at] != UInt8(ascii: "/")
    { at += 1 }
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
        .textNode, parent: open[open.count - 1], text: range, end: index + 1, isVerbatim: isVerbatim))
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
