/// Reads the inlines of a document's leaves one after another with the buffers of one parser: for those who read
/// many of them, quicker than ``Document/inlines(of:)``.
public struct LeafReader {
  let document: Document
  private var parser: InlineParser
  private(set) var content = LeafContent()
  /// What was read last; its table is the next one's where nobody else has kept it.
  public private(set) var inlines: Inlines
  /// The leaf whose pieces are asked for next; nil after its first one.
  private var leaf: BlockID?
  /// Whether the leaf that ``startPieces(of:)`` started is read to its end.
  public private(set) var isAtEnd = true
  /// Whether a mark stood open at the end of a piece: the leaf has more of them than the document may have open, and
  /// what was open is text.
  public private(set) var isParted = false

  /// Makes a reader of a document's leaves.
  public init(_ document: Document) {
    self.document = document
    parser = InlineParser(
      extensions: document.extensions, references: document.references,
      maximumOpenMarks: document.maximumOpenMarks)
    inlines = Inlines(of: document)
  }

  /// The inlines of a paragraph, heading or table cell; none for every other kind.
  public mutating func inlines(of block: BlockID) -> Inlines {
    read(block)
    return inlines
  }

  /// Makes ``inlines`` what ``inlines(of:)`` returns. A leaf can be as long as a file, so it can be stopped within one.
  ///
  /// - Parameter isCancelled: Asked at the start and then every millisecond or two.
  /// - Returns: Whether it came to its end; if not, ``inlines`` are none.
  @discardableResult
  public mutating func read(_ block: BlockID, isCancelled: () -> Bool = { false }) -> Bool {
    guard let isLoaded = load(block, isCancelled) else { return true }
    let bytes = document.source
    let isComplete =
      isLoaded
      && content.withBytes(of: bytes.span) {
        parser.parse($0, $1, into: &inlines.rows, isCancelled: isCancelled)
      }
    return take(isComplete)
  }

  /// Starts to read a leaf that may be as long as a file piece by piece, so that what is kept of its inlines at once does
  /// not grow with it: `while reader.nextPiece() { … }`.
  ///
  /// No inline reaches over the end of a piece. All but leaves of many thousand marks are one piece.
  public mutating func startPieces(of block: BlockID) {
    leaf = block
    isAtEnd = false
    isParted = false
  }

  /// Makes ``inlines`` the next piece of the leaf that was started; its top level goes on after that of the piece before.
  ///
  /// - Parameter isCancelled: Asked every millisecond or two.
  /// - Returns: Whether there was another piece; false where it was cancelled as well, and then ``isAtEnd`` is false.
  public mutating func nextPiece(isCancelled: () -> Bool = { false }) -> Bool {
    guard !isAtEnd else { return false }
    let bytes = document.source
    if let block = leaf {
      leaf = nil
      guard let isLoaded = load(block, isCancelled) else {
        isAtEnd = true
        return false
      }
      guard take(isLoaded) else { return false }
      content.withBytes(of: bytes.span) { text, _ in parser.start(text) }
    }
    // Two owners of what is written next would copy it.
    inlines.sourceMap = SourceMap()
    inlines.targets = []
    let isComplete = content.withBytes(of: bytes.span) {
      parser.parsePiece($0, $1, into: &inlines.rows, isCancelled: isCancelled)
    }
    isAtEnd = isComplete && parser.isAtEnd
    if parser.border.isParted { isParted = true }
    return take(isComplete)
  }

  /// Loads the content of a leaf; nil for a block without inlines, false where it was cancelled.
  private mutating func load(_ block: BlockID, _ isCancelled: () -> Bool) -> Bool? {
    let row = document.rows[Int(block.index)]
    // Two owners of what is written next would copy it.
    inlines.sourceMap = SourceMap()
    inlines.targets = []
    guard row.tag.hasInlines else {
      inlines.rows.removeAll(keepingCapacity: true)
      return nil
    }
    let bytes = document.source
    return content.load(row, document.lines, bytes.span, copiesLines: false, isCancelled: isCancelled)
  }

  /// Makes ``inlines`` what was parsed; none where that did not come to its end, which it returns.
  private mutating func take(_ isComplete: Bool) -> Bool {
    guard isComplete else {
      inlines.rows.removeAll(keepingCapacity: true)
      return false
    }
    inlines.targets = parser.targets
    inlines.sourceMap = content.map
    return true
  }
}
