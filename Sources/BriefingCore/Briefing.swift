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
  /// - Throws: `CancellationError` when `isCancelled` returns true, and ``LimitError`` where it has more than `limits`
  ///   say. Bad input never throws.
  public init(
    parsing bytes: [UInt8], file: FileFacts, dialect: Dialect = .briefing, limits: Limits = Limits(),
    isCancelled: () -> Bool = { false }
  ) throws {
    let frontMatter = dialect == .briefing ? FrontMatter(bytes) : nil
    hasFrontMatter = frontMatter.map { !$0.entries.isEmpty || !$0.warnings.isEmpty } ?? false
    do {
      document = try Document(
        parsing: frontMatter?.bodyEnd.map { Array(bytes[..<$0]) } ?? bytes, from: frontMatter?.end ?? 0,
        extensions: dialect.extensions, maximumBlocks: limits.blocks,
        maximumOpenMarks: dialect.maximumOpenMarks,
        isCancelled: isCancelled)
    } catch DocumentError.tooManyBlocks(let limit) {
      throw LimitError.blocks(limit)
    }
    let found = try SectionBuilder(document, limit: limits.headings, isCancelled: isCancelled)
    heading = found.heading
    sections = found.sections

    var metadata = Metadata(title: "")
    if let frontMatter {
      metadata.apply(frontMatter)
    } else if dialect == .briefing, let warning = FrontMatter.oversizeWarning(bytes) {
      metadata.warnings.append(warning)
    }
    if let problem = file.encodingProblem {
      metadata.warnings.insert(problem, at: 0)
      metadata.encodingProblem = problem.message
    }
    if dialect == .briefing {
      metadata.complete(from: file, document, found)
    } else {
      // The other dialects show what the file is, and guess nothing.
      if let heading = found.firstOfLevelOne { metadata.title = document.inlines(of: heading).plainText }
      if metadata.title.trimmingSpaces.isEmpty { metadata.title = file.name }
      metadata.setDate(file.modified, .file)
    }
    if metadata.title.isEmpty { metadata.title = "Untitled" }
    self.metadata = metadata
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
