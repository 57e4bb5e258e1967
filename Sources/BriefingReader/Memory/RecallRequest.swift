import BriefingCore
import BriefingLayout
import BriefingReading

/// Which briefing was opened, for what is remembered of it.
public struct RecallRequest: Sendable {
  /// Which opened briefing it is about.
  public var serial: Int
  /// The path that opened it.
  public var path: String
  /// Its text.
  public var page: Page
  /// The version of its file that was read.
  public var version: FileStamp
  /// When the visit began, in milliseconds since 1970 (UTC).
  public var visit: Int64
  /// Whether a person has just opened it; not where a newer text has taken the place of the one that was opened.
  public var isVisit: Bool
  /// The `Anchor`, in its stored form, of the place to find; nil for where the briefing was left.
  public var anchor: String?
  /// Whether the reader waits for a place: then a frame does too, for a moment.
  public var isAwaited = false
}

/// What is remembered of a briefing that was opened.
public struct RecalledBriefing: Sendable {
  /// Its text without the words.
  public var digest: BriefingDigest
  /// Its marks.
  public var marks: BriefingMarks
  /// What can be read on the screen, by ordinal: see `DwellTracker`.
  public var extents: [DwellTracker.Section]
  /// Where the reader was; nil on a first visit, and where ``isPlaceGone``.
  public var place: Place?
  /// Whether what the reader looked at last is not in the text any more.
  public var isPlaceGone: Bool
  /// The furthest point that was read; nil where none is remembered or found.
  public var furthest: Place?

  /// Makes it.
  public init(
    digest: BriefingDigest, marks: BriefingMarks, extents: [DwellTracker.Section], place: Place? = nil,
    isPlaceGone: Bool = false, furthest: Place? = nil
  ) {
    self.digest = digest
    self.marks = marks
    self.extents = extents
    self.place = place
    self.isPlaceGone = isPlaceGone
    self.furthest = furthest
  }
}
