/// What a terminal makes of links (OSC 8): which cell leads where, by the sequences that ncurses writes for an xterm without
/// moving rows.
struct LinkedCells {
  let rows: Int
  let columns: Int
  private(set) var glyphs: [Character]
  private(set) var links: [String?]
  /// Sequences that are not known here.
  private(set) var unknown: [String] = []
  private var row = 0
  private var column = 0
  private var link: String?

  init(rows: Int, columns: Int) {
    (self.rows, self.columns) = (rows, columns)
    glyphs = Array(repeating: " ", count: rows * columns)
    links = Array(repeating: nil, count: rows * columns)
  }

  /// The text of a row, and the stretches of it that lead somewhere.
  func spans(row: Int) -> [(text: String, address: String)] {
    var spans: [(text: String, address: String)] = []
    var before: String?
    for cell in row * columns..<(row + 1) * columns {
      if let link = links[cell] {
        if link == before {
          spans[spans.count - 1].text.append(glyphs[cell])
        } else {
          spans.append((String(glyphs[cell]), link))
        }
      }
      before = links[cell]
    }
    return spans
  }

  mutating func take(_ bytes: [UInt8]) {
    var rest = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": takeEscape(&rest)
      case "\r": column = 0
      case "\n": row = min(row + 1, rows - 1)
      case "\u{8}": column = max(0, column - 1)
      case "\u{F}": break
      default: put(Character(scalar))
      }
    }
  }

  private mutating func put(_ glyph: Character) {
    if column == columns {
      column = 0
      row = min(row + 1, rows - 1)
    }
    glyphs[row * columns + column] = glyph
    links[row * columns + column] = link
    column += 1
  }

  private mutating func erase(_ cells: Range<Int>) {
    for cell in cells.clamped(to: glyphs.indices) { (glyphs[cell], links[cell]) = (" ", nil) }
  }

  private mutating func takeEscape(_ rest: inout ArraySlice<Unicode.Scalar>) {
    switch rest.popFirst() {
    case "[":
      let parameters = rest.prefix { (0x20...0x3F).contains($0.value) }
      rest = rest.dropFirst(parameters.count)
      takeControl(String(String.UnicodeScalarView(parameters)), rest.popFirst() ?? " ")
    case "]":
      let text = rest.prefix { $0 != "\u{7}" && $0 != "\u{1B}" }
      rest = rest.dropFirst(text.count)
      if rest.popFirst() == "\u{1B}" { _ = rest.popFirst() }
      let parts = String(String.UnicodeScalarView(text)).split(
        separator: ";", maxSplits: 2, omittingEmptySubsequences: false)
      if parts.first == "8", parts.count == 3 { link = parts[2].isEmpty ? nil : String(parts[2]) }
    case "(", ")": _ = rest.popFirst()
    case "M": row = max(0, row - 1)
    default: break
    }
  }

  private mutating func takeControl(_ parameters: String, _ final: Unicode.Scalar) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let first = (numbers.first ?? nil) ?? 1
    let cell = row * columns + min(column, columns - 1)
    switch final {
    case "H":
      row = min(rows, first) - 1
      column = min(columns, (numbers.count > 1 ? numbers[1] : nil) ?? 1) - 1
    case "A": row = max(0, row - first)
    case "B": row = min(rows - 1, row + first)
    case "C": column = min(columns - 1, column + first)
    case "D": column = max(0, column - first)
    case "G": column = min(columns, first) - 1
    case "d": row = min(rows, first) - 1
    case "J":
      switch (numbers.first ?? nil) ?? 0 {
      case 0: erase(cell..<rows * columns)
      case 1: erase(0..<cell + 1)
      default: erase(0..<rows * columns)
      }
    case "K":
      let start = row * columns
      switch (numbers.first ?? nil) ?? 0 {
      case 0: erase(cell..<start + columns)
      case 1: erase(start..<cell + 1)
      default: erase(start..<start + columns)
      }
    case "X": erase(cell..<min(cell + first, (row + 1) * columns))
    case "b":
      let glyph = glyphs[row * columns + column - 1]
      for _ in 0..<first { put(glyph) }
    case "P":
      let end = (row + 1) * columns
      for at in cell..<end {
        let from = at + first
        (glyphs[at], links[at]) = from < end ? (glyphs[from], links[from]) : (" ", nil)
      }
    case "@":
      let end = (row + 1) * columns
      for at in (cell..<end).reversed() {
        let from = at - first
        (glyphs[at], links[at]) = from >= cell ? (glyphs[from], links[from]) : (" ", nil)
      }
    case "m", "h", "l", "r", "t": break
    default: unknown.append(parameters + String(final))
    }
  }
}
