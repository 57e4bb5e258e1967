/// A briefing of the list that is to be marked as a whole.
public struct MarkRequest: Hashable, Sendable {
  /// The path that opens it.
  public var path: String
  /// Its title.
  public var title: String
  /// What it is to be.
  public var kind: Kind

  /// What a message says was done, as it goes on after "undone: ".
  public var label: String {
    switch kind {
    case .read, .unread: "marked “\(title)” \(kind.rawValue)"
    case .star, .noStar: Kind.label(title, isStarred: kind == .star)
    }
  }

  /// What a briefing can be marked.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case read, unread
    case star
    /// Without a star, and its sections too.
    case noStar

    /// What a message says of a star, as it goes on after "undone: ".
    static func label(_ title: String, isStarred: Bool) -> String {
      isStarred ? "starred “\(title)”" : "took the star from “\(title)”"
    }
  }
}
