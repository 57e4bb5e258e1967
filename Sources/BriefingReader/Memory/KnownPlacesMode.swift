import BriefingLayout
import BriefingText

/// The bookmarks, or what was opened before.
enum KnownPlacesMode: InputMode {
  static func open(_ kind: KnownPlaces.Kind, _ state: inout State) -> [Effect] {
    guard state.options.remembers else {
      state.sayThatNothingIsRemembered()
      return []
    }
    state.push(.knownPlaces(KnownPlacesState(kind: kind)))
    return [.work(.listPlaces(kind))]
  }

  static func move(_ motion: Motion, times: Int, _ state: inout State) -> [Effect] {
    guard let places = state.knownPlaces, let count = places.rows?.count else { return [] }
    let page = max(1, state.size.rows - 4)
    state.knownPlaces?.selection = motion.index(
      from: places.selection, page: page, count: count, times: times)
    return []
  }

  static func accept(_ state: inout State) -> [Effect] {
    guard let row = state.knownPlaces?.selected else {
      state.say("There is nothing to open.")
      return []
    }
    let effects = state.pop()
    return effects + (row.anchor.map { state.go(to: $0, in: row.path) } ?? state.open(row.path))
  }

  static func draw(_ state: State, in frame: inout Frame) -> StatusLine {
    let line = StatusLine(hints: [.accept, .leave, .help])
    guard let places = state.knownPlaces else { return line }
    let isHistory = places.kind == .history
    frame.put(Cell.cells(isHistory ? " History" : " Bookmarks", Style(.header)), row: 0, column: 0)
    guard let rows = places.rows, !rows.isEmpty else {
      let nothing: Wording =
        places.rows == nil
        ? "…" : isHistory ? "Nothing was opened yet." : "There is no bookmark yet: m and a letter sets one."
      frame.put(Cell.cells(state.text(nothing), Style(.faint)), row: 2, column: 1)
      return line
    }
    let height = max(1, frame.size.rows - 3)
    let top = max(0, min(places.selection - height / 2, rows.count - height))
    for (offset, row) in rows[top..<min(rows.count, top + height)].enumerated() {
      let date = Cell.cells("  \(row.date) ", Style(.faint))
      let label = row.label.isEmpty ? [Cell.blank()] : Cell.cells(" \(row.label)  ", Style(.key))
      let room = max(1, frame.size.columns - date.count)
      frame.put((label + Cell.line(row.title)).padded(to: room) + date, row: 2 + offset, column: 0)
      frame.mark(.knownPlace(top + offset), row: 2 + offset, columns: 0..<frame.size.columns)
      if top + offset == places.selection {
        frame.add(.selected, row: 2 + offset, columns: 0..<frame.size.columns)
        frame.activate(row: 2 + offset, column: 0)
      }
    }
    return line
  }
}

extension State {
  /// The bookmarks or the history.
  var knownPlaces: KnownPlacesState? {
    get { top { if case .knownPlaces(let places) = $0 { places } else { nil } } }
    set { replaceTop(newValue.map(Layer.knownPlaces)) { if case .knownPlaces = $0 { true } else { false } } }
  }
}
