/// Why bytes are not made a briefing.
public struct ImportProblem: Error, Hashable, Sendable {
  /// What is wrong, in a few words.
  public var reason: String
  /// What to do about it.
  public var advice: String

  /// Makes a problem.
  public init(_ reason: String, advice: String) {
    self.reason = reason
    self.advice = advice
  }
}
