/// A line of a laid-out block.
public struct Line: Hashable, Sendable {
  /// Its cells from column 0, decoration (indents, bars, markers) included; never more than the layout's width.
  public var cells: [Cell]
  /// For each cell the UTF-8 offset in the unit's text that it shows; `Line.decoration` where it shows none.
  public var offsets: [Int32]
  /// The UTF-8 offset in the unit's text at which the line starts; it never falls from line to line.
  public var start: Int

  /// Marks a cell that shows nothing of the text.
  public static let decoration: Int32 = -1

  /// Makes a line; `cells` and `offsets` have the same count.
  public init(cells: [Cell], offsets: [Int32], start: Int) {
    self.cells = cells
    self.offsets = offsets
    self.start = start
  }
}
