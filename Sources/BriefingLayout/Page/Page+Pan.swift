/// Panning what is wider than the page: one number of columns for all of it.
extension Page {
  /// Columns that one step pans: small enough that every column is seen on the way.
  public var panStep: Int { min(8, max(1, width / 5)) }

  /// How far a unit can be panned, in columns; 0 where all of it is seen.
  public func panLimit(of unit: Int) -> Int { settings.overflow == .pan ? layout(of: unit).panLimit : 0 }

  /// The pan nearest to `pan` at which a match is seen, as far as there is room for it.
  public func pan(revealing match: FindMatch, from pan: Int) -> Int {
    guard settings.overflow == .pan, 0..<unitCount ~= match.unit else { return pan }
    let layout = layout(of: match.unit)
    guard layout.panLimit > 0, let first = layout.window(showing: match.range.lowerBound),
      let last = layout.window(showing: match.range.upperBound - 1)
    else { return pan }
    let shown = min(pan, layout.panLimit)
    // The marks at the edges may stand on a column each.
    let start = shown + (shown > 0 ? 1 : 0)
    let end = shown + first.room - (shown < layout.panLimit ? 1 : 0)
    let room = max(1, first.room - 2)
    if first.column >= start, min(max(first.column, last.column), first.column + room - 1) < end {
      return pan
    }
    return min(layout.panLimit, max(0, first.column - room / 3) / panStep * panStep)
  }
}
