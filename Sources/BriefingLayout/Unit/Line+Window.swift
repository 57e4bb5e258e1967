import BriefingText

extension Line {
  /// The columns of a line that is wider than there is room.
  struct Window {
    /// The columns that are shown.
    var columns: Range<Int>
    /// Whether something of the line stands left of them, and right of them.
    var isCutLeft: Bool
    var isCutRight: Bool
  }

  /// Adds the columns of a line that a window shows, with `‹` and `›` where the line is cut: the one in the blank
  /// before the window, if there is one, the other in the window's last column.
  mutating func append(_ line: Line, _ window: Window) {
    let shown = window.columns.clamped(to: 0..<line.cells.count)
    var part = Array(line.cells[shown])
    if let first = part.first, first.isContinuation { part[0] = .blank(first.style) }
    if shown.upperBound < line.cells.count, line.cells[shown.upperBound].isContinuation, let last = part.last
    {
      part[part.count - 1] = .blank(last.style)
    }
    var offsets = Array(line.offsets[shown])
    if window.isCutRight {
      while part.count < window.columns.count {
        part.append(.blank())
        offsets.append(Line.decoration)
      }
      Line.put("›", at: part.count - 1, in: &part, &offsets)
    }
    if window.isCutLeft {
      if self.offsets.last == Line.decoration, cells.last?.ascii == 0x20 {
        Line.put("‹", at: cells.count - 1, in: &cells, &self.offsets)
      } else {
        if part.isEmpty {
          part = [.blank()]
          offsets = [Line.decoration]
        }
        Line.put("‹", at: 0, in: &part, &offsets)
      }
    }
    cells += part
    self.offsets += offsets
  }

  /// Writes a mark over a cell, and blanks the other half of the glyph that stood there.
  private static func put(_ mark: String, at index: Int, in cells: inout [Cell], _ offsets: inout [Int32]) {
    guard cells.indices.contains(index), let mark = Cell.cells(mark, Style(.marker)).first else { return }
    if cells[index].isContinuation, index > 0 { cells[index - 1] = .blank(cells[index - 1].style) }
    if index + 1 < cells.count, cells[index + 1].isContinuation {
      cells[index + 1] = .blank(cells[index + 1].style)
    }
    cells[index] = mark
    offsets[index] = Line.decoration
  }
}
