/// Reads the inlines of a document's leaves one after another with the buffers of one parser: for those who read
/// many of them, quicker than ``Document/inlines(of:)``.
public struct LeafReader {
  private let document: Document
  private var parser: InlineParser
  private var content = LeafContent()
  /// What was read last; its table is the next one's where nobody else has kept it.
  public private(set) var inlines: Inlines

  /// Makes a reader of a document's leaves.
  public init(_ document: Document) {
    self.document = document
    parser = InlineParser(extensions: document.extensions, references: document.references)
    inlines = Inlines(of: document)
  }

  /// The inlines of a paragraph, heading or table cell; none for every other kind.
  public mutating func inlines(of block: BlockID) -> Inlines {
    read(block)
    return inlines
  }

  /// Makes ``inlines`` what ``inlines(of:)`` answers. A leaf can be as long as a file, so it can be stopped within one.
  ///
  /// - Parameter isCancelled: Asked at the start and then every millisecond or two.
  /// - Returns: Whether it came to its end; if not, ``inlines`` are none.
  @discardableResult
  public mutating func read(_ block: BlockID, isCancelled: () -> Bool = { false }) -> Bool {
    let row = document.rows[Int(block.index)]
    // Two owners of what is written next would copy it.
    inlines.sourceMap = SourceMap()
    inlines.targets = []
    guard row.tag.hasInlines else {
      inlines.rows.removeAll(keepingCapacity: true)
      return true
    }
    let bytes = document.source
    let source = bytes.span
    let isComplete =
      content.load(row, document.lines, source, isCancelled: isCancelled)
      && content.withBytes(of: source) {
        parser.parse($0, $1, into: &inlines.rows, isCancelled: isCancelled)
      }
    guard isComplete else {
      inlines.rows.removeAll(keepingCapacity: true)
      return false
    }
    inlines.targets = parser.targets
    inlines.sourceMap = content.map
    return true
  }
}
