/// Writes a document as an HTML fragment, exactly as the specifications print it.
public struct HTMLRenderer: Sendable {
  /// Whether raw HTML and every link target pass; otherwise raw HTML is left out with a comment, and
  /// `javascript:`, `vbscript:`, `file:` and `data:` (but images) targets are emptied.
  public var isUnsafe: Bool

  /// Asked for each block that is rendered, before what it holds: what to write otherwise; nil for nothing. A footnote
  /// is asked for where it is written, at the end; of a stretch, the containers around it get attributes alone.
  public var blockOverride: (@Sendable (Block) -> HTMLOverride?)?

  /// Asked for each inline that is rendered, with the table that it stands in: what to write otherwise; nil for
  /// nothing. What stands in an image's description is text alone, and not asked for.
  public var inlineOverride: (@Sendable (Inline, Inlines) -> HTMLOverride?)?

  /// Makes a renderer.
  public init(isUnsafe: Bool = false) { self.isUnsafe = isUnsafe }

  /// The whole document as HTML.
  public func render(_ document: Document) -> String {
    render(document, document.blocks.startIndex..<document.blocks.endIndex)
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
