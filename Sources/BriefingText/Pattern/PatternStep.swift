/// A step of a regular expression that was made ready to be found. Jumps are relative, so that a part of it can be repeated
/// by being copied.
enum PatternStep: Hashable, Sendable {
  /// A scalar of the set is taken.
  case take(ScalarSet)
  /// It goes on at both places; what is found by the first one is preferred.
  case split(Int, Int)
  case jump(Int)
  /// It goes on only where this holds.
  case check(Border)
  /// All of it was found.
  case found

  /// Something that holds between two scalars.
  enum Border: Hashable, Sendable {
    case lineStart, lineEnd
    case wordBorder, noWordBorder, wordStart, wordEnd
  }
}
