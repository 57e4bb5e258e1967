import BriefingCore
import BriefingLayout
import BriefingReader

/// The briefings of a library as aligned columns: date, title, source, sections, reading time, path.
struct ListTable {
  private let rows: [CatalogueRow]

  private enum Column: Int, CaseIterable {
    case date, title, source, sections, minutes, path
  }

  /// Spaces between columns.
  private static let gap = 2
  /// Columns of a title at least, before others go.
  private static let leastTitle = 24
  /// Columns of text that others are aligned with, where no terminal sets a width: a title can be as long as its file,
  /// and would make every other line as long. What is longer stands there whole and moves what follows it.
  private static let longestAligned = 200

  /// Sets rows in columns.
  init(_ rows: [CatalogueRow]) { self.rows = rows }

  /// The columns to try on a terminal, in turn, until a title of some length fits beside them. A path is whole
  /// or not there, for one that is cut opens nothing.
  private static let choices: [Set<Column>] = [
    Set(Column.allCases), [.date, .title, .sections, .minutes, .path], [.date, .title, .minutes, .path],
    [.date, .title, .path], [.date, .title, .source, .minutes], [.date, .title, .minutes], [.date, .title],
  ]

  /// The lines: whole without a width; on a terminal within its columns, and what is cut ends in `…`.
  func text(width: Int?) -> String {
    // Beyond a terminal's width, so that what does not fit is seen not to.
    let limit = max(Self.longestAligned, (width ?? 0) + 1)
    let lines = rows.map { Self.cells($0, atLeast: limit) }
    var widths = Column.allCases.map { column in
      min(limit, lines.map { $0[column.rawValue].count }.max() ?? 0)
    }
    if let width {
      let least = min(widths[Column.title.rawValue], Self.leastTitle)
      let shown =
        Self.choices.first { columns in
          var tried = Self.widths(widths, of: columns)
          tried[Column.title.rawValue] = least
          return total(tried) <= width
        } ?? [.date, .title]
      widths = Self.widths(widths, of: shown)
      let excess = max(0, total(widths) - width)
      widths[Column.title.rawValue] = max(1, widths[Column.title.rawValue] - excess)
    }
    var text = ""
    for (row, line) in zip(rows, lines) {
      // Only now, and one at a time: whole, it can be as long as its file.
      let isCut = width == nil && line.contains { $0.count >= limit }
      let line = isCut ? Self.cells(row, atLeast: .max) : line
      var cells: [Cell] = []
      for column in Column.allCases where widths[column.rawValue] > 0 {
        if !cells.isEmpty { cells += Cell.cells(String(repeating: " ", count: Self.gap)) }
        let isNumber = column == .sections || column == .minutes
        let columns = max(widths[column.rawValue], width == nil ? line[column.rawValue].count : 0)
        cells += line[column.rawValue].padded(to: columns, alignRight: isNumber)
      }
      if let width { cells = cells.fitted(to: width) }
      while cells.last == .blank() { cells.removeLast() }
      text += cells.text + "\n"
    }
    return text
  }

  private static func widths(_ widths: [Int], of columns: Set<Column>) -> [Int] {
    Column.allCases.map { columns.contains($0) ? widths[$0.rawValue] : 0 }
  }

  private func total(_ widths: [Int]) -> Int {
    let shown = widths.filter { $0 > 0 }
    return shown.reduce(0, +) + max(0, shown.count - 1) * Self.gap
  }

  /// What stands in each column, whole or at least so much of it.
  private static func cells(_ row: CatalogueRow, atLeast limit: Int) -> [[Cell]] {
    let isReadable = row.isReadable
    let title = row.problem.map { "\(row.title): \(isReadable ? "" : "cannot be read: ")\($0)" } ?? row.title
    return Column.allCases.map { column in
      let text =
        switch column {
        case .date: row.date.map { String($0.iso8601.prefix(10)) } ?? ""
        case .title: title
        case .source: row.source ?? ""
        case .sections: isReadable ? (row.sections == 1 ? "1 section" : "\(row.sections) sections") : ""
        case .minutes: isReadable ? "\(ReadingTime.minutes(words: row.words)) min" : ""
        case .path: row.path
        }
      return Cell.cells(text, atLeast: limit)
    }
  }
}
