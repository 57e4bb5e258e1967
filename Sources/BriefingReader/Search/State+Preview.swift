import BriefingCore
import BriefingLayout
import BriefingSearch

extension State {
  /// Shows the selected hit's briefing beside the results, where there is room for it.
  ///
  /// - Parameter again: Whether a briefing that is shown already is read again.
  mutating func askForPreview(again: Bool = false) -> [Effect] {
    guard let search, let hit = search.visit.selected, SearchGeometry(size).preview != nil else {
      self.search?.awaitedPreview = nil
      return []
    }
    if search.preview?.path == hit.path, !again {
      self.search?.awaitedPreview = nil
      return lightPreview()
    }
    guard search.awaitedPreview != hit.path || again else { return [] }
    self.search?.awaitedPreview = hit.path
    return [.work(.preview(path: hit.path))]
  }

  /// Takes a briefing in that was asked for as a preview.
  mutating func takePreview(_ path: String, _ page: Page) -> [Effect] {
    guard search?.awaitedPreview == path else { return [] }
    search?.awaitedPreview = nil
    lastSerial += 1
    let page = page.resized(to: previewWidth)
    let preview = SearchPreview(path: path, serial: lastSerial, page: page)
    search?.preview = preview
    return lightPreview()
  }

  /// Goes to the selected hit's section in the preview, and looks for what to light.
  mutating func lightPreview() -> [Effect] {
    guard let search, let preview = search.preview, let hit = search.visit.selected else { return [] }
    let query = search.visit.wordQuery
    if let found = preview.found, found.query == query {
      let rows = previewRows
      self.search?.preview?.light(found.matches, of: found.query, hit: hit, rows: rows)
      return []
    }
    self.search?.preview?.found = nil
    self.search?.preview?.top = Place(unit: preview.page.units(of: hit)?.lowerBound ?? 0)
    guard let query else { return [] }
    return find(query, in: preview.page, preview.text, serial: preview.serial)
  }

  /// Takes the matches in that ``lightPreview()`` asked for.
  mutating func takePreviewMatches(_ matches: [FindMatch], of query: FindQuery) {
    guard let visit = search?.visit, let hit = visit.selected, visit.wordQuery == query else { return }
    let rows = previewRows
    search?.preview?.light(matches, of: query, hit: hit, rows: rows)
  }

  /// Lays out the preview again for a window of another size.
  mutating func fitPreview() -> [Effect] {
    guard let page = search?.preview?.page else { return askForPreview() }
    let width = previewWidth
    search?.preview?.page = page.resized(to: width)
    return askForPreview()
  }

  private var previewWidth: Int { SearchGeometry(size).previewTextWidth(atMost: options.textWidth) }

  /// Scrolls the preview by so many halves of its height.
  mutating func scrollPreview(_ direction: Direction, times: Int = 1) {
    guard let preview = search?.preview, preview.path == search?.visit.selected?.path else {
      return say(
        SearchGeometry(size).preview == nil
          ? "No briefing stands beside the results: the window is too narrow."
          : "There is no briefing to scroll.")
    }
    let rows = times * max(1, previewRows / 2)
    let last = preview.page.lastTop(height: previewRows)
    let moved = preview.page.place(preview.top, movedBy: direction.step * rows)
    let top = direction == .forward ? max(preview.top, min(moved, last)) : moved
    if top == preview.top { say(direction == .forward ? "This is the end." : "This is the start.") }
    search?.preview?.top = top
  }

  private var previewRows: Int { SearchGeometry(size).rows.count }
}
