/// What a list shows of what is remembered of a briefing.
public struct BriefingSummary: Hashable, Sendable {
  /// The briefing.
  public var id: BriefingID
  /// Sections that it had when its file was last looked at; one without sections counts as one.
  public var sections: Int
  /// Those of them that are unread.
  public var unread: Int
  /// What has changed since it was read: those of them that have another text or are new, and sections that were removed.
  public var changed: Int
  /// What is remembered of the text above the sections, which is none of them.
  public var lead: Lead
  /// What of it has a star.
  public var star: Star
  /// How far the furthest point is that was read, 0 to 1000.
  public var progress: Int
  /// When it was opened last, in milliseconds since 1970 (UTC); 0 for never.
  public var opened: Int64
  /// The size of its file when the sections were counted, in bytes. Another one now: the counts may be others.
  public var size: Int64
  /// The time of modification of its file then, in nanoseconds since 1970 (UTC).
  public var modified: Int64

  /// What of a briefing has a star.
  public enum Star: Hashable, Sendable {
    /// Nothing.
    case none
    /// Sections of it, but not the briefing itself.
    case sections
    /// The briefing itself, whatever its sections have.
    case briefing
  }

  /// What is remembered of the text above the sections.
  public enum Lead: Int, Hashable, Sendable {
    /// There is none with words, or nothing besides.
    case none
    /// It was read, or is unread.
    case read, unread
    /// It was read as another text.
    case changed
  }

  /// Whether something of it is unread.
  public var isUnread: Bool { unread > 0 || lead == .unread || lead == .changed }

  /// Whether it or one of its sections has a star.
  public var isStarred: Bool { star != .none }

  /// Whether it is other than it was read.
  public var isChanged: Bool { changed > 0 || lead == .changed }

  /// Makes a summary.
  public init(
    id: BriefingID, sections: Int, unread: Int, changed: Int, star: Star, progress: Int, opened: Int64,
    size: Int64, modified: Int64, lead: Lead = .none
  ) {
    self.id = id
    self.sections = sections
    self.unread = unread
    self.changed = changed
    self.star = star
    self.progress = progress
    self.opened = opened
    self.size = size
    self.modified = modified
    self.lead = lead
  }
}
