import BriefingCore
import BriefingLayout

/// A part of a briefing that is handed on: to the clipboard, another program or a file. What it says is made when it is
/// asked for, since a section can be as long as its file.
public struct Extract: Sendable {
  /// What it is: `section 2.1`, `the selected lines`.
  public let label: String
  private let content: Content

  private enum Content: Sendable {
    /// Bytes of the file as they are.
    case source(Briefing, Range<Int>)
    /// Rows as they are shown, from one place to another, both included.
    case rows(Page, ClosedRange<Place>)
    case text(String)
  }

  /// A section with those below it as Markdown; with nil what stands before the first one.
  init(section index: Int?, of briefing: Briefing) {
    label =
      index.map { "section \(briefing.sections[$0].numberText)" }
      ?? (briefing.sections.isEmpty ? "the briefing" : "the lead")
    content = .source(briefing, briefing.source(ofSection: index))
  }

  /// Rows of a page.
  init(rows: ClosedRange<Place>, of page: Page) {
    label = "the selected lines"
    // Whatever the window cuts off at its edge is a part of the row.
    var settings = page.settings
    settings.overhang = Self.widestRow
    content = .rows(page.resized(to: page.width, settings: settings), rows)
  }

  /// A text, and what it is.
  package init(_ text: String, label: String) {
    self.label = label
    content = .text(text)
  }

  /// Columns of the longest row that a page has.
  private static let widestRow = 4096

  /// What it says, as UTF-8; nil when `isCancelled` returns true, which is asked for every unit.
  public func bytes(isCancelled: () -> Bool = { false }) -> [UInt8]? {
    switch content {
    case .source(let briefing, let range): Array(briefing.document.source[range])
    case .text(let text): Array(text.utf8)
    case .rows(let page, let places): Self.bytes(of: places, in: page, isCancelled)
    }
  }

  private static func bytes(
    of places: ClosedRange<Place>, in page: Page, _ isCancelled: () -> Bool
  ) -> [UInt8]? {
    var bytes: [UInt8] = []
    var unit = places.lowerBound.unit
    while unit <= places.upperBound.unit, unit < page.unitCount {
      if isCancelled() { return nil }
      let lines = page.lines(of: unit)
      let first = unit == places.lowerBound.unit ? page.row(of: places.lowerBound) : 0
      let last = unit == places.upperBound.unit ? page.row(of: places.upperBound) : lines.count - 1
      for line in lines[first..<max(first, min(last + 1, lines.count))] {
        var text = ""
        for cell in line.cells { text += cell.glyph }
        while text.last == " " { text.removeLast() }
        bytes += text.utf8
        bytes.append(0x0A)
      }
      unit += 1
    }
    return bytes
  }
}
