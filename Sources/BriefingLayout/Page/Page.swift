import BriefingCore
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
  public let briefing: Briefing
  /// Columns of text at most; lines never exceed it.
  public let width: Int
  /// How it is set besides.
  public let settings: Settings
  let table: UnitTable
  private let codes: CodeCache
  private let cache = LayoutCache()

  /// Sets `briefing` at `width` columns (at least 1). Costs a pass over the block table, no layout. Each leaf but
  /// long code is one unit, however long it is: for those who want its text.
  ///
  /// - Parameter section: an index into the briefing's sections, to show it with those below it alone, and the
  ///   footnotes that they refer to at its end.
  public init(_ briefing: Briefing, width: Int, section: Int? = nil, settings: Settings = Settings()) {
    let table = UnitTable(briefing, section: section, settings.details)
    self.init(briefing, width: width, settings, table, CodeCache())
  }

  /// The same of a briefing that may be long.
  ///
  /// - Throws: `CancellationError` when `isCancelled` answers true; it is asked every few milliseconds.
  public init(
    _ briefing: Briefing, width: Int, section: Int? = nil, settings: Settings = Settings(),
    isCancelled: () -> Bool
  ) throws {
    let table = try UnitTable(briefing, section: section, settings.details, isCancelled: isCancelled)
    self.init(briefing, width: width, settings, table, CodeCache())
  }

  /// Sets `briefing` for a screen, whose loop must not wait for a long leaf: such leaves are read at once, which takes
  /// as long as their text is, and cut into slices that are units of their own. At other widths
  /// (``resized(to:settings:)``) the slices are the same.
  ///
  /// - Parameter section: as of ``init(_:width:section:settings:)``.
  /// - Throws: `CancellationError` when `isCancelled` answers true; it is asked every few milliseconds, within a leaf too.
  public init(
    cutting briefing: Briefing, width: Int, section: Int? = nil, settings: Settings = Settings(),
    isCancelled: () -> Bool = { false }
  ) throws {
    try self.init(
      cutting: briefing, LeafBounds(), width: width, section: section, settings: settings,
      isCancelled: isCancelled)
  }

  /// The same with other bounds, for tests.
  package init(
    cutting briefing: Briefing, _ bounds: LeafBounds, width: Int, section: Int? = nil,
    settings: Settings = Settings(), isCancelled: () -> Bool = { false }
  ) throws {
    let table = try UnitTable(
      cutting: briefing, section: section, settings.details, bounds, isCancelled: isCancelled)
    self.init(briefing, width: width, settings, table, CodeCache())
  }

  private init(
    _ briefing: Briefing, width: Int, _ settings: Settings, _ table: UnitTable, _ codes: CodeCache
  ) {
    self.briefing = briefing
    self.width = max(1, width)
    self.settings = settings
    self.table = table
    self.codes = codes
  }

  /// The same page at another width, without the pass over the blocks. Its units and places are the same.
  public func resized(to width: Int, settings: Settings? = nil) -> Page {
    Page(briefing, width: width, settings ?? self.settings, table, codes)
  }

  // MARK: Units

  /// How many units it has; 0 for an empty briefing.
  public var unitCount: Int { table.units.count }

  /// The text of a unit.
  public func text(of unit: Int) -> UnitText { cache.kept(unit)?.text ?? content(of: unit).text }

  /// The lines of a unit with its gap, panned by `pan` columns as far as it can be; kept for a while, so asking
  /// again is cheap.
  public func lines(of unit: Int, pan: Int = 0) -> [Line] {
    let layout = layout(of: unit)
    return layout.lines(0..<layout.rowCount, pan: pan)
  }

  /// The unit in which a block starts; for a row or cell the unit in which its table starts, for what shows nothing
  /// the unit behind it.
  public func unit(of block: BlockID) -> Int {
    let document = briefing.document
    var block = block
    while document[block].kind.isTablePart, let parent = document[block].parent { block = parent }
    return min(table.firstUnit(notBefore: block), max(0, unitCount - 1))
  }

  /// The unit in which each section starts, in the order of the briefing's sections.
  public var sectionUnits: [Int] { table.sectionUnits }

  /// Whether a unit's text goes on where that of the unit before ends: both are slices of one text, and nothing
  /// stands between them.
  public func continuesPrevious(_ unit: Int) -> Bool {
    let unit = table.units[unit]
    return unit.slice > 0 && table.longLeaves[unit.block]?.isContinuous == true
  }

  /// The units of a container: they stand together wherever it is shown. Empty where it shows nothing.
  public func units(in container: BlockID) -> Range<Int> {
    let document = briefing.document
    var last = container
    while document[last].next == nil, let parent = document[last].parent { last = parent }
    let end = document[last].next ?? BlockID(index: Int32(truncatingIfNeeded: document.blockCount))
    let first = table.firstUnit(notBefore: container)
    return first..<max(first, table.lastUnit(before: end) + 1)
  }

  /// The unit that shows the page's heading, or the title of the front matter in its place; nil where it has
  /// neither.
  public var titleUnit: Int? {
    briefing.heading.map(unit(of:)) ?? table.units.prefix(1).firstIndex { $0.titleBlock == .title }
  }

  /// The unit in which the details of the front matter are opened and closed; nil where there are none.
  public var detailsUnit: Int? { table.units.prefix(4).firstIndex { $0.titleBlock == .details } }

  /// The block that a unit shows (its leaf); for a part of the title block the page's heading, or the
  /// document itself.
  public func block(of unit: Int) -> BlockID { table.units[unit].block }

  /// How many rows a unit has, its gap included; at least 1.
  public func rowCount(of unit: Int) -> Int { layout(of: unit).rowCount }

  /// Sets a unit; the cache keeps what the screen asks for.
  func layout(of unit: Int) -> UnitLayout { cache.layout(of: unit) { makeLayout(of: unit) } }

  /// Sets a unit without keeping it, for who needs each unit once.
  func makeLayout(of unit: Int) -> UnitLayout {
    let document = briefing.document
    return UnitLayout(
      content(of: unit), Margin(document, table, unit: unit, width: width),
      table.spacing(behind: unit, document), settings,
      codeWidth: {
        table.units[unit].slices > 1 ? codes.width(of: table.units[unit].block, in: document) : nil
      }, isContinued: !table.units[unit].isLastSlice)
  }

  /// What a unit shows, at any width.
  func content(of unit: Int) -> UnitContent {
    if let part = table.units[unit].titleBlock {
      return .flow(part.text(of: briefing, settings.details), hang: part == .details ? TitleBlock.hang : 0)
    }
    return UnitContent(briefing.document, table, unit: unit, codes)
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
    let extent = table.extent(of: place.unit, briefing.document)
    let text = layout(of: place.unit).text.string.utf8.count
    let part = text > 0 ? Double(min(place.offset, text)) / Double(text) : 0
    let at = Double(extent.lowerBound) + part * Double(extent.count)
    let count = briefing.document.body.count
    return count == 0 ? 0 : min(1, max(0, at / Double(count)))
  }
}

extension BlockKind {
  /// Whether it is a row or cell, which has no unit of its own.
  fileprivate var isTablePart: Bool {
    switch self {
    case .tableRow, .tableCell: true
    default: false
    }
  }
}
