import BriefingCore
import BriefingLayout
import BriefingReading
import BriefingSearch
import BriefingText

/// Draws the library's list: a line a briefing, columns that give way as the window narrows.
struct ListView {
  let state: State
  let list: ListState

  /// Rows of briefings that a window shows.
  static func rowCount(_ size: Size) -> Int { max(1, size.rows - firstRow(size) - 1) }

  private static func firstRow(_ size: Size) -> Int { size.rows >= 12 ? 2 : 1 }

  func draw(in frame: inout Frame) {
    drawHeader(in: &frame)
    drawContinuation(in: &frame)
    guard !list.shown.isEmpty else { return drawNothing(in: &frame) }
    let height = max(1, Self.rowCount(frame.size) - list.rowsAbove)
    let top = max(0, min(list.selection - height / 2, list.shown.count - height))
    let columns = Columns(list, width: frame.size.columns, state.options)
    for offset in 0..<min(height, list.shown.count - top) {
      let row = Self.firstRow(frame.size) + list.rowsAbove + offset
      let index = top + offset
      let status = state.options.remembers ? ListView.Status(list.rows[list.shown[index]], list) : nil
      frame.put(columns.cells(of: list.shown[index], in: list, status), row: row, column: 0)
      frame.mark(.row(index), row: row, columns: 0..<frame.size.columns)
      if index == list.selection, !list.isAtContinuation {
        frame.add(.selected, row: row, columns: 0..<frame.size.columns)
        frame.activate(row: row, column: 0)
      }
    }
  }

  /// Offers to go on with the last briefing.
  private func drawContinuation(in frame: inout Frame) {
    guard list.rowsAbove > 0, let last = list.continuation else { return }
    let row = Self.firstRow(frame.size)
    let columns = frame.size.columns
    let label = Cell.cells("  Continue: ", Style(.prompt))
    let end = Cell.cells(" · \(last.percent)% ", Style(.faint))
    let room = max(1, columns - label.count - end.count)
    // The section gives way first, then the title; how far it is stays.
    var middle = Cell.line(last.title)
    if !last.section.isEmpty, middle.count + 8 <= room {
      middle += Cell.line(" · \(last.section)", Style(.faint))
    }
    frame.put(label + middle.fitted(to: room) + end, row: row, column: 0)
    frame.mark(.continuation, row: row, columns: 0..<columns)
    guard list.isAtContinuation else { return }
    frame.add(.selected, row: row, columns: 0..<columns)
    frame.activate(row: row, column: 0)
  }

  private func drawHeader(in frame: inout Frame) {
    let columns = frame.size.columns
    let count = list.rows.count.counted("briefing")
    let facts = list.isReading ? "\(count), reading …" : "\(count), \(list.order.rawValue)"
    let isWide = facts.count + 4 <= columns * 2 / 3
    let right = Cell.cells("  \(isWide ? facts : count) ", Style(.faint)).fitted(to: columns * 2 / 3)
    let title = Cell.cells(" \(list.path)", Style(.header))
    frame.put(title.fitted(to: columns - right.count), row: 0, column: 0)
    frame.put(right, row: 0, column: columns - right.count)
  }

  private func drawNothing(in frame: inout Frame) {
    var lines: [(String, Style.Role)] = []
    if let problem = list.problem {
      lines = [(problem, .error), ("Name another folder: briefing FOLDER", .text)]
    } else if !list.isComplete {
      lines = [("Reading \(list.path) …", .faint)]
    } else if list.rows.isEmpty {
      lines = [
        ("There are no briefings in \(list.path) yet.", .text),
        ("Put Markdown files (.md, .markdown) there, or name another folder: briefing FOLDER", .faint),
      ]
    } else {
      lines = [
        ("Nothing matches “\(list.filter)”.", .text),
        (state.text("\(key: .leave) shows all \(list.rows.count.grouped) again."), .faint),
      ]
    }
    var row = Self.firstRow(frame.size) + list.rowsAbove
    for (text, role) in lines {
      for part in text.wrapped(to: frame.size.columns - 2) {
        frame.put(Cell.cells(part, Style(role)), row: row, column: 1)
        row += 1
        if row >= frame.size.rows - 1 { return }
      }
    }
  }
}

