extension UnitTable {
  /// The unit of a part of the title block; nil where there is none. They are among the first.
  package func firstUnit(of part: TitleBlock) -> Int? {
    var seen = 0
    for (index, unit) in units.enumerated() {
      if unit.titleBlock == part { return index }
      if unit.insertion == nil { seen += 1 }
      if seen == 4 { break }
    }
    return nil
  }
}
