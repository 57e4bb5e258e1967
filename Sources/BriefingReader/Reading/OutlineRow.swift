import BriefingCore
import BriefingLayout
import BriefingText

/// A section as the outline and the picker show it.
struct OutlineRow {
  let section: Section

  init(_ section: Section) { self.section = section }

  /// Mark, indent by depth, number and title.
  func cells(isCurrent: Bool) -> [Cell] {
    let role: Style.Role = isCurrent ? .current : section.number.count > 1 ? .faint : .text
    let indent = String(repeating: " ", count: 2 * min(section.number.count - 1, 3))
    return [.blank()] + Cell.cells(isCurrent ? "▸" : " ", Style(isCurrent ? .current : .text)) + [.blank()]
      + Cell.cells(indent + section.shownNumber + "  ", Style(isCurrent ? .current : .faint))
      + Cell.line(section.shownTitle, Style(role))
  }
}
