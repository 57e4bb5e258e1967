import BriefingCore
import BriefingReader
import BriefingReading

/// The briefings of a library as aligned columns: date, title, source, sections, reading time, path.
struct ListTable {
  private let table: CatalogueTable
  private let rows: [Int]
  private let marks: [String?]
  private let readingSpeed: Int
  private let summaries: [PathKey: BriefingSummary]

  /// Columns of a title at least, before others go.
  private static let leastTitle = 24
  /// Columns of text that others are aligned with, where no terminal sets a width: a title can be as long as its file,
  /// and would make every other line as long. What is longer stands there whole and moves what follows it.
  private static let longestAligned = 200
  /// Rows that one core goes through at a time.
  private static let partSize = 1024

  /// Sets rows in columns.
  ///
  /// - Parameters:
  ///   - rows: Indices into `table`, in the order of the lines.
  ///   - summaries: What is remembered of them, by path: where only some sections are new, they are counted.
  ///   - readingSpeed: Words a minute.
  init(
    _ table: CatalogueTable, _ rows: [Int], _ summaries: [PathKey: BriefingSummary] = [:],
    readingSpeed: Int = ReadingTime.wordsPerMinute
  ) {
    self.table = table
    self.rows = rows
    self.summaries = summaries
    self.readingSpeed = readingSpeed
    marks = table.marks(of: rows)
  }

  /// The columns to try on a terminal, in turn, until a title of some length fits beside them. A path is whole
  /// or not there, for one that is cut opens nothing.
  private static let choices: [Set<ListColumn>] = [
    Set(ListColumn.allCases), [.date, .title, .sections, .minutes, .path], [.date, .title, .minutes, .path],
    [.date, .title, .path], [.date, .title, .source, .minutes], [.date, .title, .minutes], [.date, .title],
  ]

  /// The lines, in parts that follow each other: whole without a width; on a terminal within its columns, and what is cut
  /// ends in `…`.
  func parts(width: Int?) -> [String] {
    // Beyond a terminal's width, so that what does not fit is seen not to.
    let limit = max(Self.longestAligned, (width ?? 0) + 1)
    let starts = Array(stride(from: 0, to: rows.count, by: Self.partSize))
    let parts = starts.concurrentMap { start in
      var part = ListPart(limit: limit)
      for place in start..<min(start + Self.partSize, rows.count) { part.append(texts(place)) }
      return part
    }
    var widths = ListColumn.allCases.map { column in parts.map { $0.widths[column.rawValue] }.max() ?? 0 }
    if let width {
      let least = min(widths[ListColumn.title.rawValue], Self.leastTitle)
      let shown =
        Self.choices.first { columns in
          var tried = Self.widths(widths, of: columns)
          tried[ListColumn.title.rawValue] = least
          return total(tried) <= width
        } ?? [.date, .title]
      widths = Self.widths(widths, of: shown)
      let excess = max(0, total(widths) - width)
      widths[ListColumn.title.rawValue] = max(1, widths[ListColumn.title.rawValue] - excess)
    }
    return parts.concurrentMap { [widths] in $0.lines(widths, width: width) }
  }

  private static func widths(_ widths: [Int], of columns: Set<ListColumn>) -> [Int] {
    ListColumn.allCases.map { columns.contains($0) ? widths[$0.rawValue] : 0 }
  }

  private func total(_ widths: [Int]) -> Int {
    let shown = widths.filter { $0 > 0 }
    return shown.reduce(0, +) + max(0, shown.count - 1) * ListColumn.gap
  }

  private func sections(_ row: CatalogueRow) -> String {
    if !summaries.isEmpty, let count = summaries[PathKey(row.path)]?.count { return count }
    return row.sections == 1 ? "1 section" : "\(row.sections) sections"
  }

  /// What stands in each column of a line.
  private func texts(_ place: Int) -> [String] {
    let row = table[rows[place]]
    let isReadable = row.isReadable
    let mark = marks[place].map { " · \($0)" } ?? ""
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
