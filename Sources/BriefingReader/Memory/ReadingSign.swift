import BriefingLayout
import BriefingReading
import BriefingText

/// What list and outline say of being read, by a sign of its own: no colour says it alone.
enum ReadingSign: Character, CaseIterable {
  case unread = "●"
  /// It was read as another text, or is new in a briefing that was read.
  case changed = "±"
  /// It is unread, and all of it was read in other briefings.
  case repeated = "="

  /// The sign of a section; nil for one that is read.
  init?(_ section: SectionState) {
    guard !section.isRead else { return nil }
    self = section.isChanged || section.isNew ? .changed : .unread
  }

  /// The sign of a briefing; nil for one that is read and has not changed since. One of which nothing is remembered is unread,
  /// unless its front matter says otherwise.
  init?(_ summary: BriefingSummary?, isReadAtFirst: Bool?) {
    if StateFilter.changed.matches(summary) {
      self = .changed
    } else if StateFilter.unread.matches(summary, isReadAtFirst: isReadAtFirst) {
      self = .unread
    } else {
      return nil
    }
  }

  /// What stands for it on a terminal that shows ASCII alone.
  var ascii: Character {
    switch self {
    case .unread: "o"
    case .changed: "!"
    case .repeated: "="
    }
  }
}

/// How signs are drawn: each has a form of its own, in ASCII too.
public struct SignSet: Hashable, Sendable {
  /// Whether the terminal is said to show ASCII alone.
  let isASCII: Bool

  /// Makes a set.
  ///
  /// - Parameter isASCII: Whether the terminal is said to show ASCII alone.
  public init(isASCII: Bool = false) { self.isASCII = isASCII }

  /// The star before a title, an outlined one where only sections have one; nothing without any.
  func star(_ star: BriefingSummary.Star) -> [Cell] {
    switch star {
    case .none: []
    case .sections: Cell.cells(isASCII ? "+ " : "☆ ", Style(.prompt))
    case .briefing: Cell.cells(isASCII ? "* " : "★ ", Style(.prompt))
    }
  }

  /// The sign in its column, or a blank.
  func cells(_ sign: ReadingSign?) -> [Cell] {
    sign.map { Cell.cells(String(isASCII ? $0.ascii : $0.rawValue), Style(.prompt)) } ?? [.blank()]
  }

  /// What stands before the section that is read.
  var current: String { isASCII ? ">" : "▸" }

  /// What stands behind a section with a match.
  var match: String { isASCII ? "/" : "•" }
}
