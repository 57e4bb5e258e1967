import BriefingCore
import BriefingLayout
import BriefingText

/// A section as the outline and the picker show it.
struct OutlineRow {
  let section: Section

  /// What is said of it being read.
  let sign: ReadingSign?

  /// Whether it has a star.
  let isStarred: Bool

  /// How signs are drawn.
  let signs: SignSet

  init(_ section: Section, _ sign: ReadingSign? = nil, isStarred: Bool = false, _ signs: SignSet = SignSet())
  {
    self.signs = signs
    self.section = section
    self.sign = sign
    self.isStarred = isStarred
  }

  /// Sign, mark, indent by depth, number and title.
  func cells(isCurrent: Bool) -> [Cell] {
    let role: Style.Role = isCurrent ? .current : section.number.count > 1 ? .faint : .text
    let indent = String(repeating: " ", count: 2 * min(section.number.count - 1, 3))
    return signs.cells(sign)
      + Cell.cells(isCurrent ? signs.current : " ", Style(isCurrent ? .current : .text))
      + [.blank()]
      + Cell.cells(indent + section.shownNumber + "  ", Style(isCurrent ? .current : .faint))
      + signs.star(isStarred ? .briefing : .none) + Cell.line(section.shownTitle, Style(role))
  }
}
