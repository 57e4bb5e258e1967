import Algorithms
import BriefingText
import CommonMark

/// A unit set at one width: its lines as offsets, made into cells when they are asked for, so that one
/// paragraph of 20 MB costs its text and a few bytes a line.
struct UnitLayout: Sendable {
  /// The unit's text.
  let text: UnitText
  private let body: Body
  /// Lines before the text: labels and captions.
  private let head: [Line]
  /// What stands before the first line of text, and before each of the others.
  private let firstPrefix: [Cell]
  private let restPrefix: [Cell]
  /// Columns of the text.
  private let column: Int
  /// Lines after the text: the targets of its links.
  private let tail: [Line]
  /// Columns of the page.
  private let width: Int
  private let gap: Int
  private let gapPrefix: [Cell]
  /// Whether the last line of the gap is the rule before footnotes.
  private let endsWithRule: Bool

  private enum Body: Sendable {
    /// Lines that go on with one above are set in by `hang` columns.
    case flow([LineSpan], hang: Int)
    /// `indent` columns of the text are left for the mark of a line that goes on.
    case code([LineSpan], indent: Int)
    /// Lines of code as they are; `width` columns are what the longest of the block takes.
    case widerCode([LineSpan], indent: Int, width: Int)
    case table(TableLayout)
    case thematicBreak
  }

  /// Sets a unit's content between its margin and the page's right edge.
  ///
  /// - Parameter part: of a slice of a long leaf, what it has to know of the others.
  /// - Parameter codeWidth: columns of the longest line of the code block that the unit is a slice of; nil where
  ///   it is all of it, or where its part of a long block says so.
  /// - Parameter isContinued: whether the next unit is a slice of the same leaf.
  init(
    _ content: UnitContent, _ part: LeafPart?, _ margin: Margin, _ spacing: Spacing,
    _ settings: Page.Settings,
    codeWidth: () -> Int? = { nil }, isContinued: Bool = false
  ) {
    var margin = margin
    text = content.text
    width = margin.width
    endsWithRule = spacing.endsWithRule
    var head = margin.takeLabelLines()
    var column = margin.column
    switch content {
    case .flow(let text, let hang):
      let hang = min(hang, (column - 1) / 2)
      let lines = Graphemes.withEach(of: text.string) { graphemes in
        hang == 0
          ? ParagraphBreaker.lines(of: graphemes, 0..<graphemes.count, column: column)
          : ParagraphBreaker.lines(of: graphemes, column: column, hang: hang)
      }
      body = .flow(lines, hang: hang)
    case .code(let text, let caption):
      let part = part?.code
      let indent = min(UnitLayout.codeIndent, max(0, column - 1) / 2)
      let cells = Cell.cells(caption, Style(.caption))
      if !cells.isEmpty, cells.count <= column - indent {
        var line = Line(decoration: margin.takePrefix(), start: 0)
        line.pad(indent)
        line.append(decoration: cells)
        head.append(line)
      }
      column -= indent
      let widest = part == nil ? .max : CodePart.longestLine
      var code = Graphemes.withEach(of: text.string) {
        CodeBreaker.lines(
          of: $0, 0..<$0.count - (part?.endsBehindLine == true ? 1 : 0),
          column: settings.overflow == .pan ? widest : column)
      }
      if part?.startsWithinLine == true { code.lines[0].mark = .continuation }
      let width = settings.overflow == .pan ? part?.blockWidth ?? codeWidth() ?? code.width : 0
      if width > column { column = min(width, column + settings.overhang) }
      body =
        width > column
        ? .widerCode(code.lines, indent: indent, width: width) : .code(code.lines, indent: indent)
    case .table(let table):
      body = .table(TableLayout(table, part?.table, column: column, settings))
    case .thematicBreak:
      body = .thematicBreak
    }
    self.head = head
    self.column = column
    firstPrefix = margin.takePrefix()
    restPrefix = margin.takePrefix()
    var targets = LinkTargets()
    if settings.listsTargets { targets.add(content.text) }
    tail = targets.lines(behind: restPrefix, column: column, start: content.text.string.utf8.count)
    // What goes on below its links' targets is set off from them.
    gap = spacing.lines + (isContinued && !tail.isEmpty ? 1 : 0)
    // Behind the markers: a blank line has none.
    gapPrefix = margin.gapPrefix(upTo: spacing.common)
  }

  private static let codeIndent = 2

  private var bodyCount: Int {
    switch body {
    case .flow(let lines, _), .code(let lines, _), .widerCode(let lines, _, _): lines.count
    case .table(let table): table.rowCount
    case .thematicBreak: 1
    }
  }

  /// Rows without the gap, at least 1.
  var textRows: Int { head.count + bodyCount + tail.count }

  /// Rows with the gap.
  var rowCount: Int { textRows + gap }

