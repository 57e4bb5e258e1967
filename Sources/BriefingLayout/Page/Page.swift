import BriefingCore
import BriefingText
import CommonMark

/// A briefing set at one width, unit by unit as they are asked for.
///
/// A *unit* is what is laid out at once: a leaf block with the decoration of its containers, a table, an item
/// or quote without content, or a slice of a leaf that is too long for that. Each unit has its lines, then its gap: the
/// blank lines before the next unit. So a heading's own line is the first row of its unit. Units are in the
/// order of the source, but for footnotes: they stand at the end of the section that refers to them. The first
/// ones are what front matter says.
public struct Page: Sendable {
  /// What is shown.
  public var briefing: Briefing { units.briefing }
  /// Columns of text at most; lines never exceed it, but for code and tables by ``Settings/overhang``.
  public let width: Int
  /// How it is set besides.
  public let settings: Settings
  /// What it says. Slices of long leaves are this page's own: ``content(of:)``.
  let units: BriefingUnits
  private let longLeaves: LongLeaves
  private let codeWidths: CodeWidths
  /// The space after each unit where to find it takes long: in documents that are nested deep; else nil.
  private let spacings: [Spacing]?
  /// What stands in it of an earlier version; nil on a page of the text as it is.
  let marked: MarkedUnits?
  private let cache = LayoutCache()

  /// Sets `briefing` at `width` columns (at least 1). Costs a pass over the block table, no layout. Each leaf but
  /// long code is one unit, however long it is: for those who want its text.
  ///
  /// - Parameter section: an index into the briefing's sections, to show it with those below it alone, and the
  ///   footnotes that they refer to at its end.
  public init(_ briefing: Briefing, width: Int, section: Int? = nil, settings: Settings = Settings()) {
    let table = UnitTable(briefing, section: section, settings.details)
    self.init(
      BriefingUnits(briefing, table, settings.details, CodeCache()), LongLeaves(), CodeWidths(), nil,
      width: width, settings)
  }

  /// Sets `briefing` for a screen, whose loop must not wait for a long leaf: such leaves are read at once, which takes
  /// as long as their text is, and cut into slices that are units of their own. At other widths
  /// (``resized(to:settings:)``) the slices are the same.
  ///
  /// - Parameter section: as of ``init(_:width:section:settings:)``.
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds, within a leaf too.
  public init(
    cutting briefing: Briefing, width: Int, section: Int? = nil, settings: Settings = Settings(),
    isCancelled: () -> Bool = { false }
  ) throws {
    try self.init(
      cutting: briefing, LeafBounds(), width: width, section: section, settings: settings,
      isCancelled: isCancelled)
  }

