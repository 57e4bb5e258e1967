import BriefingText

/// What a page shows in place of its own texts: units with marks, by their place on it.
struct MarkedUnits: Sendable {
  private var contents: [Int: UnitContent] = [:]

  /// What a unit shows; nil for one that shows its text as it is.
  subscript(unit: Int) -> UnitContent? {
    get { contents[unit] }
    set { contents[unit] = newValue }
  }
}