  /// The offset at which a row starts; it never falls from row to row.
  func start(of row: Int) -> Int {
    if row < head.count { return 0 }
    if row >= head.count + bodyCount { return text.string.utf8.count }
    switch body {
    case .flow(let lines, _), .code(let lines, _), .widerCode(let lines, _, _):
      return Int(lines[row - head.count].start)
    case .table(let table): return table.start(of: row - head.count)
    case .thematicBreak: return 0
    }
  }

  /// The first row that starts at the offset, else the row that shows it.
  func row(at offset: Int) -> Int {
    let row = (0..<rowCount).partitioningIndex { start(of: $0) >= offset }
    if row < rowCount, start(of: row) == offset { return row }
    if case .table(let table) = body { return head.count + table.line(showing: offset) }
    return max(0, row - 1)
  }

  /// How many rows start where this one does, it and those below it counted.
  func rowsSharingStart(from row: Int) -> Int {
    let start = start(of: row)
    var end = row + 1
    while end < rowCount, self.start(of: end) == start { end += 1 }
    return end - row
  }

  /// How far what is wider than the page can be panned, in columns; 0 where all of it is seen.
  var panLimit: Int {
    switch body {
    case .widerCode(_, _, let width): width - column
    case .table(let table): table.panLimit
    case .flow, .code, .thematicBreak: 0
    }
  }

  /// The column of an offset in what is panned, and how many columns are seen at a time; nil where the offset is
  /// seen whatever the pan.
  func window(showing offset: Int) -> (column: Int, room: Int)? {
    Graphemes.withEach(of: text.string) { graphemes in
      switch body {
      case .widerCode(let lines, _, _):
        (CodeBreaker.column(of: offset, in: lines[max(0, row(at: offset) - head.count)], graphemes), column)
      case .table(let table): table.window(showing: offset, graphemes)
      case .flow, .code, .thematicBreak: nil
      }
    }
  }

  /// The cells of rows, with what is wider than the page panned by `pan` columns, as far as it can be.
  func lines(_ rows: Range<Int>, pan: Int = 0) -> [Line] {
    Graphemes.withEach(of: text.string) { graphemes in rows.map { line($0, graphemes, pan: pan) } }
  }

  private func line(_ row: Int, _ graphemes: Graphemes, pan: Int) -> Line {
    if row < head.count { return head[row] }
    if row >= textRows {
      let isRule = endsWithRule && row == rowCount - 1
      return Line(decoration: isRule ? noteRule : gapPrefix, start: graphemes.count)
    }
    if row >= head.count + bodyCount { return tail[row - head.count - bodyCount] }
    let prefix = row == head.count ? firstPrefix : restPrefix
    var line = Line(decoration: prefix, start: start(of: row), capacity: column)
    switch body {
    case .flow(let lines, let hang):
      let span = lines[row - head.count]
      let goesOn = span.start > 0 && graphemes.bytes[Int(span.start) - 1] != 0x0A
      if goesOn { line.pad(hang) }
      line.append(graphemes, span, runs: text.runs, column: column - (goesOn ? hang : 0))
    case .code(let lines, let indent):
      let span = lines[row - head.count]
      if span.mark == .continuation, indent > 1 {
        line.append(decoration: Cell.cells("↪", Style(.caption)))
      }
      line.pad(prefix.count + indent - line.cells.count)
      line.append(
        graphemes, span.range, runs: text.runs, column: column, stops: CodeBreaker.tabStop)
    case .widerCode(let lines, let indent, let width):
      if lines[row - head.count].mark == .continuation, indent > 1 {
        line.append(decoration: Cell.cells("↪", Style(.caption)))
      }
      line.pad(prefix.count + indent - line.cells.count)
      let columns = min(pan, width - column)..<min(pan, width - column) + column
      var whole = Line(decoration: [], start: 0)
      // One more than is seen, to know whether there is more.
      whole.append(
        graphemes, lines[row - head.count].range, runs: text.runs, column: columns.upperBound + 2,
        stops: CodeBreaker.tabStop)
      line.append(
        whole,
        Line.Window(
          columns: columns, isCutLeft: whole.cells.prefix(columns.lowerBound).contains { $0.ascii != 0x20 },
          isCutRight: whole.cells.count > columns.upperBound))
    case .table(let table):
      table.append(row - head.count, pan: pan, to: &line, graphemes, text.runs)
    case .thematicBreak:
      let rule = max(1, min(UnitLayout.ruleWidth, column / 3))
      line.pad((column - rule) / 2)
      line.append(decoration: Cell.cells(String(repeating: "─", count: rule), Style(.rule)))
    }
    line.trim()
    return line
  }

  private static let ruleWidth = 24

  /// A short rule, as print has it; a third of a narrow page.
  private var noteRule: [Cell] {
    Cell.cells(String(repeating: "─", count: max(1, min(UnitLayout.noteRuleWidth, width / 3))), Style(.rule))
  }

  private static let noteRuleWidth = 12
}
