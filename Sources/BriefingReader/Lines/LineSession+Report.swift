import BriefingCore
import BriefingLayout
import BriefingSearch
import BriefingText

extension LineSession {
  /// What there is to tell now, line by line: answers, and what is on top where it was not told yet. Asked for once nothing is
  /// awaited any more, before each line that can be typed. No line has a control: all of them pass the gate, as cells do on the
  /// screen.
  public mutating func report() -> [String] { tellNow().map(gated) }

  private mutating func tellNow() -> [String] {
    // No section fits: nobody types on.
    if case .picker? = state.layers.last { _ = state.pop() }
    var lines = answers
    answers = []
    if let message = state.message {
      lines.append(state.text(message.wording))
      state.message = nil
    }
    if !rest.isEmpty { return lines + tellRest() }
    let now = subject
    if listed == .layer, !now.isTold(by: told) {
      if case .reading(let reading)? = state.layers.last, serial != reading.serial {
        serial = reading.serial
        lines.append(LineText(state).briefingTitle(reading))
      }
      told = now
      toldRows = 0
      return lines + tell(isFirst: true)
    }
    return lines + tell(isFirst: false)
  }

  /// The layer on top; lines that are selected are told as the text that they are.
  private var top: Layer? { state.layers.last { if case .selection = $0 { false } else { true } } }

  /// What is on top.
  private var subject: Told {
    switch top {
    case .list?:
      guard let list = state.list else { return .nothing }
      return .list(path: list.path, order: list.order, filter: list.filter, count: list.shown.count)
    case .reading(let reading)?:
      return .text(
        serial: reading.serial, top: reading.top, settings: reading.page.settings,
        match: reading.search?.current, showsChanges: reading.changes?.isShown == true)
    case .search(let search)?:
      return .hits(text: search.visit.text, serial: search.asked?.request.serial ?? 0)
    case .links(let links)?: return .links(links.remaining)
    case .knownPlaces(let places)?: return .places(places.kind)
    case .only?:
      return .only(text: state.reading?.search?.query.text ?? "", serial: state.reading?.serial ?? 0)
    case .output(let output)?: return .output(output.serial)
    case .note(let note)?: return .note(note.units)
    case .question(let address)?: return .question(address)
    case .importQuestion(let question)?: return .importQuestion(question.plan)
    case .opening(let opening)?: return .problem(opening.problem ?? "")
    // No typed command opens these.
    case .outline?, .filter?, .find?, .goTo?, .picker?, .help?, .helpSearch?, .selection?, .pipe?, .write?,
      .importing?, nil:
      return .nothing
    }
  }

  private mutating func tell(isFirst: Bool) -> [String] {
    switch top {
    case .reading(let reading)? where listed == .layer: return isFirst ? text(of: reading) : []
    case .note(let note)?:
      rest = note.lines(from: Place(unit: note.units.lowerBound), count: 10_000).map { "Note: " + plain($0) }
      _ = state.pop()
      told = subject
      return tellRest()
    case .output(let output)?:
      rest = Self.lines(of: output)
      _ = state.pop()
      told = subject
      return tellRest()
    case .question(let address)?:
      let warning = address.writtenHost.map { ["Written \($0): not all of its letters are Latin."] } ?? []
      let text = gated(address.text)
      return warning
        + [
          state.canOpenAddresses == false
            ? "Nothing here opens \(text); copy it? yes or no"
            : "Open \(text) in another program? yes, no or copy"
        ]
    case .importQuestion(let question)?:
      let plan = question.plan ?? ImportPlan()
      return plan.remarks.map { $0 + "." } + plan.files.map(\.path)
        + ["Write \(plan.files.count == 1 ? "this file" : "these files") to the library? yes or no"]
    case .opening(let opening)?: return isFirst ? [opening.problem ?? "", "quit ends the program."] : []
    default: return tellRows()
    }
  }

  private mutating func tellRest() -> [String] {
    let lines = Array(rest.prefix(rows))
    rest.removeFirst(lines.count)
    return rest.isEmpty ? lines : lines + ["(more: Enter)"]
  }

  // MARK: Lists

