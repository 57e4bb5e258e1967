/// The inlines of one block: a flat table and the source that its ranges refer to.
///
/// Rows are in document order, a container before its contents.
public struct Inlines: Sendable {
  let source: [UInt8]
  var rows: [InlineRow] = []
  var targets: [LinkTarget] = []
  var sourceMap = SourceMap()
  let references: References
  /// The constructs that were recognised.
  package let extensions: Extensions

  /// No inlines, of a document's bytes.
  init(of document: Document) {
    source = document.source
    references = document.references
    extensions = document.extensions
  }

  /// How many rows the table has.
  public var count: Int { rows.count }

  /// The row of an inline.
  public subscript(id: InlineID) -> Inline {
    let row = rows[Int(id.index)]
    return Inline(
      id: id, kind: row.kind, range: Int(row.start)..<Int(row.end),
      parent: row.parent < 0 ? nil : InlineID(index: row.parent),
      firstChild: hasChildren(id.index) ? InlineID(index: id.index + 1) : nil,
      next: row.next < 0 ? nil : InlineID(index: row.next))
  }

  private func hasChildren(_ index: Int32) -> Bool {
    let child = Int(index) + 1
    return child < rows.count && rows[child].parent == index
  }

  /// What a text, character reference, code span, raw HTML or footnote reference (its label) stands for.
  ///
  /// Empty for every other kind. Bytes that are not UTF-8, and NUL, become U+FFFD.
  public func text(of id: InlineID) -> String {
    var bytes: [UInt8] = []
    appendText(of: Int(id.index), to: &bytes)
    return String(repairing: bytes)
  }

  /// Appends the UTF-8 of what ``text(of:)`` says, for those who want no string of it.
  public func appendText(of id: InlineID, to bytes: inout [UInt8]) {
    let start = bytes.count
    appendText(of: Int(id.index), to: &bytes)
    bytes.repair(from: start)
  }

  /// Whether there is nothing but text, emphasised or not, character references and soft breaks.
  package var isProse: Bool {
    rows.allSatisfy {
      switch $0.kind {
      case .text, .characterReference, .softBreak, .emphasis, .strong, .strikethrough, .mark: true
      case .lineBreak, .code, .html, .link, .image, .footnoteReference: false
      }
    }
  }

  /// Appends the text of all that ``isProse`` speaks of, as UTF-8, a space for each soft break.
  package func appendProse(to bytes: inout [UInt8]) {
    let start = bytes.count
    for (index, row) in rows.enumerated() {
      if row.kind == .softBreak { bytes.append(UInt8(ascii: " ")) } else { appendText(of: index, to: &bytes) }
    }
    bytes.repair(from: start)
  }

  /// The target of a link or image, unescaped, not percent-encoded; empty for every other kind.
  public func destination(of id: InlineID) -> String {
    if let target = definedTarget(of: id) { return target.destination }
    var bytes: [UInt8] = []
    appendDestination(of: Int(id.index), to: &bytes)
    return String(repairing: bytes)
  }

  /// Calls `body` with the UTF-8 of what ``destination(of:)`` says, for those who want no string of it.
  ///
  /// - Parameter room: What is in it goes.
  package func withDestination(
    of id: InlineID, _ room: inout [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    if var target = definedTarget(of: id)?.destination { return target.withUTF8(body) }
    room.removeAll(keepingCapacity: true)
    appendDestination(of: Int(id.index), to: &room)
    room.repair(from: 0)
    room.withUnsafeBufferPointer(body)
  }

  /// The title of a link or image, unescaped; nil where there is none.
  public func title(of id: InlineID) -> String? {
    if let target = definedTarget(of: id) { return target.title }
    var bytes: [UInt8] = []
    return appendTitle(of: Int(id.index), to: &bytes) ? String(repairing: bytes) : nil
  }

  private func definedTarget(of id: InlineID) -> References.Target? {
    let row = rows[Int(id.index)]
    guard row.kind == .link || row.kind == .image, row.detail == LinkTarget.Form.definition.rawValue else {
      return nil
    }
    return references.target(ofDefinition: Int(row.payload), in: source)
  }

  /// Depth first, in document order; no depth overflows it.
  ///
  /// - Parameter isCancelled: Asked now and then whether to stop.
  /// - Returns: Whether it came to its end.
  @discardableResult
  public func walk(isCancelled: () -> Bool = { false }, _ visit: (InlineEvent) -> Void) -> Bool {
    var index: Int32 = 0
    while index < rows.count {
      if index % Self.stride == Self.stride - 1, isCancelled() { return false }
      visit(.enter(InlineID(index: index)))
      if hasChildren(index) {
        index += 1
        continue
      }
      // A container without contents ends where it starts; leaves have no exit.
      if rows[Int(index)].kind.isContainer { visit(.exit(InlineID(index: index))) }
      var last = index
      while rows[Int(last)].next < 0, rows[Int(last)].parent >= 0 {
        last = rows[Int(last)].parent
        visit(.exit(InlineID(index: last)))
      }
      index += 1
    }
    return true
  }

  /// Rows that are visited between two questions whether to go on.
  private static let stride: Int32 = 1 << 14
}

extension InlineKind {
  /// Whether it holds other inlines.
  public var isContainer: Bool {
    switch self {
    case .emphasis, .strong, .strikethrough, .mark, .link, .image: true
    case .text, .characterReference, .softBreak, .lineBreak, .code, .html, .footnoteReference: false
    }
  }
}

extension Inlines {
  /// Appends what ``text(of:)`` says, as bytes that are not repaired.
  func appendText(of index: Int, to bytes: inout [UInt8]) {
    let row = rows[index]
    let range = Int(row.start)..<Int(row.end)
    switch row.kind {
    case .text:
      bytes.append(range, of: source)
    case .characterReference:
      switch source[range.lowerBound] {
      case UInt8(ascii: ":"): EmojiCode(source.span, at: range.lowerBound)?.append(to: &bytes)
      case UInt8(ascii: "^"), UInt8(ascii: "~"): RaisedMark.append(range, of: source, to: &bytes)
      default: CharacterReference(source.span, at: range.lowerBound)?.append(to: &bytes)
      }
    case .code:
      appendCode(range, to: &bytes)
    case .html:
      appendContent(range, to: &bytes)
    case .footnoteReference where source[range.lowerBound] == UInt8(ascii: "^"):
      // With what no label of `[^label]` starts with.
      appendContent(range.lowerBound..<range.upperBound - 1, to: &bytes)
    case .footnoteReference:
      bytes.append(contentsOf: source[range.lowerBound + 2..<range.upperBound - 1])
    case .softBreak, .lineBreak, .emphasis, .strong, .strikethrough, .mark, .link, .image:
      break
    }
  }

