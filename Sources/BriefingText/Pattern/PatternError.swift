/// What is wrong with a regular expression, or is not known here.
public enum PatternError: Error, Hashable, Sendable {
  /// `(` without `)`.
  case openGroup
  /// `)` without `(`.
  case closedGroup
  /// `[` without `]`.
  case openSet
  /// A set with a range whose end comes before its start, or that is none.
  case badRange
  /// `*`, `+`, `?` or `{` with nothing before it to repeat.
  case nothingToRepeat(Character)
  /// `{3,1}`, or a number that is too large.
  case badCount
  /// `\` with nothing after it, or a letter that means nothing.
  case badEscape(String)
  /// References to groups, looking ahead and behind, and other things that cannot be found in one pass.
  case unknownGroup
  /// It would take too many steps for every character.
  case tooLong

  /// What is wrong, in a few words.
  public var message: String {
    switch self {
    case .openGroup: "( is not closed"
    case .closedGroup: ") closes nothing"
    case .openSet: "[ is not closed"
    case .badRange: "a range in [ ] is not one"
    case .nothingToRepeat(let sign): "\(sign) has nothing to repeat"
    case .badCount: "{ } takes two numbers up to \(PatternParser.largestCount), the smaller first"
    case .badEscape(let escape): "\(escape) means nothing"
    case .unknownGroup: "(? takes only : here"
    case .tooLong: "the expression is too long"
    }
  }
}
