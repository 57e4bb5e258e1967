import BriefingLayout

extension Frame {
  /// Says what a stretch of a row stands for, after it was drawn. Whatever is drawn over it later takes its place.
  mutating func mark(_ target: ScreenTarget, row: Int, columns: Range<Int>) {
    guard 0..<size.rows ~= row else { return }
    let columns = columns.clamped(to: 0..<size.columns)
    let start = row * size.columns
    targets.mark(target, start + columns.lowerBound..<start + columns.upperBound, of: cells.count)
  }

  /// What stands at a place; nil where nothing that can be pointed at does.
  public func target(at position: Position) -> ScreenTarget? {
    guard 0..<size.rows ~= position.row, 0..<size.columns ~= position.column else { return nil }
    return targets[position.row * size.columns + position.column]
  }

  /// A part of a row that leads somewhere.
  public struct HyperlinkSpan: Hashable, Sendable {
    /// 0-based.
    public let columns: Range<Int>
    /// Where it leads.
    public let link: Hyperlink
  }

  /// What a terminal is told of the links of a row, from left to right.
  public func hyperlinks(row: Int) -> [HyperlinkSpan] {
    guard targets.hasHyperlinks, 0..<size.rows ~= row else { return [] }
    var spans: [HyperlinkSpan] = []
    for column in 0..<size.columns {
      guard case .link(_, let link?)? = targets[row * size.columns + column] else { continue }
      if let last = spans.last, last.link == link, last.columns.upperBound == column {
        spans[spans.count - 1] = HyperlinkSpan(columns: last.columns.lowerBound..<column + 1, link: link)
      } else {
        spans.append(HyperlinkSpan(columns: column..<column + 1, link: link))
      }
    }
    return spans
  }
}