  /// Sets the start of a long briefing for a screen: as many of its units as the rest cannot change.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  public init(
    _ front: BriefingFront, width: Int, settings: Settings = Settings(), isCancelled: () -> Bool = { false }
  ) throws {
    try self.init(
      cutting: front.briefing, LeafBounds(), width: width, front: front, settings: settings,
      isCancelled: isCancelled)
  }

  /// The same with other bounds, for tests.
  package init(
    cutting briefing: Briefing, _ bounds: LeafBounds, width: Int, section: Int? = nil,
    front: BriefingFront? = nil, settings: Settings = Settings(), isCancelled: () -> Bool = { false }
  ) throws {
    var longLeaves = LongLeaves()
    let nesting = try DeepNesting(briefing.document, isCancelled: isCancelled)
    let table = try UnitTable(
      briefing, section: section, front: front, settings.details, nesting, isCancelled: isCancelled
    ) { roles, footnotes in
      longLeaves = try LongLeaves(
        of: briefing, section: section, roles, footnotes, bounds, isCancelled: isCancelled)
      return longLeaves.sliceCounts
    }
    self.init(
      BriefingUnits(briefing, table, settings.details, CodeCache()), longLeaves, CodeWidths(),
      nesting.isDeep ? try Spacing.all(in: table, briefing.document, isCancelled: isCancelled) : nil,
      width: width,
      settings)
  }

  private init(
    _ units: BriefingUnits, _ longLeaves: LongLeaves, _ codeWidths: CodeWidths, _ spacings: [Spacing]?,
    _ marked: MarkedUnits? = nil, width: Int, _ settings: Settings
  ) {
    var units = units
    units.details = settings.details
    self.units = units
    self.longLeaves = longLeaves
    self.codeWidths = codeWidths
    self.spacings = spacings
    self.marked = marked
    self.width = max(1, width)
    self.settings = settings
  }

  /// The same page at another width, without the pass over the blocks. Its units and places are the same.
  public func resized(to width: Int, settings: Settings? = nil) -> Page {
    Page(units, longLeaves, codeWidths, spacings, marked, width: width, settings ?? self.settings)
  }

  /// The same page with other texts of some units, and with units between them that show something of an earlier version.
  ///
  /// - Parameter insertions: By position.
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  func marking(
    _ marked: MarkedUnits, _ insertions: [UnitInsertion], isCancelled: () -> Bool
  ) throws -> Page {
    var units = units
    units.table = try units.table.inserting(insertions, briefing.document, isCancelled: isCancelled)
    let spacings =
      spacings == nil
      ? nil : try Spacing.all(in: units.table, briefing.document, isCancelled: isCancelled)
    return Page(units, longLeaves, codeWidths, spacings, marked, width: width, settings)
  }

  /// Whether a paragraph, heading or cell has so many marks that those which stand open too long are shown as they are
  /// written: see `Document.init(parsing:…)`. Known of a page that cuts long leaves.
  public var hasPartedLeaf: Bool { longLeaves.hasParted }

  // MARK: Units

  /// How many units it has; 0 for an empty briefing.
  public var unitCount: Int { units.count }

  /// The text of a unit.
  public func text(of unit: Int) -> UnitText { cache.kept(unit)?.text ?? content(of: unit).text }

  /// The lines of a unit with its gap, panned by `pan` columns as far as it can be; kept for a while, so asking
  /// again is cheap.
  public func lines(of unit: Int, pan: Int = 0) -> [Line] {
    let layout = layout(of: unit)
    return layout.lines(0..<layout.rowCount, pan: pan)
  }

  /// The unit in which a block starts; for a row or cell the unit in which its table starts, for what shows nothing
  /// the unit after it.
  public func unit(of block: BlockID) -> Int { units.unit(of: block) }

  /// The unit in which each section starts, in the order of the briefing's sections.
  public var sectionUnits: [Int] { units.table.sectionUnits }

  /// Whether a unit's text goes on where that of the unit before ends: both are slices of one text, and nothing
  /// stands between them.
  public func continuesPrevious(_ unit: Int) -> Bool {
    let unit = units.table.units[unit]
    return unit.slice > 0 && !unit.isBlockless && longLeaves[unit.block]?.isContinuous == true
  }

  /// The units of a container: they stand together wherever it is shown. Empty where it shows nothing.
  public func units(in container: BlockID) -> Range<Int> { units.units(in: container) }

  /// The unit that shows the page's heading, or the title of the front matter in its place; nil where it has
  /// neither.
  public var titleUnit: Int? { units.titleUnit }

  /// The unit in which the details of the front matter are opened and closed; nil where there are none.
  public var detailsUnit: Int? { units.detailsUnit }

  /// The block that a unit shows (its leaf); for a part of the title block the page's heading, or the
  /// document itself.
  public func block(of unit: Int) -> BlockID { units.block(of: unit) }

  /// How many rows a unit has, its gap included; at least 1.
  public func rowCount(of unit: Int) -> Int { layout(of: unit).rowCount }

  /// Sets a unit; the cache keeps what the screen asks for.
  func layout(of unit: Int) -> UnitLayout { cache.layout(of: unit) { makeLayout(of: unit) } }

  /// Sets a unit without keeping it, for who needs each unit once.
  func makeLayout(of unit: Int) -> UnitLayout {
    let document = briefing.document
    let table = units.table
    let (content, part) = ownContent(of: unit) ?? (units.content(of: unit), nil)
    return UnitLayout(
      content, part, Margin(document, table, unit: unit, width: width),
      spacings?[unit] ?? Spacing(behind: unit, in: table, document), settings,
      codeWidth: {
        guard table.units[unit].slices > 1 else { return nil }
        return codeWidths.width(of: table.units[unit].block, in: document, units.codes)
      }, isContinued: !table.units[unit].isLastSlice)
  }

  /// What a unit shows, at any width.
  func content(of unit: Int) -> UnitContent { ownContent(of: unit)?.content ?? units.content(of: unit) }

  /// What a unit shows that is this page's own: a slice of a leaf that is cut because it is long, or a text with what has
  /// changed in it; nil for other units.
  func ownContent(of index: Int) -> (content: UnitContent, part: LeafPart?)? {
    if let unit = marked?[index] { return (unit.content, unit.part) }
    let unit = units.table.units[index]
    guard !unit.isBlockless else { return nil }
    return longLeaves[unit.block]?.slice(Int(unit.slice))
  }

  /// Whether a unit is a slice of a leaf that is cut because it is long.
  func isCut(_ unit: Int) -> Bool {
    let unit = units.table.units[unit]
    return !unit.isBlockless && longLeaves[unit.block] != nil
  }

  // MARK: Places

  /// The row within its unit's lines that a place is at, 0-based.
  public func row(of place: Place) -> Int {
    guard 0..<unitCount ~= place.unit else { return 0 }
    let layout = layout(of: place.unit)
    let row = layout.row(at: place.offset)
    return row + min(max(0, place.skip), layout.rowsSharingStart(from: row) - 1)
  }

  /// The place of a row of a unit's lines.
  public func place(unit: Int, row: Int) -> Place {
    guard 0..<unitCount ~= unit else { return Place() }
    let layout = layout(of: unit)
    let row = min(max(0, row), layout.rowCount - 1)
    let offset = layout.start(of: row)
    return Place(unit: unit, offset: offset, skip: row - layout.row(at: offset))
  }

  /// The place `rows` further down (up where negative); it stops at the first and at the last row.
  public func place(_ place: Place, movedBy rows: Int) -> Place {
    guard unitCount > 0 else { return Place() }
    var unit = min(max(0, place.unit), unitCount - 1)
    // Saturating: a caller may say "as far as it goes".
    var row = min(max(row(of: place), 0), .max / 2) + min(max(rows, -.max / 2), .max / 2)
    while row < 0, unit > 0 {
      unit -= 1
      row += rowCount(of: unit)
    }
    while unit + 1 < unitCount {
      let count = rowCount(of: unit)
      if row < count { break }
      row -= count
      unit += 1
    }
    return self.place(unit: unit, row: row)
  }

  /// How many rows a unit has without its gap; at least 1.
  public func textRows(of unit: Int) -> Int { layout(of: unit).textRows }

  /// The place of the top row when the last row of the text (without its gap) stands in the last of `height`
  /// rows; the start where all fits.
  ///
  /// - Parameter units: what is taken for the page, at least one unit; nil for all of them.
  public func lastTop(height: Int, in units: Range<Int>? = nil) -> Place {
    let units = units ?? 0..<unitCount
    var left = max(1, height)
    for unit in units.reversed() {
      let rows = unit == units.upperBound - 1 ? textRows(of: unit) : rowCount(of: unit)
      if rows >= left { return place(unit: unit, row: rows - left) }
      left -= rows
    }
    return Place(unit: units.lowerBound)
  }

  /// At most `count` lines from a place on, each with its own place; what is wider than the page is panned by
  /// `pan` columns, as far as it can be. A pan changes neither rows nor places.
  public func lines(from place: Place, count: Int, pan: Int = 0) -> [(place: Place, line: Line)] {
    var found: [(place: Place, line: Line)] = []
    var unit = max(0, place.unit)
    var row = row(of: place)
    while found.count < count, unit < unitCount {
      let layout = layout(of: unit)
      let rows = row..<min(layout.rowCount, row + count - found.count)
      for (row, line) in zip(rows, layout.lines(rows, pan: pan)) {
        found.append((Place(unit: unit, offset: line.start, skip: row - layout.row(at: line.start)), line))
      }
      unit += 1
      row = 0
    }
    return found
  }

  /// How far into the briefing a place is, 0 to 1, by source bytes; costs nothing that grows with the file.
  public func fraction(of place: Place) -> Double {
    guard 0..<unitCount ~= place.unit else { return 0 }
    let extent = units.table.extent(of: place.unit, briefing.document)
    let text = layout(of: place.unit).text.string.utf8.count
    let part = text > 0 ? Double(min(place.offset, text)) / Double(text) : 0
    let at = Double(extent.lowerBound) + part * Double(extent.count)
    let count = briefing.document.body.count
    return count == 0 ? 0 : min(1, max(0, at / Double(count)))
  }
}
