/// Where the date of a briefing is from, the most reliable first.
public enum DateOrigin: String, Hashable, Sendable, CaseIterable {
  /// The front matter.
  case metadata
  /// The name of the file or of a folder that it stands in.
  case name
  /// The first heading, or a line or table row at the start of the page that gives the date.
  case heading
  /// The file's modification time: a guess, which a copy or a clone of the file changes.
  case file

  /// Whether nobody has stated the date.
  public var isGuess: Bool { self == .file }
}
