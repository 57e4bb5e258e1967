import BriefingCore
import BriefingLayout
import BriefingReader

/// The briefings of a library as aligned columns: date, title, source, sections, reading time, path.
struct ListTable {
  private let lines: [[[Cell]]]
  private let widths: [Int]

  private enum Column: Int, CaseIterable {
    case date, title, source, sections, minutes, path
  }

  /// Spaces between columns.
  private static let gap = 2
  /// Columns of a title at least, before others go.
  private static let leastTitle = 24

  /// Sets rows in columns.
  init(_ rows: [CatalogueRow]) {
    let lines = rows.map(Self.cells)
    self.lines = lines
    widths = Column.allCases.map { column in lines.map { $0[column.rawValue].count }.max() ?? 0 }
  }

  /// The lines: whole without a width; on a terminal within its columns, and what is cut ends in `…`.
  ///
  /// The path stays as long as it can, for it is what opens a briefing: source, sections and reading time go
  /// before it, then the title is cut.
  func text(width: Int?) -> String {
    var widths = widths
    if let width {
      for column in [Column.source, .sections, .minutes] where total(widths) > width {
        let rest =
          total(widths) - widths[Column.title.rawValue] + min(widths[Column.title.rawValue], Self.leastTitle)
        if rest > width { widths[column.rawValue] = 0 }
      }
      for column in [Column.title, .path] {
        let excess = total(widths) - width
        let least = column == .title ? min(widths[column.rawValue], Self.leastTitle) : 1
        if excess > 0 { widths[column.rawValue] = max(least, widths[column.rawValue] - excess) }
      }
    }
    var text = ""
    for line in lines {
      var cells: [Cell] = []
      for column in Column.allCases where widths[column.rawValue] > 0 {
        if !cells.isEmpty { cells += Cell.cells(String(repeating: " ", count: Self.gap)) }
        let isNumber = column == .sections || column == .minutes
        cells += line[column.rawValue].padded(to: widths[column.rawValue], alignRight: isNumber)
      }
      if let width { cells = cells.fitted(to: width) }
      while cells.last == .blank() { cells.removeLast() }
      text += cells.text + "\n"
    }
    return text
  }

  private func total(_ widths: [Int]) -> Int {
    let shown = widths.filter { $0 > 0 }
    return shown.reduce(0, +) + max(0, shown.count - 1) * Self.gap
  }

  private static func cells(_ row: CatalogueRow) -> [[Cell]] {
    let isReadable = row.problem == nil
    let title = row.problem.map { "\(row.title): cannot be read: \($0)" } ?? row.title
    return Column.allCases.map { column in
      switch column {
      case .date: Cell.cells(row.date.map { String($0.iso8601.prefix(10)) } ?? "")
      case .title: Cell.cells(title)
      case .source: Cell.cells(row.source ?? "")
      case .sections:
        Cell.cells(isReadable ? (row.sections == 1 ? "1 section" : "\(row.sections) sections") : "")
      case .minutes: Cell.cells(isReadable ? "\(ReadingTime.minutes(words: row.words)) min" : "")
      case .path: Cell.cells(row.path)
      }
    }
  }
}
