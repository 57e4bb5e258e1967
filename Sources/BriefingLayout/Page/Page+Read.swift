import BriefingText
import CommonMark

extension Page {
  /// The page's units that show some of the units of `BriefingUnits`. The two differ where front matter can be unfolded
  /// and where long leaves are cut: a leaf that is one unit there may be several here.
  ///
  /// - Parameters:
  ///   - read: 0-based units of `units`.
  ///   - units: Those of the same briefing.
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  public func units(
    showing read: Set<Int>, of units: BriefingUnits, isCancelled: () -> Bool = { false }
  ) throws -> Set<Int> {
    guard !read.isEmpty else { return [] }
    var slices: [UnitPart: Set<Int32>] = [:]
    for unit in read where units.table.units.indices.contains(unit) {
      let part = units.table.units[unit]
      slices[UnitPart(part), default: []].insert(part.slice)
    }
    // How many slices each of these has there.
    var counts: [UnitPart: Int32] = [:]
    for unit in read where units.table.units.indices.contains(unit) {
      let part = units.table.units[unit]
      counts[UnitPart(part)] = part.slices
    }
    var found: Set<Int> = []
    for (unit, part) in self.units.table.units.enumerated() {
      if unit % UnitTable.stride == UnitTable.stride - 1, isCancelled() { throw CancellationError() }
      let key = UnitPart(part)
      guard let known = slices[key], let count = counts[key] else { continue }
      // Cut otherwise, a slice is read only where the whole leaf is.
      if part.slices == count ? known.contains(part.slice) : known.count == count { found.insert(unit) }
    }
    return found
  }
}

/// What a unit shows, however it is cut.
private struct UnitPart: Hashable {
  let block: BlockID
  let titleBlock: TitleBlock?

  init(_ unit: UnitTable.Unit) {
    block = unit.block
    titleBlock = unit.titleBlock
  }
}
