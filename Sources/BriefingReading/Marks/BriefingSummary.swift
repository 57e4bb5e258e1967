/// What a list shows of what is remembered of a briefing.
public struct BriefingSummary: Hashable, Sendable {
  /// The briefing.
  public var id: BriefingID
  /// Sections that there were to read when its file was last looked at.
  public var sections: Int
  /// Those of them that are unread.
  public var unread: Int
  /// Those of them that were read as another text.
  public var changed: Int
  /// Whether it or one of its sections has a star.
  public var isStarred: Bool
  /// How far the furthest point is that was read, 0 to 1000.
  public var progress: Int
  /// When it was opened last, in milliseconds since 1970 (UTC); 0 for never.
  public var opened: Int64
  /// The size of its file when the sections were counted, in bytes. Another one now: the counts may be others.
  public var size: Int64
  /// The time of modification of its file then, in nanoseconds since 1970 (UTC).
  public var modified: Int64

  /// Makes a summary.
  public init(
    id: BriefingID, sections: Int, unread: Int, changed: Int, isStarred: Bool, progress: Int, opened: Int64,
    size: Int64, modified: Int64
  ) {
    self.id = id
    self.sections = sections
    self.unread = unread
    self.changed = changed
    self.isStarred = isStarred
    self.progress = progress
    self.opened = opened
    self.size = size
    self.modified = modified
  }
}
