import BriefingText

/// What a page shows in place of its own texts: units with marks, by their place on it.
struct MarkedUnits: Sendable {
  private var units: [Int: Unit] = [:]

  /// What a unit shows.
  struct Unit: Sendable {
    /// The text with its marks.
    var content: UnitContent
    /// What it has to know of the other slices where the leaf is cut; nil where it is not.
    var part: LeafPart?
    /// See `MarkedText.versions`.
    var versions: [MarkedText.Version] = []
  }

  /// What a unit shows; nil for one that shows its text as it is.
  subscript(unit: Int) -> Unit? {
    get { units[unit] }
    set { units[unit] = newValue }
  }
}
