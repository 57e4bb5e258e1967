import BriefingText

/// Where links lead, numbered, for who wants to see it.
///
/// Each target is listed once: few bytes of source can ask for a long one many times. Left out are footnotes, whose
/// text stands in the page itself, and links that are written as what they lead to.
struct LinkTargets {
  private var targets: [Target] = []
  private var known: Set<String> = []

  private struct Target {
    /// The text of the first link that leads there.
    var title: String
    var destination: String
  }

  /// Adds those of a text, in order.
  mutating func add(_ text: UnitText) {
    guard !text.links.isEmpty else { return }
    let utf8 = Array(text.string.utf8)
    for link in text.links where link.kind != .footnote {
      let title = String(decoding: utf8[link.range], as: UTF8.self)
      guard title != link.destination, known.insert(link.destination).inserted else { continue }
      targets.append(Target(title: title, destination: link.destination))
    }
  }

  /// The lines of the list after `prefix`, at most `column` columns each; they show nothing of a unit's text, whose
  /// end is at `start`.
  func lines(behind prefix: [Cell] = [], column: Int, start: Int = 0) -> [Line] {
    let widest = "\(targets.count). ".utf8.count
    // In a very narrow column the number stands in the text.
    let hang = widest < column / 2 ? widest : 0
    return targets.enumerated().flatMap { index, target in
      let mark =
        String(repeating: " ", count: max(0, widest - "\(index + 1). ".utf8.count)) + "\(index + 1). "
      return LinkTargets.lines(target, mark, behind: prefix, column: column, hang: hang, start: start)
    }
  }

  /// Bytes of a target that are shown, that is all but of hostile ones: the screen would wait for more.
  private static let longestTarget = 16 << 10

  /// A target, with `…` where it is too long to be shown whole.
  private static func beginning(of destination: String) -> String {
    guard destination.utf8.count > longestTarget else { return destination }
    return String(String.UnicodeScalarView(destination.unicodeScalars.prefix(longestTarget))) + "…"
  }

  private static func lines(
    _ target: Target, _ mark: String, behind prefix: [Cell], column: Int, hang: Int, start: Int
  ) -> [Line] {
    var builder = UnitTextBuilder()
    if hang == 0 { builder.append(mark, Style(.marker)) }
    builder.append(target.title, Style(.caption))
    builder.append(verbatim: ": ", Style(.caption))
    builder.append(verbatim: beginning(of: target.destination), Style(.link))
    let text = builder.finish()
    return Graphemes.withEach(of: text.string) { graphemes in
      let spans = ParagraphBreaker.lines(of: graphemes, 0..<graphemes.count, column: column - hang)
      return spans.enumerated().map { index, span in
        var shown = Line(decoration: [], start: 0)
        shown.append(graphemes, span, runs: text.runs, column: column - hang)
        var line = Line(decoration: prefix, start: start)
        if hang > 0, index == 0 { line.append(decoration: Cell.cells(mark, Style(.marker))) }
        line.pad(prefix.count + hang - line.cells.count)
        line.append(decoration: shown.cells)
        line.trim()
        return line
      }
    }
  }
}
