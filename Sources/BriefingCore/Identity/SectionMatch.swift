/// Which section of a new text an old one is.
public struct SectionMatch: Hashable, Sendable {
  /// An index into the new sections.
  public let index: Int
  /// What tells.
  public let reason: Reason

  /// What tells that two sections are the same.
  public enum Reason: Hashable, Sendable {
    /// The slug path, and the text does not speak against it.
    case path
    /// The text: it was moved or has another title.
    case text
    /// A similar title, and something of the text.
    case title
    /// The sections below it.
    case children
  }
}
