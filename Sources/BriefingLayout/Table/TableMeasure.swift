import BriefingText

/// What a table's columns hold: how much room they ask for, and whether they are figures.
struct TableMeasure {
  /// One for each column.
  private(set) var needs: [ColumnWidths.Need]
  /// Whether a column has a figure below the header, and whether it has anything else there.
  private var hasFigure: [Bool]
  private var hasText: [Bool]

  /// Whether a column's cells below the header are figures; gaps like `–` do not count.
  var isNumeric: [Bool] { zip(hasFigure, hasText).map { $0 && !$1 } }

  /// Measures every cell.
  init(_ table: TableText, _ text: Graphemes) {
    self.init(columns: table.columns)
    _ = add(table, text, hasHeader: true, isCancelled: { false })
  }

  /// Has measured nothing yet.
  init(columns: Int) {
    needs = Array(repeating: .init(), count: columns)
    hasFigure = Array(repeating: false, count: columns)
    hasText = hasFigure
  }

  /// Measures some rows; returns false when `isCancelled`, asked every millisecond or two, returns true.
  ///
  /// - Parameter hasHeader: Whether the first row is the header.
  mutating func add(
    _ table: TableText, _ text: Graphemes, hasHeader: Bool, isCancelled: () -> Bool
  ) -> Bool {
    var pause = 0
    for row in 0..<table.rows {
      // What nobody wrote asks for no room.
      for column in 0..<table.writtenCount(row) {
        pause -= 1
        if pause <= 0 {
          if isCancelled() { return false }
          pause = TableMeasure.stride
        }
        let range = table.cell(row, column)
        pause -= range.count / 8
        TableMeasure.measure(text, range, &needs[column])
        guard row > 0 || !hasHeader, !hasText[column], !range.isEmpty else { continue }
        switch Figure(text, range) {
        case .figure: hasFigure[column] = true
        case .gap: break
        case .text: hasText[column] = true
        }
      }
    }
    return true
  }

  /// Cells, or eight bytes of them, that are measured between two questions whether to go on.
  private static let stride = 1 << 13

  private static func measure(_ text: Graphemes, _ range: Range<Int>, _ need: inout ColumnWidths.Need) {
    var segmenter = Segmenter(text, range, column: Int(Int32.max))
    var width = 0
    while let segment = segmenter.next() {
      width += segment.width
      need.word = max(need.word, segment.width)
      need.natural = max(need.natural, width)
      width = segment.ending == .newline ? 0 : width + segment.space
    }
  }

  /// What a cell holds, for alignment.
  private enum Figure {
    case figure, gap, text

    init(_ text: Graphemes, _ range: Range<Int>) {
      var digits = 0
      var letters = 0
      var at = range.lowerBound
      while at < range.upperBound {
        let (scalar, length) = text.scalar(at: at)
        at += length
        switch scalar {
        case 0x30...0x39:
          // A letter before a digit is a name's: `S-400`.
          if letters > 0 {
            self = .text
            return
          }
          digits += 1
        case 0x41...0x5A, 0x61...0x7A: letters += 1
        // Space, signs, points, brackets, currencies.
        case 0x20, 0x21...0x2F, 0x3C...0x3E, 0x7E, 0xA0, 0xA3, 0xA5, 0xB1, 0xB0, 0x2009, 0x2012...0x2014,
          0x2019, 0x2026, 0x202F, 0x20A0...0x20BF, 0x2212, 0x2248:
          break
        default:
          self = .text
          return
        }
      }
      // Up to three letters after a number are its unit.
      self = digits > 0 && letters <= 3 ? .figure : letters == 0 ? .gap : .text
    }
  }
}
