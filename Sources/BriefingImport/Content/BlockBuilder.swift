import CommonMark

/// Collects blocks from what comes in order: texts, ends of paragraphs, containers. White space becomes what it is on a page, and
/// what holds nothing is left out.
struct BlockBuilder {
  private(set) var blocks: [ImportBlock] = []
  /// The running text that is not yet a block.
  private(set) var runs: [InlineRun] = []
  /// Whether the running text shows anything.
  private(set) var hasText = false
  /// Where each open container starts in `blocks`.
  private var open: [(index: Int, container: ImportContainer)] = []
  private var endsWithSpace = true

  // MARK: Running text

  /// Adds text as it is written: every run of white space is a space.
  mutating func append(_ text: String, style: InlineRun.Style, link: String?) {
    let source = text.utf8
    let written = String(unsafeUninitializedCapacity: source.count) { bytes in
      var count = 0
      for byte in source {
        if byte.isWhitespace {
          if endsWithSpace { continue }
          bytes[count] = 0x20
          endsWithSpace = true
        } else {
          bytes[count] = byte
          endsWithSpace = false
          hasText = true
        }
        count += 1
      }
      return count
    }
    if !written.isEmpty { add(InlineRun(written, style: style, link: link)) }
  }

  /// Adds a run that is no plain text.
  mutating func append(_ run: InlineRun) {
    runs.append(run)
    switch run.kind {
    case .lineBreak, .task: endsWithSpace = true
    case .text, .image, .note:
      endsWithSpace = false
      hasText = true
    }
  }

  private mutating func add(_ run: InlineRun) {
    // A copy of the last run would make the text be copied, too.
    let last = runs.count - 1
    if last >= 0, runs[last].kind == .text, runs[last].style == run.style, runs[last].link == run.link {
      runs[last].text += run.text
    } else {
      runs.append(run)
    }
  }

  /// The last scalar of the running text; nil at its start.
  var lastScalar: Unicode.Scalar? { runs.last?.text.unicodeScalars.last }

  /// Ends the paragraph; what is behind it is another.
  mutating func endParagraph() {
    guard let text = takeRuns() else { return }
    add(.paragraph(text))
  }

  /// The running text, which then starts anew; nil where it shows nothing.
  mutating func takeRuns() -> [InlineRun]? {
    defer {
      runs = []
      endsWithSpace = true
      hasText = false
    }
    return hasText ? runs : nil
  }

  // MARK: Blocks

  /// Adds a leaf behind what was written; directly in a list it becomes an item.
  mutating func add(_ block: ImportBlock) {
    if case .list? = open.last?.container {
      blocks += [.open(.item), block, .close]
    } else {
      blocks.append(block)
    }
  }

  /// Takes back the leaf that was added last.
  mutating func removeLast() {
    switch blocks.last {
    case nil, .open?, .close?: break
    default: blocks.removeLast()
    }
  }

  /// Takes what was made elsewhere, as leaves of the innermost container.
  mutating func add(_ blocks: [ImportBlock]) {
    endParagraph()
    let depth = open.count
    defer { while open.count > depth { closeLast() } }
    for block in blocks {
      switch block {
      case .open(let container): open(container)
      case .close: if open.count > depth { closeLast() }
      case .heading, .paragraph, .code, .table, .rule: add(block)
      }
    }
  }

  /// Starts a container; what it takes to stand there is started with it.
  mutating func open(_ container: ImportContainer) {
    endParagraph()
    switch (open.last?.container, container) {
    // Items without a list are a list.
    case (.list?, .item): break
    case (_, .item): open(.list(start: nil))
    // A list in a list belongs to its last item.
    case (.list?, _): open(.item)
    default: break
    }
    open.append((blocks.count, container))
    blocks.append(.open(container))
  }

  /// Ends the innermost container that is like this one, and all in it.
  mutating func close(_ container: ImportContainer) {
    endParagraph()
    guard let index = open.lastIndex(where: { Self.isAlike($0.container, container) }) else { return }
    while open.count > index { closeLast() }
  }

  /// Ends everything.
  mutating func finish() {
    endParagraph()
    while !open.isEmpty { closeLast() }
  }

  private mutating func closeLast() {
    guard let last = open.popLast() else { return }
    if blocks.count == last.index + 1 { blocks.removeLast() } else { blocks.append(.close) }
  }

  private static func isAlike(_ first: ImportContainer, _ second: ImportContainer) -> Bool {
    switch (first, second) {
    case (.list, .list), (.item, .item), (.quote, .quote), (.note, .note): true
    default: false
    }
  }

  /// Whether an item starts here: nothing of it was written yet, nor a box.
  var isAtStartOfItem: Bool { blocks.last == .open(.item) && runs.isEmpty }

  /// How many containers are open.
  var depth: Int { open.count }
}
