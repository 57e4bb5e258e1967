import BriefingLayout
import BriefingText

/// Rows and columns of a screen.
public struct Size: Hashable, Sendable {
  /// From 1 to those of ``maximum``.
  public let rows: Int
  /// From 1 to those of ``maximum``.
  public let columns: Int

  /// The largest screen that is drawn; what a larger window has besides stays empty.
  ///
  /// A terminal may claim 65,535 rows and columns, a frame of 4 billion cells, and curses counts to 32,767. This is
  /// more than small print on a wall of screens has.
  public static let maximum = Size(uncheckedRows: 1000, columns: 1000)

  /// Makes a size, bringing either count within the limits.
  public init(rows: Int, columns: Int) {
    self.init(
      uncheckedRows: min(max(1, rows), Self.maximum.rows),
      columns: min(max(1, columns), Self.maximum.columns))
  }

  private init(uncheckedRows rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// Everything that a screen shows at one moment: a grid of cells and a cursor.
public struct Frame: Hashable, Sendable {
  /// Rows and columns.
  public let size: Size
  /// Row after row, `size.columns` cells each. A wide glyph is followed by a cell of width 0.
  public private(set) var cells: [Cell]
  /// Where the terminal's own cursor stands, 0-based: on the active row or in a prompt, for people who
  /// follow it by braille or speech.
  public var cursor: Position
  /// Whether the cursor is drawn.
  public var isCursorVisible: Bool
  /// Whether the terminal is to tell what is done with the mouse.
  public var takesMouse = false
  /// What can be pointed at.
  var targets = TargetMap()

  /// A place on the screen, 0-based.
  public struct Position: Hashable, Sendable {
    /// From the top.
    public var row: Int
    /// From the left.
    public var column: Int

    /// Makes a position.
    public init(row: Int = 0, column: Int = 0) {
      self.row = row
      self.column = column
    }
  }

  /// An empty frame.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank(), count: size.rows * size.columns)
    cursor = Position(row: size.rows - 1, column: 0)
    isCursorVisible = false
  }

  /// Puts the terminal's own cursor on what is active, where braille and speech follow it, and shows it: so that is seen
  /// without any colour too.
  mutating func activate(row: Int, column: Int) {
    cursor = Position(row: row, column: column)
    isCursorVisible = true
  }

  /// The cells of a row.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The text of a row without its trailing spaces, for tests.
  public func text(row: Int) -> String {
    var text = ""
    for cell in self.row(row) { text += cell.glyph }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Puts cells on a row from a column on; what does not fit between `column` and `limit` is left out, and a
  /// wide glyph is never cut in two, neither one that is put nor one that is written over.
  public mutating func put(_ line: some Collection<Cell>, row: Int, column: Int, limit: Int? = nil) {
    guard row >= 0, row < size.rows, column >= 0 else { return }
    let end = min(limit ?? size.columns, size.columns)
    var at = column
    for cell in line {
      guard at < end, at + cell.width <= end else { break }
      if at == column { blankGlyph(row: row, secondColumn: at) }
      cells[row * size.columns + at] = cell
      at += 1
    }
    targets.clear(row * size.columns + column..<row * size.columns + at)
    // What is left of a wide glyph whose first half was written over.
    let rest = row * size.columns + at
    if at > column, at < size.columns, cells[rest].width == 0 { cells[rest] = .blank(cells[rest].style) }
  }

  /// Puts cells before a place: into the blanks that stand there, but for one after a word, and for the rest by moving
  /// what follows to the right, as far as the screen reaches.
  ///
  /// - Returns: The column of the first of them, and by how many what follows was moved.
  mutating func insert(_ cells: [Cell], before place: Position) -> (column: Int, moved: Int) {
    guard 0..<size.rows ~= place.row, 0..<size.columns ~= place.column else { return (place.column, 0) }
    let row = Array(self.row(place.row))
    let blanks = row[..<place.column].reversed().prefix { $0.ascii == 0x20 }.count
    let room = blanks == place.column ? blanks : max(0, blanks - 1)
    let start = place.column - min(room, cells.count)
    let moved = cells.count - (place.column - start)
    var rest = Array(row[place.column...])
    if moved > 0 {
      let text = rest.lastIndex { $0.ascii != 0x20 }.map { $0 + 1 } ?? 0
      rest = Array(rest[..<text])
      put(rest, row: place.row, column: place.column + moved)
    }
    put(cells, row: place.row, column: start)
    return (start, max(0, moved))
  }

  /// Blanks the wide glyph of which `column` is the second half, if it is one.
  private mutating func blankGlyph(row: Int, secondColumn column: Int) {
    let index = row * size.columns + column
    guard column > 0, cells[index].width == 0 else { return }
    cells[index - 1] = .blank(cells[index - 1].style)
  }

  /// Fills a stretch of a row with blanks of a style.
  public mutating func clear(row: Int, columns: Range<Int>, _ style: Style = Style()) {
    let columns = columns.clamped(to: 0..<size.columns)
    put(Array(repeating: Cell.blank(style), count: columns.count), row: row, column: columns.lowerBound)
  }

  /// Gives every cell of a stretch of a row the traits besides its own.
  public mutating func add(_ traits: Style.Traits, row: Int, columns: Range<Int>) {
    guard row >= 0, row < size.rows else { return }
    for column in columns.clamped(to: 0..<size.columns) {
      cells[row * size.columns + column].style.traits.formUnion(traits)
    }
  }
}
