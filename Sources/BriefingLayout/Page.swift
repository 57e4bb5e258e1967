import BriefingCore
import CommonMark

/// A briefing set at one width, unit by unit as they are asked for.
///
/// A *unit* is what is laid out at once: a leaf block with the decoration of its containers, a table, an item
/// or quote without content, or a slice of a long code block. Each unit has its lines, then its gap: the
/// blank lines before the next unit. So a heading's own line is the first row of its unit.
public struct Page: Sendable {
  /// What is shown.
  public let briefing: Briefing
  /// Columns of text at most; lines never exceed it.
  public let width: Int

  /// Sets `briefing` at `width` columns (at least 1). Costs a pass over the block table, no layout.
  public init(_ briefing: Briefing, width: Int) {
    self.briefing = briefing
    self.width = width
  }

  /// The same page at another width, without the pass over the blocks.
  public func resized(to width: Int) -> Page { Page(briefing, width: width) }

  /// How many units it has; 0 for an empty briefing.
  public var unitCount: Int { 0 }

  /// The text of a unit.
  public func text(of unit: Int) -> UnitText { UnitText() }

  /// The lines of a unit with its gap; kept for a while, so asking again is cheap.
  public func lines(of unit: Int) -> [Line] { [] }

  /// The unit in which a block starts.
  public func unit(of block: BlockID) -> Int { 0 }

  /// The block that a unit shows (its leaf).
  public func block(of unit: Int) -> BlockID { BlockID(index: 0) }

  /// The row within its unit's lines that a place is at, 0-based.
  public func row(of place: Place) -> Int { 0 }

  /// The place of a row of a unit's lines.
  public func place(unit: Int, row: Int) -> Place { Place() }

  /// The place `rows` further down (up where negative); it stops at the first and at the last row.
  public func place(_ place: Place, movedBy rows: Int) -> Place { place }

  /// The place of the top row when the last row of the text (without its gap) stands in the last of `height` rows; the start where
  /// all fits.
  public func lastTop(height: Int) -> Place { Place() }

  /// At most `count` lines from a place on, each with its own place.
  public func lines(from place: Place, count: Int) -> [(place: Place, line: Line)] { [] }

  /// How far into the briefing a place is, 0 to 1, by source bytes; costs nothing that grows with the file.
  public func fraction(of place: Place) -> Double { 0 }
}
