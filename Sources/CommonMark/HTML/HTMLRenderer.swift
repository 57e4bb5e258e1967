/// Writes a document as an HTML fragment, exactly as the specifications print it.
public struct HTMLRenderer: Sendable {
  /// Whether raw HTML and every link target pass; otherwise raw HTML is left out with a comment, and
  /// `javascript:`, `vbscript:`, `file:` and `data:` (but images) targets are emptied.
  public var isUnsafe: Bool

  /// Attributes that a heading's start tag gets, such as ` id="news"`: as they are, so with a space in front and
  /// escaped.
  public var headingAttributes: (@Sendable (BlockID) -> String)?

  /// Makes a renderer.
  public init(isUnsafe: Bool = false) { self.isUnsafe = isUnsafe }

  /// The whole document as HTML.
  public func render(_ document: Document) -> String {
    render(document, BlockID(index: 1)..<BlockID(index: Int32(truncatingIfNeeded: document.blockCount)))
  }

  /// A stretch of a document as HTML: blocks that follow each other in its table, in the containers that they
  /// stand in, and the footnotes that they refer to.
  public func render(_ document: Document, _ blocks: Range<BlockID>) -> String {
    let rows = Int(blocks.lowerBound.index)..<Int(blocks.upperBound.index)
    var writer = HTMLWriter(document, rows, self)
    writer.write(rows)
    writer.writeFootnotes()
    return writer.html.finish()
  }
}
