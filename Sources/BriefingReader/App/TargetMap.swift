/// What can be pointed at on a screen, cell by cell. It takes no memory until there is something.
struct TargetMap: Hashable, Sendable {
  /// For each cell of the screen 0, or one more than an index into `targets`.
  private var cells: [UInt16] = []
  private var targets: [ScreenTarget] = []

  /// Whether the terminal is told of any link.
  private(set) var hasHyperlinks = false

  /// Says what stands in some of the cells of a screen, in place of what stood there.
  mutating func mark(_ target: ScreenTarget, _ range: Range<Int>, of count: Int) {
    // More cannot be told apart, and no screen shows so many.
    guard targets.count < Int(UInt16.max) else { return }
    if cells.isEmpty { cells = Array(repeating: 0, count: count) }
    if targets.last != target { targets.append(target) }
    if case .link(_, .some) = target { hasHyperlinks = true }
    for cell in range.clamped(to: cells.indices) { cells[cell] = UInt16(targets.count) }
  }

  /// Something else was drawn into some cells.
  mutating func clear(_ range: Range<Int>) {
    guard !cells.isEmpty else { return }
    for cell in range.clamped(to: cells.indices) { cells[cell] = 0 }
  }

  /// What stands in a cell; nil where nothing does.
  subscript(cell: Int) -> ScreenTarget? {
    guard cells.indices.contains(cell), cells[cell] > 0 else { return nil }
    return targets[Int(cells[cell]) - 1]
  }
}
