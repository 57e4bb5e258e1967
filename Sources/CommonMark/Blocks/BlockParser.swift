/// The block phase: one pass over the lines that fills a table of blocks (CommonMark 0.31.2, appendix "Phase 1").
///
/// The containers that are open form a stack, at most one leaf is open below them, and every row is appended
/// when its block starts: so the table is in document order. A leaf is the last row until it closes, which is
/// why a paragraph can still become something else.
struct BlockParser {
  /// What is open at the bottom.
  enum Leaf {
    case none, paragraph, fencedCode, indentedCode, html, table, comment
  }

  let extensions: Extensions
  /// Blocks at most, the document not counted.
  private let maximumBlocks: Int
  /// See ``Document/maximumOpenMarks``; for inline notes.
  let maximumOpenMarks: Int
  /// Asked whether nobody wants the document any more; set while it is parsed.
  private var cancellation: (() -> Bool)?
  /// Told how far it has come, before it is asked; set while it is parsed.
  private var progress: ((Int) -> Void)?
  /// The offset up to which it was parsed, as of the last question.
  private var parsedEnd = 0
  private var isCancelled = false
  /// Steps that were made since the start, of which each takes little time.
  private var steps = 0
  var rows = BlockTable()
  var lines: [LineRow] = []
  var definitions = LinkDefinitions()
  var footnotes = LabelTable()

  var containers: [Container] = []
  /// Places in `containers` of the quotes, so that a blank line finds the ones that it closes.
  var quotes: [Int32] = []
  var leaf = Leaf.none
  var leafRow = 0

  var cursor = LineCursor()
  /// How long the source is: what is left of it says how much room the tables want.
  private(set) var sourceCount = 0
  /// How many of the containers the current line continues.
  var matched = 1
  /// Whether the line before was blank, and the innermost quote (a place in `containers`) that it was blank in.
  var isAfterBlankLine = false
  var blankLineQuote = 0
  /// No thematic break starts before this offset: a failed scan is not repeated for each marker of `* * * a`.
  var thematicBreakLimit = 0

  var fence = Fence()
  /// Where the words stand that end code between tags, by ``TemplateFence``, and where a comment ends.
  var templateEnds = InlineArray<3, NextPlace>(repeating: NextPlace())
  var nextCommentEnd = NextPlace()
  var htmlEnd = HTMLBlockEnd.blankLine
  var table = OpenTable()
  /// Where the last line of the open indented chunk that is not blank ends.
  var chunkEnd = 0
  /// The content of a leaf that is looked at as a whole.
  var content = LeafContent()
  /// Whether there may be inline notes; set before the first line.
  var mayHaveNotes = false

  /// Bytes that can start a block or matter in front of one: any other continues a paragraph.
  private static let starters = ByteSet(" \t\n\r>#`~<=-_*+|:[{%0123456789")

  init(extensions: Extensions, maximumBlocks: Int, maximumOpenMarks: Int) {
    self.extensions = extensions
    self.maximumOpenMarks = maximumOpenMarks
    self.maximumBlocks = maximumBlocks
  }

  /// Whether there are more blocks than there may be.
  @inline(__always)
  private var isFull: Bool { rows.count - 1 > maximumBlocks }

  /// Whether the rest is not parsed: there are too many blocks, or nobody wants it any more. Whoever makes many steps
  /// before the next line asks at each of them.
  @inline(__always)
  mutating func endsEarly() -> Bool {
    steps &+= 1
    if steps & 0xFFF == 0 { ask() }
    return isCancelled || isFull
  }

  @inline(never)
  private mutating func ask() {
    progress?(parsedEnd)
    if !isCancelled, cancellation?() == true { isCancelled = true }
  }

  /// Parses `range` of the source.
  ///
  /// - Parameter onProgress: Told up to which offset it was parsed, at each question.
  /// - Throws: `CancellationError` when `isCancelled` returns true: it is asked every 64 kB, every 256 lines and every 4,096
  ///   steps, for one line can be as long as a file. ``DocumentError/tooManyBlocks(limit:)``.
  mutating func parse(
    _ source: Span<UInt8>, _ range: Range<Int>, isCancelled: () -> Bool, onProgress: (Int) -> Void
  ) throws {
    withoutActuallyEscaping(isCancelled) { isCancelled in
      withoutActuallyEscaping(onProgress) { onProgress in
        (cancellation, progress) = (isCancelled, onProgress)
        parse(source, range)
        (cancellation, progress) = (nil, nil)
      }
    }
    if self.isCancelled { throw CancellationError() }
    if isFull { throw DocumentError.tooManyBlocks(limit: maximumBlocks) }
    rows[0].end = Int32(range.upperBound)
  }

  private mutating func parse(_ source: Span<UInt8>, _ range: Range<Int>) {
    sourceCount = source.count
    rows.reserveCapacity(range.count / 128 + 16)
    rows.append(BlockRow(.document, start: range.lowerBound, parent: -1))
    containers.append(Container(.document, row: 0))
    table.missingCells = max(range.count, 100_000)
    let starters = Self.starters
    var start = range.lowerBound
    if source.hasPrefix("\u{FEFF}", at: start) { start += 3 }
    var lineCount = 0
    var pause = start + Self.stride
    findNotes(in: source, start..<range.upperBound)
    while start < range.upperBound {
      let end = source.endOfLine(from: start)
      if leaf == .paragraph, containers.count == 1, !starters.contains(source[start]) {
        addLine(start: start, end: end, in: source)
        isAfterBlankLine = false
      } else {
        cursor.start(start, end: end, in: source)
        processLine(in: source)
      }
      if isFull || isCancelled { break }
      start = source.startOfNextLine(after: end)
      lineCount &+= 1
      if lineCount & 0xFF == 0 || start >= pause {
        parsedEnd = start
        ask()
        pause = start + Self.stride
      }
    }
    closeContainers(to: 1, in: source)
  }

