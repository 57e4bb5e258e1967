import BriefingText
import CommonMark

/// A leaf that is too long to be one unit: what it shows, cut into slices.
enum LongLeaf: Sendable {
  /// Running text.
  case flow(LongText)
  /// Lines of code with the caption above them; the longest takes `width` columns.
  case code(LongText, caption: String, width: Int)
  case table(LongTable)

  /// How many slices it has, at least 1.
  var sliceCount: Int {
    switch self {
    case .flow(let text), .code(let text, _, _): text.sliceCount
    case .table(let table): table.sliceCount
    }
  }

  /// Whether it has so many marks that some are shown as they are written.
  var isParted: Bool {
    switch self {
    case .flow(let text), .code(let text, _, _): text.isParted
    case .table(let table): table.isParted
    }
  }

  /// What a slice, 0-based, shows, and what it has to know of the others.
  func slice(_ slice: Int) -> (content: UnitContent, part: LeafPart?) {
    switch self {
    case .flow(let text): return (.flow(text[slice]), nil)
    case .code(let text, let caption, let width):
      let part = CodePart(
        blockWidth: width, startsWithinLine: text.startsWithinLine(slice),
        endsBehindLine: text.endsBehindLine(slice))
      return (.code(text[slice], caption: slice == 0 ? caption : ""), .code(part))
    case .table(let table):
      let (text, part) = table[slice]
      return (.table(text), .table(part))
    }
  }

  /// Whether a slice's text goes on where that of the one before ends, with nothing between them.
  var isContinuous: Bool {
    if case .table = self { false } else { true }
  }
}