  /// Section 6.1: line endings are spaces; one space at both ends goes where not all is spaces.
  private func appendCode(_ range: Range<Int>, to bytes: inout [UInt8]) {
    var length = 0
    while source[range.lowerBound + length] == UInt8(ascii: "`") { length += 1 }
    let first = bytes.count
    appendContent(range.lowerBound + length..<range.upperBound - length, to: &bytes)
    var hasText = false
    for index in first..<bytes.count {
      if bytes[index] == UInt8(ascii: "\n") { bytes[index] = UInt8(ascii: " ") }
      if bytes[index] != UInt8(ascii: " ") { hasText = true }
    }
    if hasText, bytes[first] == UInt8(ascii: " "), bytes[bytes.count - 1] == UInt8(ascii: " ") {
      bytes.removeLast()
      bytes.remove(at: first)
    }
  }

  /// Appends a range of the source as the block's content has it: without what containers put between lines.
  func appendContent(_ range: Range<Int>, to bytes: inout [UInt8]) {
    if sourceMap.isContiguous {
      bytes.append(range, of: source)
      return
    }
    sourceMap.appendContent(of: source, range, to: &bytes)
  }

  /// Appends what ``destination(of:)`` says.
  func appendDestination(of index: Int, to bytes: inout [UInt8]) {
    let row = rows[index]
    guard row.kind == .link || row.kind == .image, let form = LinkTarget.Form(rawValue: row.detail) else {
      return
    }
    let range = Int(row.start)..<Int(row.end)
    switch form {
    case .inline where extensions.contains(.templateTags):
      let start = bytes.count
      appendUnescaped(Range(targets[Int(row.payload)].destination), to: &bytes)
      TemplateTarget.resolve(&bytes, from: start)
    case .inline:
      appendUnescaped(Range(targets[Int(row.payload)].destination), to: &bytes)
    case .definition:
      let range = references.definitions[Int(row.payload)].destination
      Unescaping.append(source.span.extracting(range), to: &bytes)
    case .autolink:
      // Backslashes escape nothing here, but references are what they are anywhere but in code (section 2.5).
      var content: [UInt8] = []
      appendContent(range.lowerBound + 1..<range.upperBound - 1, to: &content)
      Unescaping.appendReferences(content.span, to: &bytes)
    case .mailAutolink:
      bytes.append(contentsOf: "mailto:".utf8)
      appendContent(range.lowerBound + 1..<range.upperBound - 1, to: &bytes)
    case .wiki, .wikiPicture:
      // A name and no address: `%` in it is not an escape.
      var name: [UInt8] = []
      appendContent(Range(targets[Int(row.payload)].destination), to: &name)
      for byte in name {
        if byte == UInt8(ascii: "%") { bytes.append(contentsOf: "%25".utf8) } else { bytes.append(byte) }
      }
    case .bareURL, .bareWWW, .bareMail:
      if form == .bareWWW { bytes.append(contentsOf: "http://".utf8) }
      if form == .bareMail { bytes.append(contentsOf: "mailto:".utf8) }
      appendContent(range, to: &bytes)
    }
  }

  /// Appends what ``title(of:)`` says; returns whether there is a title.
  func appendTitle(of index: Int, to bytes: inout [UInt8]) -> Bool {
    let row = rows[index]
    guard row.kind == .link || row.kind == .image, let form = LinkTarget.Form(rawValue: row.detail) else {
      return false
    }
    switch form {
    case .inline:
      let range = Range<Int>(targets[Int(row.payload)].title)
      guard range.lowerBound > 0 else { return false }
      appendUnescaped(range, to: &bytes)
      return true
    case .definition:
      guard let range = references.definitions[Int(row.payload)].title else { return false }
      let texts = references.definitions.texts
      Unescaping.append(texts.span.extracting(range), to: &bytes)
      return true
    case .autolink, .mailAutolink, .bareURL, .bareWWW, .bareMail, .wiki, .wikiPicture:
      return false
    }
  }

  private func appendUnescaped(_ range: Range<Int>, to bytes: inout [UInt8]) {
    if sourceMap.isContiguous {
      Unescaping.append(source.span.extracting(range), to: &bytes)
      return
    }
    var content: [UInt8] = []
    appendContent(range, to: &content)
    Unescaping.append(content.span, to: &bytes)
  }
}
