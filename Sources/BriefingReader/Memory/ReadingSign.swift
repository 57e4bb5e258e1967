import BriefingLayout
import BriefingReading
import BriefingText

/// What list and outline say of being read, by a sign of its own: no colour says it alone.
enum ReadingSign: Character, CaseIterable {
  case unread = "●"
  /// It was read as another text.
  case changed = "±"

  /// The sign of a section; nil for one that is read.
  init?(_ section: SectionState) {
    guard !section.isRead else { return nil }
    self = section.isChanged ? .changed : .unread
  }

  /// The sign of a briefing; nil for one that is read. One of which nothing is remembered is unread.
  init?(_ summary: BriefingSummary?) {
    guard StateFilter.unread.matches(summary) else { return nil }
    self = StateFilter.changed.matches(summary) ? .changed : .unread
  }

  /// The star before a title; nothing without one.
  static func star(_ isOn: Bool) -> [Cell] { isOn ? Cell.cells("★ ", Style(.prompt)) : [] }

  /// The sign in its column, or a blank.
  static func cells(_ sign: ReadingSign?) -> [Cell] {
    sign.map { Cell.cells(String($0.rawValue), Style(.prompt)) } ?? [.blank()]
  }
}
