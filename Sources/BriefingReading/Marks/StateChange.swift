/// One thing that is to be remembered.
public enum StateChange: Hashable, Sendable {
  /// A briefing was opened, or a change of its file was taken in: who it is, and its sections as they are now.
  ///
  /// - isVisit: Whether a person opened it, so that it is part of the history.
  case record(BriefingRecord, isVisit: Bool)
  /// A section is read or unread.
  case mark(section: SectionID, briefing: BriefingID, ReadMark)
  /// A section, or the briefing itself where nil, has a star or has it no more.
  case star(section: SectionID?, briefing: BriefingID, StarMark)
  /// Where the reader is.
  case place(briefing: BriefingID, PlaceMark)
  /// The furthest point that was read.
  case furthest(briefing: BriefingID, PlaceMark)
  /// The details of the front matter were unfolded, or folded again.
  case details(briefing: BriefingID, isOpen: Bool)
  /// How a library is looked at, or with an empty path what was opened by itself; at a time in milliseconds since 1970 (UTC).
  case view(library: String, ViewSettings, time: Int64)
  /// A library was opened, at a time in milliseconds since 1970 (UTC).
  case opened(library: String, time: Int64)
  /// A bookmark was set, in place of the one of the same letter.
  case bookmark(Bookmark)
  /// A bookmark was removed, at a time in milliseconds since 1970 (UTC).
  case removeBookmark(letter: Character, time: Int64)
  /// The text of a section as it was read, for a later comparison; nil where it is too long to be kept.
  ///
  /// - hash: The ``SectionDigest/hash`` of the text.
  case text(section: SectionID, briefing: BriefingID, [ReadBlock]?, hash: UInt64, time: Int64)
  /// Blocks that were read, by their ``BlockFingerprint``.
  case readBlocks([UInt64], briefing: BriefingID, time: Int64)
  /// Blocks of a briefing that are unread again.
  case unreadBlocks([UInt64], briefing: BriefingID)
}
