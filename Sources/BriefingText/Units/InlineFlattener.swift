import CommonMark

/// Turns a block's inlines into text with styles: markup gone, references decoded, soft breaks as spaces.
struct InlineFlattener {
  private let role: Style.Role
  private var builder: UnitTextBuilder
  private var emphasis = 0
  private var strong = 0
  private var strikethrough = 0
  /// Where the links and images that are open start.
  private var open: [Opening] = []
  private var images = 0
  private var marks = 0
  private var elements = HTMLElements()
  /// Whether raw HTML is shown as what it is.
  private let showsElements: Bool
  /// The last row that was looked at together with one before it.
  private var done: Int32 = -1
  /// How many links are around the one that has brackets as a mark of a note.
  private var bracketed: Int?

  private struct Opening {
    var start: Int
    /// Where the text after an image's mark starts.
    var content: Int
  }

  /// The picture that stands before an image's description, with a no-break space.
  static let imageMark = "▣\u{A0}"

  private init(_ role: Style.Role, _ builder: UnitTextBuilder, showsElements: Bool) {
    self.role = role
    self.showsElements = showsElements
    self.builder = builder
  }

  /// Adds the text of a leaf to what a builder holds.
  ///
  /// - Parameter endPiece: Called with the builder where no link is open, now and then in a long leaf.
  /// - Returns: Whether it came to its end: false when `isCancelled`, which is asked now and then, returned true.
  static func append(
    _ leaf: BlockID, _ leaves: inout LeafReader, role: Style.Role, _ footnotes: FootnoteMarks,
    to builder: inout UnitTextBuilder, isCancelled: () -> Bool,
    endPiece: (inout UnitTextBuilder) -> Void = { _ in }
  ) -> Bool {
    leaves.startPieces(of: leaf)
    // An element of raw HTML may be open over pieces.
    var elements = HTMLElements()
    while leaves.nextPiece(isCancelled: isCancelled) {
      guard
        append(
          leaves.inlines, role: role, footnotes, &elements, to: &builder, isCancelled: isCancelled)
      else { return false }
      endPiece(&builder)
    }
    if leaves.isParted { builder.isParted = true }
    return leaves.isAtEnd
  }

  /// Adds the text of inlines to what a builder holds.
  ///
  /// - Returns: Whether it came to its end: false when `isCancelled`, which is asked now and then, returned true.
  private static func append(
    _ inlines: Inlines, role: Style.Role, _ footnotes: FootnoteMarks, _ elements: inout HTMLElements,
    to builder: inout UnitTextBuilder, isCancelled: () -> Bool
  ) -> Bool {
    // As most leaves are: an index reads them in half the time so.
    if builder.isBare, inlines.count < longPiece, elements.isEmpty, inlines.isProse {
      builder.append(prose: inlines)
      return true
    }
    var flattener = InlineFlattener(role, builder, showsElements: inlines.extensions.contains(.htmlElements))
    flattener.elements = elements
    // Two owners of the bytes would copy them.
    builder = UnitTextBuilder(isBare: true)
    let isComplete = inlines.walk(isCancelled: isCancelled) { event in
      switch event {
      case .enter(let id): flattener.enter(id, of: inlines, footnotes)
      case .exit(let id): flattener.exit(id, of: inlines)
      }
    }
    builder = flattener.builder
    elements = flattener.elements
    return isComplete
  }

  private var traits: Style.Traits {
    var traits: Style.Traits = []
    if emphasis > 0 { traits.insert(.emphasis) }
    if strong > 0 { traits.insert(.strong) }
    if strikethrough > 0 { traits.insert(.strikethrough) }
    if marks > 0 { traits.insert(.mark) }
    return traits
  }

  private var style: Style {
    let style = Style(images > 0 ? .caption : open.isEmpty ? role : .link, traits)
    return elements.isEmpty ? style : elements.style(over: style)
  }

  private mutating func enter(_ id: InlineID, of inlines: Inlines, _ footnotes: FootnoteMarks) {
    guard id.index > done else { return }
    switch inlines[id].kind {
    case .text, .characterReference: builder.append(id, of: inlines, style)
    case .softBreak: builder.appendSpace(style)
    case .lineBreak: builder.appendNewline(style)
    case .code:
      builder.append(verbatim: id, of: inlines, Style(open.isEmpty ? .code : .link, traits))
    case .html where showsElements: enterElement(id, of: inlines)
    case .html:
      if HTMLText.isLineBreak(inlines.text(of: id)) { builder.appendNewline(style) }
    case .emphasis: emphasis += 1
    case .strong: strong += 1
    case .strikethrough: strikethrough += 1
    case .mark: marks += 1
    case .link:
      let start = builder.count
      // `4.[1](#footnote-1)` is no 4.1.
      if showsElements, inlines.isNoteMark(id), builder.bytes.last.map({ $0 > 0x20 }) == true {
        builder.append(verbatim: "[", Style(.link, traits))
        bracketed = open.count
      }
      open.append(Opening(start: start, content: start))
    case .image:
      let start = builder.count
      images += 1
      builder.append(verbatim: InlineFlattener.imageMark, style)
      open.append(Opening(start: start, content: builder.count))
    case .footnoteReference:
      let start = builder.count
      let label = inlines.text(of: id)
      builder.append(verbatim: footnotes.mark(ofReferenceTo: label), Style(.marker, traits))
      builder.link(from: start, to: label, .footnote)
    }
  }

  private mutating func exit(_ id: InlineID, of inlines: Inlines) {
    switch inlines[id].kind {
    case .emphasis: emphasis -= 1
    case .strong: strong -= 1
    case .strikethrough: strikethrough -= 1
    case .mark: marks -= 1
    case .link:
      if bracketed == open.count - 1 {
        builder.append(verbatim: "]", Style(.link, traits))
        bracketed = nil
      }
      let opening = open.popLast()
      elements.leaveLink(depth: open.count)
      if let opening { builder.link(from: opening.start, id, of: inlines) }
    case .image:
      guard let opening = open.popLast() else { return }
      let destination = inlines.destination(of: id)
      // Without a description the file's name says more than nothing.
      if builder.count == opening.content { builder.append(InlineFlattener.fileName(destination), style) }
      images -= 1
      builder.link(from: opening.start, to: destination, .image)
    case .text, .characterReference, .softBreak, .lineBreak, .code, .html, .footnoteReference: break
    }
  }

  private mutating func enterElement(_ id: InlineID, of inlines: Inlines) {
    guard let tag = inlines.tag(at: id) else { return }
    if let raised = inlines.raisedText(at: id, tag, behind: builder.bytes.last) {
      builder.append(raised.text, style)
      done = raised.end.index
    } else {
      elements.take(tag, style, isBlock: false, depth: open.count, to: &builder)
    }
  }

  /// The last part of a path; of a target that ends in none of some length, such as `data:`, that it is an image.
  static func fileName(_ destination: String) -> String {
    // The end alone is looked at: few bytes of source can ask for a long target many times.
    let end = String(decoding: destination.utf8.suffix(longestName + 1), as: UTF8.self)
    let name = end.split(separator: "/").last.map(String.init) ?? end
    return name.utf8.count > longestName || destination.hasPrefix("data:") ? "image" : name
  }

  /// How many inlines are gone through at once, without the question whether to go on.
  private static let longPiece = 1 << 12

  /// Bytes of a file's name at most.
  private static let longestName = 100
}
