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

  /// What a slice shows, 0-based.
  func content(of slice: Int) -> UnitContent {
    switch self {
    case .flow(let text): .flow(text[slice])
    case .code(let text, let caption, let width):
      .code(
        text[slice], caption: slice == 0 ? caption : "",
        CodePart(
          blockWidth: width, startsWithinLine: text.startsWithinLine(slice),
          endsBehindLine: text.endsBehindLine(slice)))
    case .table(let table): .table(table[slice])
    }
  }

  /// Whether a slice's text goes on where that of the one before ends, with nothing between them.
  var isContinuous: Bool {
    if case .table = self { false } else { true }
  }
}
