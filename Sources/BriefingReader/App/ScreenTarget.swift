import BriefingLayout
import BriefingText

/// Something that the screen shows and that can be pointed at. Whoever draws it says so on the ``Frame``, so that nobody has
/// to find out again what stands where.
public enum ScreenTarget: Hashable, Sendable {
  /// A briefing of the list, by its 0-based place among those that are shown.
  case row(Int)
  /// The offer to go on with the last briefing.
  case continuation
  /// A section of the outline, 0-based.
  case section(Int)
  /// A link of the text, and where a terminal is told that it leads: nil where it is told nothing.
  case link(UnitText.Link, Hyperlink?)
  /// A match of what is looked for. Its place among all of them may change before it is pressed, as long as they are counted.
  case match(FindMatch)
  /// A result of a search of the library, by its 0-based place.
  case hit(Int)
  /// A row of the bookmarks or the history, 0-based.
  case knownPlace(Int)
  /// A section to choose from, 0-based.
  case choice(Int)
}

extension Hyperlink {
  /// Nil for what is no web or mail address that is followed, and for one that is too long.
  init?(_ link: UnitText.Link, unit: Int) {
    // A footnote's destination is its label; one of megabytes is not looked at.
    guard link.kind != .footnote, link.destination.utf8.count <= Self.longestAddress,
      case .web(let web) = LinkTarget(link.destination, in: "")
    else { return nil }
    self.init(web.text, identifier: "\(unit)-\(link.range.lowerBound)")
  }
}
