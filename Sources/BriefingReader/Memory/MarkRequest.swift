/// A briefing of the list that is to be marked as a whole.
public struct MarkRequest: Hashable, Sendable {
  /// The path that opens it.
  public var path: String
  /// Its title.
  public var title: String
  /// Whether it is to be read, or unread.
  public var isRead: Bool
}
