/// A briefing of the list that is to be marked as a whole.
public struct MarkRequest: Hashable, Sendable {
  /// The path that opens it.
  public var path: String
  /// Its title.
  public var title: String
  /// What it is to be.
  public var kind: Kind

  /// What a briefing can be marked.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case read, unread
    case star
    /// Without a star, and its sections too.
    case noStar
  }
}
