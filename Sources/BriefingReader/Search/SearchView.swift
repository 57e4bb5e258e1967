import BriefingLayout
import BriefingSearch
import BriefingText

/// Draws the search screen: what was found, and beside it the selected hit's briefing.
struct SearchView {
  let state: State
  let search: SearchState
  let geometry: SearchGeometry

  init(state: State, search: SearchState) {
    self.state = state
    self.search = search
    geometry = SearchGeometry(state.size)
  }

  func draw(in frame: inout Frame) {
    drawHeader(in: &frame)
    if search.visit.hits.isEmpty {
      drawLines(
        search.asked == nil ? SearchHelp.lines(state, geometry) : NothingFound.lines(search, state),
        in: &frame)
    } else {
      drawHits(in: &frame)
      drawPreview(in: &frame)
    }
  }

  // MARK: Header

  private func drawHeader(in frame: inout Frame) {
    let columns = frame.size.columns
    if let row = geometry.noteRow, let note { frame.put(note.fitted(to: columns), row: row, column: 0) }
    let note = geometry.noteRow == nil ? note : nil
    var left = note ?? Cell.cells(" Search \(state.list?.path ?? "")", Style(.header))
    let wordings = countTexts.map { Cell.cells("  \($0) ", Style(.faint)) }
    // In a narrow window the shortest wording is what is said.
    let right = (wordings.first { $0.count + min(left.count, 16) <= columns } ?? wordings.last ?? [])
      .fitted(to: columns)
    let name = Cell.cells(" Search", Style(.header))
    if note == nil, left.count + right.count > columns, name.count + right.count <= columns { left = name }
    if columns - right.count >= name.count {
      frame.put(left.fitted(to: columns - right.count), row: 0, column: 0)
      frame.put(right, row: 0, column: columns - right.count)
    } else {
      frame.put(right.dropFirst(), row: 0, column: 0)
    }
  }

  private var countTexts: [String] {
    if search.asked == nil { return [] }
    if search.isStale { return ["…"] }
    if NothingFound.isUnfinished(search.visit.text) { return [] }
    return search.results?.countTexts ?? []
  }

  /// What is to be known of the search: how the query was read comes first, since a narrow window cuts the rest.
  private var note: [Cell]? {
    let texts = (search.results?.remarks ?? []) + [search.results?.note].compactMap(\.self)
    return texts.isEmpty ? nil : Cell.cells(" " + texts.joined(separator: " · "), Style(.caption))
  }

  // MARK: Results

  private func drawHits(in frame: inout Frame) {
    let hits = search.visit.hits
    let selection = search.visit.selection
    let count = geometry.hitCount
    // The selected hit stands in the middle where there is something above and below it, as in the list.
    let first = max(0, min(selection - count / 2, hits.count - count))
    for (slot, index) in (first..<min(hits.count, first + count)).enumerated() {
      let top = geometry.rows.lowerBound + slot * geometry.hitHeight
      let view = SearchHitView(
        hit: hits[index], patterns: search.results?.patterns ?? [], width: geometry.results.count,
        height: geometry.hitHeight, isFirst: search.visit.isFirst(index))
      for (row, line) in zip(top..<top + geometry.hitHeight, view.lines) {
        frame.put(line, row: row, column: 0, limit: geometry.results.upperBound)
        frame.mark(.hit(index), row: row, columns: geometry.results)
        if index == selection { frame.add(.selected, row: row, columns: geometry.results) }
      }
      if index == selection { frame.activate(row: top, column: 0) }
    }
  }

  private func drawLines(_ lines: [SearchHelp.Line], in frame: inout Frame) {
    var rows = geometry.rows
    for line in lines {
      for cells in line.cells(width: frame.size.columns - 2) {
        guard let row = rows.popFirst() else { return }
        frame.put(cells, row: row, column: 1)
      }
    }
  }

  // MARK: Preview

  private func drawPreview(in frame: inout Frame) {
    guard let columns = geometry.preview else { return }
    for row in geometry.rows {
      frame.put(Cell.cells("│", Style(.rule)), row: row, column: columns.lowerBound - 1)
    }
    guard let preview = search.preview, preview.path == search.visit.selected?.path else { return }
    let left = columns.lowerBound + min(2, (columns.count - preview.page.width) / 2)
    let lines = preview.page.lines(from: preview.top, count: geometry.rows.count)
    for (row, shown) in zip(geometry.rows, lines) {
      frame.put(shown.line.cells, row: row, column: left)
      if let found = preview.found {
        _ = frame.light(found, in: shown.line, unit: shown.place.unit, row: row, column: left)
      }
    }
  }
}
