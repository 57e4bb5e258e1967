import BriefingCore
import BriefingLayout
import BriefingReader
import BriefingReading

/// The briefings of a library as aligned columns: date, title, source, sections, reading time, path.
struct ListTable {
  private let rows: [CatalogueRow]
  private let sharedTitles: SharedTitles<CatalogueRow>
  private let readingSpeed: Int
  private let summaries: [PathKey: BriefingSummary]

  private enum Column: Int, CaseIterable {
    case date, title, source, sections, minutes, path

    var isNumber: Bool { self == .sections || self == .minutes }
  }

  /// Spaces between columns.
  private static let gap = 2
  /// Columns of a title at least, before others go.
  private static let leastTitle = 24
  /// Columns of text that others are aligned with, where no terminal sets a width: a title can be as long as its file,
  /// and would make every other line as long. What is longer stands there whole and moves what follows it.
  private static let longestAligned = 200

  /// Sets rows in columns.
  ///
  /// - Parameters:
  ///   - summaries: What is remembered of them, by path: where only some sections are new, they are counted.
  ///   - readingSpeed: Words a minute.
  init(
    _ rows: [CatalogueRow], _ summaries: [PathKey: BriefingSummary] = [:],
    readingSpeed: Int = ReadingTime.wordsPerMinute
  ) {
    self.rows = rows
    self.summaries = summaries
    self.readingSpeed = readingSpeed
    sharedTitles = SharedTitles(rows)
  }

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
    var widths = widths(of: rows, limit: limit)
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
    var text: [UInt8] = []
    for row in rows {
      if width == nil, append(row, widths, to: &text) { continue }
      let begun = cells(row, atLeast: limit)
      // Only now, and one at a time: whole, it can be as long as its file.
      let isCut = width == nil && begun.contains { $0.count >= limit }
      let line = isCut ? cells(row, atLeast: .max) : begun
      var cells: [Cell] = []
      for column in Column.allCases where widths[column.rawValue] > 0 {
        if !cells.isEmpty { cells += Cell.cells(String(repeating: " ", count: Self.gap)) }
        let columns = max(widths[column.rawValue], width == nil ? line[column.rawValue].count : 0)
        cells += line[column.rawValue].padded(to: columns, alignRight: column.isNumber)
      }
      if let width { cells = cells.fitted(to: width) }
      while cells.last == .blank() { cells.removeLast() }
      text += (cells.text + "\n").utf8
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The columns that each column takes, `limit` at most.
  private func widths(of rows: [CatalogueRow], limit: Int) -> [Int] {
    var widths = [Int](repeating: 0, count: Column.allCases.count)
    for row in rows {
      for (column, text) in zip(Column.allCases, texts(row)) {
        let old = widths[column.rawValue]
        // No text has more columns than bytes.
        guard old < limit, text.utf8.count > old else { continue }
        let width = Self.isPlain(text) ? text.utf8.count : Cell.cells(text, atLeast: limit).count
        widths[column.rawValue] = min(limit, max(old, width))
      }
    }
    return widths
  }

  /// Appends the line of a row all of whose texts are printable ASCII, as most are, each character a column; false where
  /// it is another one.
  private func append(_ row: CatalogueRow, _ widths: [Int], to lines: inout [UInt8]) -> Bool {
    let texts = texts(row)
    guard texts.allSatisfy(Self.isPlain) else { return false }
    let start = lines.count
    for column in Column.allCases where widths[column.rawValue] > 0 {
      if lines.count > start { lines.append(contentsOf: repeatElement(Self.blank, count: Self.gap)) }
      let text = texts[column.rawValue].utf8
      let padding = repeatElement(Self.blank, count: max(0, widths[column.rawValue] - text.count))
      if column.isNumber { lines.append(contentsOf: padding) }
      lines.append(contentsOf: text)
      if !column.isNumber { lines.append(contentsOf: padding) }
    }
    while lines.count > start, lines.last == Self.blank { lines.removeLast() }
    lines.append(UInt8(ascii: "\n"))
    return true
  }

  private static let blank = UInt8(ascii: " ")

  private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }

  private static func widths(_ widths: [Int], of columns: Set<Column>) -> [Int] {
    Column.allCases.map { columns.contains($0) ? widths[$0.rawValue] : 0 }
  }

  private func total(_ widths: [Int]) -> Int {
    let shown = widths.filter { $0 > 0 }
    return shown.reduce(0, +) + max(0, shown.count - 1) * Self.gap
  }

  /// What stands in each column, whole or at least so much of it.
  private func cells(_ row: CatalogueRow, atLeast limit: Int) -> [[Cell]] {
    texts(row).map { Cell.cells($0, atLeast: limit) }
  }

  private func sections(_ row: CatalogueRow) -> String {
    if !summaries.isEmpty, let count = summaries[PathKey(row.path)]?.count { return count }
    return row.sections == 1 ? "1 section" : "\(row.sections) sections"
  }

  private func texts(_ row: CatalogueRow) -> [String] {
    let isReadable = row.isReadable
    let mark = sharedTitles.mark(of: row).map { " · \($0)" } ?? ""
    return [
      row.date.map { (row.dateOrigin?.isGuess == true ? "~" : "") + $0.iso8601.prefix(10) } ?? "",
      row.problem.map { "\(row.title): \(isReadable ? "" : "cannot be read: ")\($0)" } ?? row.title + mark,
      row.source ?? "",
      isReadable ? sections(row) : "",
      isReadable ? ReadingTime.text(words: row.words, speed: readingSpeed) : "",
      row.path,
    ]
  }
}