  /// Bytes between two questions whether to go on.
  private static let stride = 1 << 16

  private mutating func processLine(in source: Span<UInt8>) {
    matched = 1
    thematicBreakLimit = 0
    if containers.count > 1 { matchContainers(in: source) }
    if matched == containers.count, continueLeaf(in: source) { return }
    openBlocks(in: source)
  }

  /// Gives the line to an open leaf that is not a paragraph or table; returns whether that was all of the line.
  private mutating func continueLeaf(in source: Span<UInt8>) -> Bool {
    switch leaf {
    case .none, .paragraph:
      return false
    case .table:
      return table.columns.map { continueSimpleTable($0, in: source) } ?? false
    case .comment:
      continueComment(in: source)
      return true
    case .fencedCode:
      continueFencedCode(in: source)
      isAfterBlankLine = false
      return true
    case .indentedCode:
      if cursor.isIndented || cursor.isBlank {
        addChunkLine(in: source)
        noteBlankLine(cursor.isBlank)
        return true
      }
      closeLeaf(in: source)
      return false
    case .html:
      if htmlEnd == .blankLine && cursor.isBlank {
        closeLeaf(in: source)
        return false
      }
      if htmlEnd == .blankLine, htmlHeading(in: source) != nil {
        closeLeaf(in: source)
        return false
      }
      addHTMLLine(in: source)
      noteBlankLine(cursor.isBlank)
      return true
    }
  }

  /// What blank lines say of the list around them is told from the innermost quote that the line stood in.
  mutating func noteBlankLine(_ isBlank: Bool) {
    isAfterBlankLine = isBlank
    if isBlank { blankLineQuote = Int(quotes.last ?? 0) }
  }

  /// Opens the blocks that start on the rest of the line, then gives what is left to a leaf.
  private mutating func openBlocks(in source: Span<UInt8>) {
    /// The paragraph or table that the line would continue, as long as no container opened.
    var continuesLeaf = matched == containers.count && leaf != .none
    loop: while !cursor.isBlank {
      if endsEarly() { return }
      if cursor.isIndented {
        if leaf == .paragraph { break }
        openIndentedCode(in: source)
        return
      }
      let isInParagraph = continuesLeaf && leaf == .paragraph
      switch source[cursor.nonspace] {
      case UInt8(ascii: ">"):
        openQuote(in: source)
      case UInt8(ascii: "#"):
        if openHeading(in: source) { return }
        break loop
      case UInt8(ascii: "`"), UInt8(ascii: "~"):
        if openFencedCode(in: source) { return }
        break loop
      case UInt8(ascii: "<"):
        if openHTML(in: source) { return }
        break loop
      case UInt8(ascii: "="):
        if isInParagraph, closeSetextHeading(in: source) { return }
        if isInParagraph || !openAdmonition(in: source) { break loop }
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "+"):
        if isInParagraph, closeSetextHeading(in: source) || openSimpleTable(in: source) { return }
        if !isInParagraph, openRuledTable(in: source) { return }
        if openThematicBreak(in: source) { return }
        if !openItem(interruptsParagraph: isInParagraph, in: source) { break loop }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if !openItem(interruptsParagraph: isInParagraph, in: source) { break loop }
      case UInt8(ascii: "["):
        if !openFootnote(in: source) { break loop }
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        if isInParagraph || !openAdmonition(in: source) { break loop }
      case UInt8(ascii: "{"):
        if openTemplateFence(in: source) { return }
        break loop
      case UInt8(ascii: "%"):
        if openComment(isInParagraph: isInParagraph, in: source) { return }
        break loop
      case UInt8(ascii: ":"):
        if !openDefinition(continuesLeaf: continuesLeaf, in: source) { break loop }
      default:
        break loop
      }
      continuesLeaf = false
    }
    addText(continuesLeaf: continuesLeaf, in: source)
  }

  /// The rest of a line in which no further block starts.
  private mutating func addText(continuesLeaf: Bool, in source: Span<UInt8>) {
    if cursor.isBlank {
      closeUnmatched(in: source)
      if leaf != .none { closeLeaf(in: source) }
      noteBlankLine(!isStartOfContainer)
      return
    }
    // Laziness (sections 5.1 and 5.2): a paragraph goes on without the markers of its containers.
    if leaf == .paragraph, continuesLeaf || matched < containers.count {
      if continuesLeaf, openTable(in: source) {
        isAfterBlankLine = false
        return
      }
      addLine(start: cursor.nonspace, end: cursor.lineEnd, in: source)
    } else if leaf == .table, continuesLeaf, addTableRow(in: source) {
      // The row is in the table.
    } else {
      openParagraph(in: source)
    }
    isAfterBlankLine = false
  }

  /// Whether the innermost container started on the current line.
  private var isStartOfContainer: Bool {
    containers.count > 1 && Int(rows[containers[containers.count - 1].row].start) >= cursor.lineStart
  }
}
