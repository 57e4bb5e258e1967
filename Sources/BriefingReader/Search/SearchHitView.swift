import BriefingCore
import BriefingLayout
import BriefingSearch
import BriefingText

/// A hit as a block of lines: the briefing with its date, the section, and what was found in it.
struct SearchHitView {
  let hit: SearchHit
  /// What to light in the titles; the excerpt says itself what is lit.
  let patterns: [WordPattern]
  let width: Int
  let height: Int
  /// Whether it is the first that is shown of its briefing: only that one names it.
  var isFirst = true

  /// At most `height` lines, none wider than `width`.
  var lines: [[Cell]] {
    if !isFirst { return [sectionLine] + excerptLines(height - 1) }
    var lines = [titleLine]
    if hasSectionLine { lines.append(sectionLine) }
    return lines + excerptLines(height - lines.count)
  }

  private static let indent = 3

  /// What is to be known of it: words of the query that it lacks, or the link that has one.
  private var note: String? { hit.missingText ?? hit.hostText }

  /// The lead has no name, so the excerpt gets the line, unless there is something to say.
  private var hasSectionLine: Bool { height > 2 && (!hit.sectionName.isEmpty || note != nil) }

  private var titleLine: [Cell] {
    let date = hit.date.map { (hit.dateOrigin?.isGuess == true ? "~" : "") + $0.abbreviated } ?? ""
    var wordings = hasSectionLine ? [] : [note].compactMap(\.self)
    if let copies = hit.copiesText { wordings.append("\(copies)  \(date)") }
    wordings.append(date)
    if !hasSectionLine, let more = hit.more, more > 0 {
      let counts = (height > 2 ? [hit.moreText] : []) + ["+\(more.grouped)"]
      wordings = counts.map { "\($0)  \(date)" } + wordings
    }
    return line(indent: 1, lit(hit.title, Style(.text, .unread)), right: wordings)
  }

  private var sectionLine: [Cell] {
    var name = Cell.cells(hit.number.isEmpty ? "" : hit.number + " ", Style(.faint))
    if !hit.isLead {
      name += lit(hit.section, Style(.heading))
    } else if !isFirst {
      name += Cell.cells("Before the first section", Style(.heading))
    } else if let note {
      return blanks(Self.indent) + Cell.cells(note, Style(.faint)).fitted(to: width - Self.indent - 1)
    }
    // A section can be told by half of its name; what it lacks stands nowhere else.
    return line(indent: Self.indent, name, right: [note ?? hit.moreText], isCut: note != nil)
  }

  /// The excerpt, or the section where no other line names it and it alone has what was found. Where there is
  /// neither, that there is none.
  private func excerptLines(_ count: Int) -> [[Cell]] {
    let width = width - Self.indent - 1
    guard count > 0, width > 0 else { return [] }
    let section = isFirst ? sectionInPlaceOfExcerpt.map { [$0.fitted(to: width)] } : nil
    let lines = section ?? linesOfExcerpt(count, width: width)
    return lines.map { blanks(Self.indent) + $0 }
  }

  private func linesOfExcerpt(_ count: Int, width: Int) -> [[Cell]] {
    let lines = hit.excerpt?.lines(count, width: width) ?? []
    guard lines.isEmpty else { return lines }
    let why =
      hit.excerpt == nil
      ? "The text could not be read." : "A heading without text of its own."
    return [Cell.cells(why, Style(.faint)).fitted(to: width)]
  }

  private var sectionInPlaceOfExcerpt: [Cell]? {
    guard !hasSectionLine, !hit.sectionName.isEmpty, let excerpt = hit.excerpt, excerpt.matches.isEmpty else {
      return nil
    }
    let name = lit(hit.sectionName, Style())
    return excerpt.text.isEmpty || name.contains { $0.style.traits.contains(.match) } ? name : nil
  }

  /// A title's cells, the words that were looked for lit.
  private func lit(_ title: String, _ style: Style) -> [Cell] {
    // More of it than any window shows.
    Excerpt(of: [.init(text: title)], showing: patterns, length: 1000).cells(style)
  }

  /// A text at the left and at the right the first of some wordings that leaves it room, half of the line or what it needs.
  ///
  /// - Parameter isCut: Whether the last wording is cut where none leaves room, and not left out.
  private func line(indent: Int, _ left: [Cell], right: [String], isCut: Bool = false) -> [Cell] {
    let indent = min(indent, width)
    let ends = right.filter { !$0.isEmpty }.map { Cell.cells("  \($0) ", Style(.faint)) }
    let fits = ends.first { $0.count <= width / 2 || indent + left.count + $0.count <= width }
    let end = fits ?? (isCut ? ends.last?.fitted(to: width * 2 / 3) : nil) ?? [.blank()]
    let start = left.fitted(to: width - indent - end.count)
    let gap = max(0, width - indent - start.count - end.count)
    // Blanks of their own: those of `padded` look as the last cell does, which may be lit.
    return blanks(indent) + start + blanks(gap) + end
  }

  private func blanks(_ count: Int) -> [Cell] { Array(repeating: .blank(), count: count) }
}

extension SearchHit {
  /// What else of the briefing fits: `+3 sections`; empty where nothing does, or nobody knows.
  fileprivate var moreText: String {
    guard let more, more > 0 else { return "" }
    return more == 1 ? "+1 section" : "+\(more.grouped) sections"
  }
}
