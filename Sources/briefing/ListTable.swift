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

  /// The columns to try on a terminal, in turn, until a title of some length fits beside them. A path is whole
  /// or not there, for one that is cut opens nothing.
  private static let choices: [Set<Column>] = [
    Set(Column.allCases), [.date, .title, .sections, .minutes, .path], [.date, .title, .minutes, .path],
    [.date, .title, .path], [.date, .title, .source, .minutes], [.date, .title, .minutes], [.date, .title],
  ]

  /// The lines: whole without a width; on a terminal within its columns, and what is cut ends in `…`.
  func text(width: Int?) -> String {
    var widths = widths
    if let width {
      let least = min(widths[Column.title.rawValue], Self.leastTitle)
      let shown =
        Self.choices.first { columns in
          var tried = self.widths(of: columns)
          tried[Column.title.rawValue] = least
          return total(tried) <= width
        } ?? [.date, .title]
      widths = self.widths(of: shown)
      let excess = max(0, total(widths) - width)
      widths[Column.title.rawValue] = max(1, widths[Column.title.rawValue] - excess)
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

  private func widths(of columns: Set<Column>) -> [Int] {
    Column.allCases.map { columns.contains($0) ? widths[$0.rawValue] : 0 }
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
