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
  /// A match, by its 0-based place among all of them.
  case match(Int)
  /// A result of a search of the library, by its 0-based place.
  case hit(Int)
  /// A row of the bookmarks or the history, 0-based.
  case knownPlace(Int)
  /// A section to choose from, 0-based.
  case choice(Int)

  /// A link as a terminal follows it.
  public struct Hyperlink: Hashable, Sendable {
    /// The address, in printable ASCII.
    public let address: String
    /// By which a terminal knows the lines of a wrapped link as one; in printable ASCII.
    public let identifier: String

    /// Bytes of an address at most: terminals leave out longer ones.
    private static let longestAddress = 2083

    /// Nil for what is no web or mail address that is followed, and for one that is too long.
    init?(_ link: UnitText.Link, unit: Int) {
      guard link.kind != .footnote, link.destination.utf8.count <= Self.longestAddress,
        case .web(let web) = LinkTarget(link.destination, in: ""),
        web.text.utf8.count <= Self.longestAddress
      else { return nil }
      address = web.text
      identifier = "\(unit)-\(link.range.lowerBound)"
    }
  }
}