  /// Rows of what is listed.
  var rowCount: Int {
    if listed == .outline { return state.reading?.sections.count ?? 0 }
    return switch state.layers.last {
    case .list?: state.list?.shown.count ?? 0
    case .search(let search)?: search.visit.hits.count
    case .links(let links)?: links.remaining.count
    case .knownPlaces(let places)?: places.rows?.count ?? 0
    case .only?: state.reading?.search?.matches.count ?? 0
    default: 0
    }
  }

  private mutating func tellRows() -> [String] {
    var lines = toldRows == 0 ? [title] : []
    guard toldRows < rowCount || toldRows == 0 else { return [] }
    var (end, count) = (toldRows, 0)
    while end < rowCount, count < rows {
      let told = row(end)
      lines += told
      count += told.isEmpty ? 0 : 1
      end += 1
    }
    toldRows = max(1, end)
    if end < rowCount { lines.append("(\((rowCount - end).grouped) more: Enter)") }
    return lines
  }

  /// What is listed, before its first row.
  private var title: String {
    let text = LineText(state)
    if listed == .outline { return text.outlineTitle }
    return switch state.layers.last {
    case .list?: text.listTitle
    case .search(let search)?: text.title(of: search)
    case .links?: "Links here; a number follows one:"
    case .only?:
      "Lines that have “\(gated(state.reading?.search?.query.text ?? ""))”, \(state.reading?.search?.total ?? "0") matches; a number goes there:"
    case .knownPlaces(let places)?:
      if places.kind == .bookmarks {
        rowCount == 0 ? "There is no bookmark yet: bookmark a sets one." : "Bookmarks; a number opens one:"
      } else {
        rowCount == 0 ? "Nothing was opened yet." : "Opened before; a number opens one:"
      }
    default: ""
    }
  }

  /// The lines of a row; none where it is part of the one before.
  private func row(_ index: Int) -> [String] {
    let text = LineText(state)
    if listed == .outline { return [text.section(index)] }
    return switch state.layers.last {
    case .list?: [text.briefing(index)]
    case .search(let search)?: text.hit(search.visit.hits[index], number: index + 1)
    case .links(let links)?: [text.link(links.remaining[index], number: index + 1)]
    case .knownPlaces(let places)?: places.rows.map { [text.place($0[index], number: index + 1)] } ?? []
    case .only?: text.matchedLine(index).map { ["\(index + 1). \($0)"] } ?? []
    default: []
    }
  }

  // MARK: The text

  private func text(of reading: ReadingState) -> [String] {
    let page = reading.page
    var lines: [String] = []
    if let search = reading.search, let current = search.current {
      let place = reading.currentSection.map { ", in \(gated(reading.sections[$0].label))" } ?? ""
      lines.append("Match \((current + 1).grouped) of \(search.total)\(place):")
    }
    let repeats = state.repeats(in: reading)
    var signed: Int?
    for shown in page.lines(from: reading.top, count: state.textHeight) {
      let unit = shown.place.unit
      var line = TextWriter.plainText(of: shown.line)
      if let repeats, signed != unit, !line.isEmpty,
        reading.plainUnit(of: unit).map(repeats.units.contains) == true
      {
        signed = unit
        line = "= " + line
      }
      lines.append(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    if page.unitCount == 0 { lines.append("This briefing has no text.") }
    let isEnd = page.lines(from: reading.top, count: state.textHeight + 1).count <= state.textHeight
    lines.append(isEnd ? "(end)" : "(\(ReadingView(state, reading).progress), more: Enter)")
    return lines
  }

  /// Where the reader is.
  var position: String {
    if case .search(let search)? = state.layers.last { return LineText(state).title(of: search) }
    guard case .reading? = state.layers.last, let reading = state.reading else {
      return LineText(state).listTitle
    }
    let section =
      reading.currentSection.map { "section \(gated(reading.sections[$0].label))" } ?? "the beginning"
    return "\(gated(reading.briefing.metadata.title)), \(section), \(ReadingView(state, reading).progress)"
  }
}

/// What comes from files, as it may be written to a terminal.
func gated(_ text: String) -> String { plain(Cell.line(text)) }

/// The glyphs of cells, without blanks at their end.
func plain(_ cells: some Sequence<Cell>) -> String {
  var text = cells.map(\.glyph).joined()
  while text.last == " " { text.removeLast() }
  return text
}