extension ListView {
  /// What was read of a briefing.
  struct Status {
    /// nil where all of it was read, and where it cannot be.
    let sign: ReadingSign?
    /// What of it has a star.
    let star: BriefingSummary.Star
    /// How much is new, where something was read and something is new.
    let count: String?

    init(_ row: CatalogueRow, _ list: ListState) {
      let summary = list.summary(of: row.path)
      sign = row.isReadable && list.summaries != nil ? ReadingSign(summary, isReadAtFirst: row.isRead) : nil
      star = summary?.star ?? .none
      count = summary?.count
    }
  }

  /// The widths of the columns for one screen of rows.
  struct Columns {
    private let width: Int
    private let date: Int
    private let title: Int
    private let source: Int
    private let sections: Int
    private let minutes: Int
    private let signs: SignSet
    private let readingSpeed: Int

    /// The title gets what it needs; the number of sections goes first, then the source shrinks and goes.
    init(_ list: ListState, width: Int, _ options: State.Options) {
      signs = options.signs
      readingSpeed = options.readingSpeed
      self.width = width
      date = width >= 40 ? 14 : 0
      minutes = width >= 50 ? 8 : 0
      let wanted = min(list.titleWidth, max(30, width / 2))
      var room = width - 2 - date - minutes - wanted
      sections = room >= 12 + min(list.sourceWidth, 12) + 2 ? 12 : 0
      room -= sections
      source = list.sourceWidth > 0 && room >= 12 ? min(list.sourceWidth + 2, room) : 0
      // While the list is narrowed, what a filter found stands after the titles and has the room that is left.
      let most = list.filter.isEmpty ? list.titleWidth : width
      title = max(1, min(most, width - 2 - date - minutes - sections - source))
    }

    /// The cells of a row.
    ///
    /// - Parameter status: What was read of it; nil where that is not remembered.
    func cells(of index: Int, in list: ListState, _ status: Status?) -> [Cell] {
      let row = list.rows[index]
      var cells = signs.cells(status?.sign)
      let matches = ListMatches(words: list.words, root: list.path)
      if date > 0 {
        let guess = row.dateOrigin?.isGuess == true ? "~" : ""
        let text = Cell.cells(guess + (row.date?.abbreviated ?? ""), Style(.faint))
        cells += text.padded(to: date - 2, alignRight: true) + Cell.cells("  ")
      }
      if let problem = row.problem {
        let text =
          Cell.cells(row.title)
          + Cell.cells("  \(row.isReadable ? "" : "cannot be read: ")\(problem)", Style(.error))
        return cells + text.fitted(to: width - cells.count - 1)
      }
      let mark = list.rows.mark(at: index)
      let hidden = matches.hidden(
        of: row, shown: source > 0 ? [.title, .source] : [.title], mark: mark, width: title / 2)
      let star = signs.star(status?.star ?? .none)
      let isUnread = status?.sign != nil || status == nil
      cells +=
        star
        + row.titleCells(
          mark: mark, lighting: matches, hidden, isUnread: isUnread,
          width: max(1, title - star.count))
      if source > 0 {
        let text = (Cell.cells("  ") + matches.cells(row.source ?? "", Style(.faint))).fitted(to: source)
        cells += text + Array(repeating: .blank(), count: source - text.count)
      }
      if sections > 0 {
        let text = status?.count ?? (row.sections == 1 ? "1 section" : "\(row.sections) sections")
        cells += Cell.cells(text, Style(.faint)).padded(to: sections, alignRight: true)
      }
      if minutes > 0 {
        let time = ReadingTime.text(words: row.words, speed: readingSpeed)
        cells += Cell.cells(time, Style(.faint)).padded(to: minutes, alignRight: true)
      }
      return cells
    }
  }
}

extension String {
  /// The words in lines of at most `width` columns; a longer word is cut.
  func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      let joined = line.isEmpty ? String(word) : line + " " + word
      if Cell.cells(joined).count <= width || line.isEmpty {
        line = joined
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    return lines + (line.isEmpty ? [] : [line])
  }
}
