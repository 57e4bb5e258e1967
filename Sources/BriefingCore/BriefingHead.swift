import CommonMark

/// What a list shows of a briefing: its metadata and how many sections it has. Their titles, numbers and anchors take
/// as long to make as the text takes to parse, so only a ``Briefing`` has them.
public struct BriefingHead: Sendable {
  /// What the front matter says, completed from heading, file name and file time.
  public let metadata: Metadata
  /// The parsed Markdown.
  public let document: Document
  /// Whether the file starts with front matter that says something.
  public let hasFrontMatter: Bool
  let headings: Headings

  /// How many sections the briefing has.
  public var sectionCount: Int { headings.sections.count }

  /// Parses the bytes of a briefing's file.
  ///
  /// - Parameter onProgress: Told now and then how many of the bytes were parsed.
  /// - Throws: `CancellationError` when `isCancelled` returns true, and ``Briefing/LimitError`` where it has more than
  ///   `limits` say. Bad input never throws.
  public init(
    parsing bytes: [UInt8], file: Briefing.FileFacts, dialect: Dialect = .briefing,
    limits: Briefing.Limits = Briefing.Limits(), isCancelled: () -> Bool = { false },
    onProgress: (Int) -> Void = { _ in }
  ) throws {
    let frontMatter = dialect == .briefing ? FrontMatter(bytes) : nil
    hasFrontMatter = frontMatter.map { !$0.entries.isEmpty || !$0.warnings.isEmpty } ?? false
    do {
      document = try Document(
        parsing: frontMatter?.bodyEnd.map { Array(bytes[..<$0]) } ?? bytes, from: frontMatter?.end ?? 0,
        extensions: dialect.extensions, maximumBlocks: limits.blocks,
        maximumOpenMarks: dialect.maximumOpenMarks,
        isCancelled: isCancelled, onProgress: onProgress)
    } catch DocumentError.tooManyBlocks(let limit) {
      throw Briefing.LimitError.blocks(limit)
    }
    headings = try Headings(document, limit: limits.headings, isCancelled: isCancelled)

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
      metadata.complete(from: file, document, headings)
    } else {
      // The other dialects show what the file is, and guess nothing.
      if let heading = headings.firstOfLevelOne { metadata.title = document.inlines(of: heading).plainText }
      if metadata.title.trimmingSpaces.isEmpty { metadata.title = file.name }
      metadata.setDate(file.modified, .file)
    }
    if metadata.title.isEmpty { metadata.title = "Untitled" }
    self.metadata = metadata
  }
}
