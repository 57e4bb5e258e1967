/// What a check looks for in a briefing.
public enum CheckRule: String, CaseIterable, Sendable {
  /// A link to a file that is not there, or that no program follows.
  case brokenLink = "broken-link"
  /// A link to a place that is not in its file.
  case brokenAnchor = "broken-anchor"
  /// Two sections of one parent with the same title.
  case duplicateHeading = "duplicate-heading"
  /// A heading more than one level below the section that it is in.
  case skippedLevel = "skipped-level"
  /// A heading without text.
  case emptyHeading = "empty-heading"
  /// Front matter that is not understood.
  case frontMatter = "front-matter"
  /// A title that is only the file's name.
  case missingTitle = "missing-title"
  /// A date that is only the file's time.
  case missingDate = "missing-date"
  /// A footnote that nothing refers to.
  case unusedNote = "unused-note"
  /// A reference to a footnote that is not there.
  case undefinedNote = "undefined-note"
  /// A row with more or fewer cells than its table has columns.
  case unevenRow = "uneven-row"
  /// A control or invisible character.
  case controlCharacter = "control-character"
  /// A section without a link, in a briefing that names no source.
  case unsourcedSection = "unsourced-section"

  /// How much it matters.
  public enum Severity: String, Sendable {
    /// Something that a reader follows leads nowhere.
    case error
    /// Something that readers see or miss.
    case warning
    /// Something that good briefings have.
    case note
  }

  /// How much it matters.
  public var severity: Severity {
    switch self {
    case .brokenLink, .brokenAnchor, .undefinedNote: .error
    case .duplicateHeading, .skippedLevel, .emptyHeading, .frontMatter, .unusedNote, .unevenRow,
      .controlCharacter:
      .warning
    case .missingTitle, .missingDate, .unsourcedSection: .note
    }
  }

  /// What it looks for, in a sentence.
  public var summary: String {
    switch self {
    case .brokenLink: "Links to files lead to files that are there."
    case .brokenAnchor: "Links to places lead to places that are there."
    case .duplicateHeading: "Sections of one parent have different titles."
    case .skippedLevel: "Headings go down by one level at a time."
    case .emptyHeading: "Headings have text."
    case .frontMatter: "Front matter is understood."
    case .missingTitle: "A briefing states its title."
    case .missingDate: "A briefing states its date."
    case .unusedNote: "Footnotes are referred to."
    case .undefinedNote: "References lead to footnotes."
    case .unevenRow: "Rows have as many cells as their table has columns."
    case .controlCharacter: "Text has no control or invisible characters."
    case .unsourcedSection: "Sections link to their sources, unless the front matter names one."
    }
  }
}
