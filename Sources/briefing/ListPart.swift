import BriefingLayout
import BriefingReader

/// The texts of some rows of `briefing list` that follow each other, as bytes. They are made once, though all of a list
/// have to be measured before its first line is known.
struct ListPart: Sendable {
  /// One text behind the other, in the order of the columns.
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []
  /// Columns of each text that is printed as it is, see `Cell.plainColumns`; nil for the others.
  private var plain: [Int?] = []
  /// Columns that each column takes, ``limit`` at most.
  private(set) var widths = [Int](repeating: 0, count: ListColumn.allCases.count)
  /// A column is no wider, whatever it has.
  private let limit: Int

  /// Makes one of no rows.
  init(limit: Int) { self.limit = limit }

  /// Adds a row.
  ///
  /// - Parameter texts: One for each column.
  mutating func append(_ texts: [String]) {
    for (column, var text) in texts.enumerated() {
      let (count, columns) = text.withUTF8 { text in
        bytes.append(contentsOf: text)
        return (text.count, Cell.plainColumns(of: text))
      }
      ends.append(bytes.count)
      plain.append(columns)
      // No text has more columns than bytes.
      guard widths[column] < limit, count > widths[column] else { continue }
      widths[column] = min(
        limit, max(widths[column], columns ?? Cell.cells(text, atLeast: limit).count))
    }
  }

  /// The lines of the rows.
  ///
  /// - Parameters:
  ///   - widths: Columns of each column; 0 where it is left out.
  ///   - width: Columns of the terminal; nil where none sets a width.
  func lines(_ widths: [Int], width: Int?) -> String {
    var lines: [UInt8] = []
    lines.reserveCapacity(bytes.count + bytes.count / 2)
    for row in 0..<ends.count / ListColumn.allCases.count {
      if width == nil, ListColumn.allCases.allSatisfy({ plain[place(of: $0, row)] != nil }) {
        appendPlain(row, widths, to: &lines)
        continue
      }
      var cells = cells(row, widths, isWhole: width == nil)
      if let width { cells = cells.fitted(to: width) }
      while cells.last == .blank() { cells.removeLast() }
      lines += (cells.text + "\n").utf8
    }
    return String(decoding: lines, as: UTF8.self)
  }

  private func place(of column: ListColumn, _ row: Int) -> Int {
    row * ListColumn.allCases.count + column.rawValue
  }

  private func text(_ place: Int) -> ArraySlice<UInt8> {
    bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place]]
  }

  /// Appends the line of a row whose texts are printed as they are.
  private func appendPlain(_ row: Int, _ widths: [Int], to lines: inout [UInt8]) {
    let start = lines.count
    for column in ListColumn.allCases where widths[column.rawValue] > 0 {
      if lines.count > start { lines.append(contentsOf: repeatElement(Self.blank, count: ListColumn.gap)) }
      let place = place(of: column, row)
      let padding = repeatElement(Self.blank, count: max(0, widths[column.rawValue] - (plain[place] ?? 0)))
      if column.isNumber { lines.append(contentsOf: padding) }
      lines.append(contentsOf: text(place))
      if !column.isNumber { lines.append(contentsOf: padding) }
    }
    while lines.count > start, lines.last == Self.blank { lines.removeLast() }
    lines.append(UInt8(ascii: "\n"))
  }

  /// The cells of a row.
  ///
  /// - Parameter isWhole: Whether a text that is longer than its column moves what follows it; else it is cut.
  private func cells(_ row: Int, _ widths: [Int], isWhole: Bool) -> [Cell] {
    var line: [Cell] = []
    for column in ListColumn.allCases where widths[column.rawValue] > 0 {
      if !line.isEmpty { line += Cell.cells(String(repeating: " ", count: ListColumn.gap)) }
      let text = String(decoding: text(place(of: column, row)), as: UTF8.self)
      let cells = Cell.cells(text, atLeast: isWhole ? .max : limit)
      let columns = max(widths[column.rawValue], isWhole ? cells.count : 0)
      line += cells.padded(to: columns, alignRight: column.isNumber)
    }
    return line
  }

  private static let blank = UInt8(ascii: " ")
}
