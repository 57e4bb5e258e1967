import BriefingCore
import BriefingLayout
import BriefingSearch

/// A hit as a block of lines: the briefing with its date, the section, and what was found in it.
struct SearchHitView {
  let hit: SearchHit
  let width: Int
  let height: Int

  /// At most `height` lines, none wider than `width`.
  var lines: [[Cell]] {
    var lines = [titleLine]
    if hasSectionLine { lines.append(sectionLine) }
    return lines + excerptLines(height - lines.count)
  }

  private static let indent = 3

  /// The lead has no name, so the excerpt gets the line.
  private var hasSectionLine: Bool { height > 2 && !hit.sectionName.isEmpty }

  private var titleLine: [Cell] {
    var right = hit.date?.abbreviated ?? ""
    if !hasSectionLine, let more = hit.more, more > 0 {
      right = (height > 2 ? hit.moreText : "+\(more.grouped)") + "  " + right
    }
    return line(indent: 1, Cell.cells(hit.title, Style(.text, .unread)), right: right)
  }

  private var sectionLine: [Cell] {
    var name = Cell.cells(hit.number.isEmpty ? "" : hit.number + " ", Style(.faint))
    name += Cell.cells(hit.section, Style(.heading))
    return line(indent: Self.indent, name, right: hit.moreText)
  }

  /// The excerpt; where there is none, the section where no other line names it.
  private func excerptLines(_ count: Int) -> [[Cell]] {
    let width = width - Self.indent - 1
    guard count > 0, width > 0 else { return [] }
    var lines = hit.excerpt.map { $0.lines(count, width: width) } ?? []
    if hit.excerpt == nil {
      lines = [Cell.cells("The text could not be read.", Style(.faint)).fitted(to: width)]
    }
    if lines.isEmpty, !hasSectionLine { lines = [Cell.cells(hit.sectionName).fitted(to: width)] }
    return lines.map { Array(repeating: Cell.blank(), count: Self.indent) + $0 }
  }

  /// A text at the left and, as far as it leaves half of the line, one at the right.
  private func line(indent: Int, _ left: [Cell], right: String) -> [Cell] {
    let indent = Array(repeating: Cell.blank(), count: min(indent, width))
    var end = Cell.cells(right.isEmpty ? " " : "  \(right) ", Style(.faint))
    if end.count > width / 2 { end = [.blank()] }
    return indent + left.padded(to: max(0, width - indent.count - end.count)) + end
  }
}

extension SearchHit {
  /// What else of the briefing fits: `+3 sections`; empty where nothing does, or nobody knows.
  fileprivate var moreText: String {
    guard let more, more > 0 else { return "" }
    return more == 1 ? "+1 section" : "+\(more.grouped) sections"
  }
}
