/// A position in a briefing that holds at every width: never a screen row.
public struct Place: Hashable, Comparable, Sendable {
  /// 0-based unit of the page.
  public var unit: Int
  /// UTF-8 offset in the unit's text.
  public var offset: Int
  /// Rows below the first row that starts at `offset`: in the gap after a unit, or among a table's rules.
  public var skip: Int

  /// Makes a place.
  public init(unit: Int = 0, offset: Int = 0, skip: Int = 0) {
    self.unit = unit
    self.offset = offset
    self.skip = skip
  }

  /// Document order.
  public static func < (a: Place, b: Place) -> Bool {
    (a.unit, a.offset, a.skip) < (b.unit, b.offset, b.skip)
  }
}
