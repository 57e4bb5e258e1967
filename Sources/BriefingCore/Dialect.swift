import CommonMark

/// The flavours of Markdown that the command line names.
public enum Dialect: String, Sendable, CaseIterable {
  /// GFM, footnotes, alerts and front matter, and what newsletters and exports have besides (`Extensions.briefing`).
  case briefing
  /// GFM 0.29 without front matter.
  case gfm
  /// CommonMark 0.31.2 without front matter.
  case commonmark

  /// What the parser is to recognise.
  public var extensions: Extensions {
    switch self {
    case .briefing: .briefing
    case .gfm: .gfm
    case .commonmark: []
    }
  }

  /// How many marks of one paragraph may stand after one that is still open: of briefings so many that no writer meets
  /// the limit, and that to read one takes some tens of megabytes whatever it holds. GFM and CommonMark have none.
  package var maximumOpenMarks: Int { self == .briefing ? 1 << 18 : .max }
}
