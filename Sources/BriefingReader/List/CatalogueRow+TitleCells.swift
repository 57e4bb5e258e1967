import BriefingCore
import BriefingLayout
import BriefingText

extension CatalogueRow {
  /// The title, after it what tells it from others of the title, and a field that the filter found something in.
  ///
  /// - Parameter width: Columns; the title itself gives way to what stands after it.
  func titleCells(
    mark: String?, lighting matches: ListMatches? = nil, _ hidden: [Cell]? = nil,
    isUnread: Bool = true, width: Int? = nil
  ) -> [Cell] {
    let style = Style(.text, isUnread ? .unread : [])
    let text = matches?.cells(title, style) ?? Cell.line(title, style)
    var end: [Cell] = []
    for part in [
      mark.map {
        matches?.cells($0, Style(.faint)) ?? Cell.line($0, Style(.faint))
      }, hidden,
    ] {
      if let part { end += Cell.cells(" · ", Style(.faint)) + part }
    }
    guard let width else { return text + end }
    let shown = text.fitted(to: max(1, width - end.count)) + end
    // Blanks of their own: those of `padded` look as the last cell does, which may be lit.
    return shown + Array(repeating: .blank(style), count: max(0, width - shown.count))
  }
}
