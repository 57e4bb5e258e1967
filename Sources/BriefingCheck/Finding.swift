/// Something that a check found.
public struct Finding: Hashable, Sendable {
  /// What was looked for.
  public var rule: CheckRule
  /// Where it starts.
  public var position: Position
  /// What is wrong and what to do, without a full stop.
  public var message: String

  /// A place in a file as editors name it.
  public struct Position: Hashable, Comparable, Sendable {
    /// 1-based.
    public var line: Int
    /// 1-based, in Unicode scalars.
    public var column: Int

    /// Makes a position.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    /// Whether one stands before another.
    public static func < (a: Position, b: Position) -> Bool { (a.line, a.column) < (b.line, b.column) }
  }

  /// Makes a finding.
  public init(_ rule: CheckRule, at position: Position, _ message: String) {
    self.rule = rule
    self.position = position
    self.message = message
  }
}
