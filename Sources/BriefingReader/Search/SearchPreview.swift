import BriefingCore
import BriefingLayout
import BriefingSearch

/// The selected hit's briefing beside the results, at its section.
struct SearchPreview: Sendable {
  /// The path that opens it.
  let path: String
  /// Tells returns about its text from those about other briefings.
  let serial: Int
  /// The briefing set at the width of the preview.
  var page: Page
  /// What stands at the top.
  var top = Place()
  /// The words that were found, once they were looked for.
  var found: FindState?
  /// The text to search, once it was collected.
  var text: FindText?

  /// Lights matches, and shows the first one of the section.
  mutating func light(_ matches: [FindMatch], of query: FindQuery, hit: SearchHit, rows: Int) {
    let units = page.units(of: hit) ?? 0..<0
    top = Place(unit: units.lowerBound)
    found = FindState(query: query, matches: matches, from: top)
    guard let first = found?.current.map({ matches[$0] }), units.contains(first.unit) else { return }
    top = page.top(revealing: first, from: top, rows: rows)
  }
}
