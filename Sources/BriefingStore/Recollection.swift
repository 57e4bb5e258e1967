import BriefingReading

/// What is remembered of a briefing that is being opened.
public struct Recollection: Sendable {
  /// Who it is and its sections, to be recorded by `StateChange.record`.
  public var record: BriefingRecord
  /// Its marks.
  public var marks: BriefingMarks
  /// Where the reader was; nil for a first visit.
  public var place: PlaceMark?
  /// The furthest point that was read.
  public var furthest: PlaceMark?
  /// Its path before, where the file has another one now.
  public var movedFrom: String?
  /// When it was opened last, in milliseconds since 1970 (UTC); 0 for never.
  public var opened: Int64
  /// The ordinals of sections that came after the briefing had been seen for the first time, and of which nothing is read.
  public var newSections: [Int]
  /// The headings of sections that were read and have gone since the briefing was last seen.
  public var gone: [String]
  /// What of it stood word for word in a briefing that was read before.
  public var repeats: Repeats
}
