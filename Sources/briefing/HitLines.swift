import BriefingLayout
import BriefingReader
import BriefingSearch
import BriefingText

/// What a hit looks like in plain output: its titles, where it stands, and an excerpt.
struct HitLines {
  /// The lines; an empty one after the last.
  let lines: [[Cell]]

  /// Sets a hit; on a terminal within its columns, but for the path, which is whole or opens nothing.
  init(_ hit: SearchHit, width: Int?) {
    var heading = Cell.cells(hit.title, Style(.heading))
    func add(_ text: String, _ role: Style.Role) {
      heading += Cell.cells(" · ", Style(.faint)) + Cell.cells(text, Style(role))
    }
    let section = [hit.number, hit.section].filter { !$0.isEmpty }.joined(separator: " ")
    if !section.isEmpty { add(section, .subheading) }
    if let date = hit.date { add((hit.dateOrigin?.isGuess == true ? "~" : "") + date.formatted, .faint) }
    if let missing = hit.missingText { add(missing, .faint) }
    if let host = hit.hostText { add(host, .faint) }
    if let copies = hit.copiesText { add(copies, .faint) }
    if let more = hit.more, more > 0 { add("+\(more) section\(more == 1 ? "" : "s")", .faint) }
    var lines = [heading, Cell.cells("\(hit.path):\(hit.line)", Style(.link))]
    if let excerpt = hit.excerpt, !excerpt.text.isEmpty {
      let cells = width.flatMap { excerpt.lines(1, width: max(1, $0 - 2)).first } ?? excerpt.cells()
      lines.append(Cell.cells("  ") + cells)
    }
    if let width {
      for index in lines.indices where index != 1 { lines[index] = lines[index].fitted(to: width) }
    }
    self.lines = lines + [[]]
  }
}
