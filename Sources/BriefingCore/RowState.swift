/// What a list of briefings says of a briefing being read.
public struct RowState: Hashable, Sendable {
  /// Whether something of it is unread, be it above its sections.
  public var isUnread: Bool
  /// How many of its sections are unread.
  public var unreadSections: Int
  /// Whether it has changed since it was read.
  public var isChanged: Bool
  /// Whether it or one of its sections has a star.
  public var isStarred: Bool

  /// Makes it.
  public init(isUnread: Bool, unreadSections: Int, isChanged: Bool = false, isStarred: Bool = false) {
    self.isUnread = isUnread
    self.unreadSections = unreadSections
    self.isChanged = isChanged
    self.isStarred = isStarred
  }
}
