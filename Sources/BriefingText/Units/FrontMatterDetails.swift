/// What is shown of the front matter besides title and summary.
public enum FrontMatterDetails: Hashable, Sendable {
  /// Nothing; there is no unit for them.
  case none
  /// One line that says that they are there.
  case closed
  /// All of it: authors, tags, unknown keys, warnings with their lines. The unit is the same as when closed.
  case open
}
