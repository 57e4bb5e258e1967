import BriefingText

/// A link, image or footnote mark that the screen shows.
struct VisibleLink: Hashable, Sendable {
  /// 0-based row and column of its first visible cell.
  var position: Frame.Position
  /// What it is.
  var link: UnitText.Link
}
