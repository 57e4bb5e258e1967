import CommonMark

/// One briefing: its metadata, its sections and its parsed text.
public struct Briefing: Sendable {
  /// What the front matter says, completed from heading, file name and file time.
  public let metadata: Metadata
  /// The parsed Markdown.
  public let document: Document
  /// The lone level-1 heading before all others: the page's heading, not a section.
  public let heading: BlockID?
  /// The sections in document order.
  public let sections: [Section]

  /// Whether the file starts with front matter that says something.
  public let hasFrontMatter: Bool

  /// Parses a briefing from the bytes of its file.
  ///
  /// - Parameter onProgress: Told now and then how many of the bytes were parsed.
  /// - Throws: `CancellationError` when `isCancelled` returns true, and ``LimitError`` where it has more than `limits`
  ///   say. Bad input never throws.
  public init(
    parsing bytes: [UInt8], file: FileFacts, dialect: Dialect = .briefing, limits: Limits = Limits(),
    isCancelled: () -> Bool = { false }, onProgress: (Int) -> Void = { _ in }
  ) throws {
    let head = try BriefingHead(
      parsing: bytes, file: file, dialect: dialect, limits: limits, isCancelled: isCancelled,
      onProgress: onProgress)
    metadata = head.metadata
    document = head.document
    heading = head.headings.page
    hasFrontMatter = head.hasFrontMatter
    sections = try SectionBuilder.sections(of: document, head.headings, isCancelled: isCancelled)
  }

  /// The same briefing with other sections.
  init(_ briefing: Briefing, sections: [Section]) {
    metadata = briefing.metadata
    document = briefing.document
    heading = briefing.heading
    hasFrontMatter = briefing.hasFrontMatter
    self.sections = sections
  }

  /// How much a briefing may have: a few bytes of a file can ask for far more memory than the file takes.
  public struct Limits: Hashable, Sendable {
    /// Headings, paragraphs, items and all other blocks.
    public var blocks: Int
    /// Headings: each is a section with a title, a number and an anchor.
    public var headings: Int

    /// Makes limits; without any there are none.
    public init(blocks: Int = .max, headings: Int = .max) {
      self.blocks = blocks
      self.headings = headings
    }
  }

  /// What a briefing has more of than ``Limits`` allow.
  public enum LimitError: Error, Hashable, Sendable {
    case blocks(Int)
    case headings(Int)
  }
}
