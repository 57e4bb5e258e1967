/// A parsed Markdown document: the source bytes and a flat table of its blocks.
///
/// Blocks are parsed at once; the inlines of a block when ``inlines(of:)`` asks for them, so that a reader of
/// a large file pays for what it shows.
public struct Document: Sendable {
  /// The bytes that were parsed, untouched.
  public let source: [UInt8]
  /// The part of `source` that is Markdown; what stands before it (front matter) is skipped.
  public let body: Range<Int>
  /// The constructs beyond CommonMark that were recognised.
  public let extensions: Extensions

  /// Parses `source` from byte `start` on.
  ///
  /// - Throws: `CancellationError` when `isCancelled` answers true; it is asked between blocks.
  public init(
    parsing source: [UInt8], from start: Int = 0, extensions: Extensions = .all,
    isCancelled: () -> Bool = { false }
  ) throws {
    self.source = source
    self.body = start..<source.count
    self.extensions = extensions
  }

  /// The document itself, at the root of the tree.
  public var root: BlockID { BlockID(index: 0) }

  /// How many rows the table has, the document's own included.
  public var blockCount: Int { 1 }

  /// The row of a block.
  public subscript(id: BlockID) -> Block {
    Block(kind: .document, range: body, parent: nil, firstChild: nil, next: nil)
  }

  /// The inlines of a paragraph, heading or table cell; none for every other kind.
  public func inlines(of block: BlockID) -> Inlines { Inlines() }

  /// The text of a code or HTML block as the specification's HTML shows it, line endings as LF.
  public func literal(of block: BlockID) -> String { "" }

  /// The info string of a fenced code block, unescaped (section 4.5); empty where there is none.
  public func info(of block: BlockID) -> String { "" }

  /// The label of a footnote definition as it is written, without `[^` and `]`.
  public func label(of block: BlockID) -> String { "" }

  /// The definition that a footnote label refers to, if there is one (labels match as link labels do).
  public func footnote(labelled label: String) -> BlockID? { nil }
}

/// The inlines of one block: a flat table and the source that its ranges refer to.
public struct Inlines: Sendable {
  /// How many rows the table has.
  public var count: Int { 0 }
  /// The first inline at the top; the others follow by ``Inline/next``.
  public var first: InlineID? { nil }
  /// The row of an inline.
  public subscript(id: InlineID) -> Inline { preconditionFailure() }
  /// What a text, character reference, code span, raw HTML or footnote reference (its label) stands for.
  public func text(of id: InlineID) -> String { "" }
  /// The target of a link or image, unescaped, not percent-encoded.
  public func destination(of id: InlineID) -> String { "" }
  /// The title of a link or image, unescaped; nil where there is none.
  public func title(of id: InlineID) -> String? { nil }
  /// Depth first, in document order, with an explicit stack or links: no depth overflows it.
  public func walk(_ visit: (InlineEvent) -> Void) {}
}
