/// What a slice of a long code block has to know of the others.
struct CodePart: Hashable, Sendable {
  /// Columns of the block's longest line, so that all of its slices pan as one.
  var blockWidth: Int
  /// Whether the first line goes on with the last one of the slice before.
  var startsWithinLine: Bool
  /// Whether the text ends with a line ending after which no line of this slice follows.
  var endsBehindLine: Bool

  /// Columns of a line, where lines pan: what is longer goes on in the next row. Its cells up to the last one that is
  /// seen are made at each paint.
  static let longestLine = 4096
}
