import BriefingLayout
import BriefingText

extension ReadingView {
  /// What leads somewhere on the screen, from top to bottom; a wrapped link once, by its first visible cell.
  var links: [VisibleLink] {
    var found: [VisibleLink] = []
    var first = 0
    while first < visible.count {
      let unit = visible[first].place.unit
      let end = visible[first...].firstIndex { $0.place.unit != unit } ?? visible.count
      found += links(ofUnit: unit, lines: first..<end)
      first = end
    }
    return found.sorted { ($0.position.row, $0.position.column) < ($1.position.row, $1.position.column) }
  }

  /// Says on the frame where the links stand, each on all of its rows.
  func markLinks(in frame: inout Frame) {
    var first = 0
    while first < visible.count {
      let unit = visible[first].place.unit
      let end = visible[first...].firstIndex { $0.place.unit != unit } ?? visible.count
      for link in textLinks(ofUnit: unit, lines: first..<end) {
        let target = ScreenTarget.link(
          link, state.options.showsHyperlinks ? Hyperlink(link, unit: unit) : nil)
        for line in first..<end {
          for columns in visible[line].line.columns(of: link.range) {
            let column = geometry.textColumn + columns.lowerBound
            frame.mark(target, row: geometry.rows.lowerBound + line, columns: column..<column + columns.count)
          }
        }
      }
      first = end
    }
  }

  private func links(ofUnit unit: Int, lines: Range<Int>) -> [VisibleLink] {
    textLinks(ofUnit: unit, lines: lines).compactMap { link in
      for line in lines {
        guard let column = visible[line].line.columns(of: link.range).first?.lowerBound else { continue }
        let row = geometry.rows.lowerBound + line
        return VisibleLink(
          position: Frame.Position(row: row, column: geometry.textColumn + column), link: link)
      }
      return nil
    }
  }

  /// The links of a unit of which some lines show something.
  private func textLinks(ofUnit unit: Int, lines: Range<Int>) -> [UnitText.Link] {
    var links = reading.page.text(of: unit).links
    guard !links.isEmpty else { return [] }
    var (low, high) = (Int32.max, Int32.min)
    for shown in visible[lines] {
      for offset in shown.line.offsets where offset != Line.decoration {
        (low, high) = (min(low, offset), max(high, offset))
      }
    }
    guard low <= high else { return [] }
    let shown = Int(low)..<Int(high) + 1
    links.removeAll { !$0.range.overlaps(shown) }
    // An image within a link: the link leads somewhere, the image only shows.
    links.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
    var end = 0
    return links.filter { link in
      defer { end = max(end, link.range.upperBound) }
      return link.range.upperBound > end
    }
  }
}
