import BriefingLayout
import BriefingReader
import BriefingSearch

/// What a hit looks like in plain output: its titles, where it stands, and an excerpt.
struct HitLines {
  /// The lines; an empty one behind the last.
  let lines: [[Cell]]

  /// Sets a hit; on a terminal within its columns, but for the path, which is whole or opens nothing.
  init(_ hit: SearchHit, width: Int?) {
    var heading = Cell.cells(hit.title, Style(.heading))
    func add(_ text: String, _ role: Style.Role) {
      heading += Cell.cells(" · ", Style(.faint)) + Cell.cells(text, Style(role))
    }
    let section = [hit.number, hit.section].filter { !$0.isEmpty }.joined(separator: " ")
    if !section.isEmpty { add(section, .subheading) }
    if let date = hit.date { add(date.formatted, .faint) }
    if let more = hit.more, more > 0 { add("+\(more) section\(more == 1 ? "" : "s")", .faint) }
    var lines = [heading, Cell.cells("\(hit.path):\(hit.line)", Style(.link))]
    if let excerpt = hit.excerpt, !excerpt.text.isEmpty {
      lines.append(Cell.cells("  ") + Self.cells(of: excerpt))
    }
    if let width {
      for index in lines.indices where index != 1 { lines[index] = lines[index].fitted(to: width) }
    }
    self.lines = lines + [[]]
  }

  /// An excerpt's cells, with what was found lit.
  private static func cells(of excerpt: Excerpt) -> [Cell] {
    let utf8 = excerpt.text.utf8
    var cells: [Cell] = []
    var at = 0
    func add(to end: Int, _ traits: Style.Traits) {
      let start = utf8.index(utf8.startIndex, offsetBy: at)
      cells += Cell.cells(excerpt.text[start..<utf8.index(start, offsetBy: end - at)], Style(.text, traits))
      at = end
    }
    for match in excerpt.matches where match.lowerBound >= at {
      add(to: match.lowerBound, [])
      add(to: match.upperBound, .match)
    }
    add(to: utf8.count, [])
    return cells
  }
}
