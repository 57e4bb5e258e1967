import BriefingLayout
import BriefingText

/// What the search shows while nothing is typed: earlier searches, and what can be typed.
enum SearchHelp {
  /// A line of text, an earlier search, or an example and what it means.
  enum Line {
    case text(String, Style.Role)
    case search(String)
    case example(String, String)

    /// Its cells, in as many lines as it takes.
    func cells(width: Int) -> [[Cell]] {
      switch self {
      case .text("", _): return [[]]
      case .text(let text, let role):
        return text.wrapped(to: width).map { Cell.cells($0, Style(role)).fitted(to: width) }
      case .search(let text): return [Cell.cells("  " + text).fitted(to: width)]
      case .example(let example, let meaning):
        let column = Cell.cells("  " + example, Style(.key)).padded(to: min(SearchHelp.exampleWidth, width))
        return [(column + Cell.cells(meaning, Style(.faint))).fitted(to: width)]
      }
    }
  }

  private static let exampleWidth = 18

  /// The lines for a window: earlier searches, as many as leave room for the examples, but three at least.
  static func lines(_ state: State, _ geometry: SearchGeometry) -> [Line] {
    var lines: [Line] = []
    let searches = state.searches.texts
    if !searches.isEmpty {
      lines.append(
        .text(state.text("Earlier searches; \(key: .select(.backward)) brings them back"), .faint))
      let room = geometry.rows.count - SearchExample.all.count - 3
      lines += searches.prefix(max(3, room)).map(Line.search)
      lines.append(.text("", .text))
    }
    lines.append(.text("Type words: the sections that have all of them come first.", .faint))
    lines += SearchExample.all.map { .example($0.query, $0.meaning) }
    return lines
  }
}
