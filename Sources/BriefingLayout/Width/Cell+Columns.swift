extension Cell {
  /// Columns that a scalar takes in the glyph of a cell: 1 or 2, or 0 for what stands over or beside the character before
  /// it; nil where no glyph has it.
  public static func columns(of scalar: UInt32) -> Int? {
    switch ScalarDisplay(scalar) {
    case .narrow: 1
    case .wide: 2
    case .combining, .silent: 0
    case .marked: DirectionMark.isMark(scalar) ? 0 : nil
    }
  }
}
