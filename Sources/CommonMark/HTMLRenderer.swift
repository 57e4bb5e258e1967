/// Writes a document as an HTML fragment, exactly as the specifications print it.
public struct HTMLRenderer: Sendable {
  /// Whether raw HTML and every link target pass; otherwise raw HTML is left out with a comment, and
  /// `javascript:`, `vbscript:`, `file:` and `data:` (but images) targets are emptied.
  public var isUnsafe: Bool

  /// Makes a renderer.
  public init(isUnsafe: Bool = false) { self.isUnsafe = isUnsafe }

  /// The whole document as HTML.
  public func render(_ document: Document) -> String { "" }
}
