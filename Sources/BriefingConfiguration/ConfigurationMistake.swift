/// Something in the configuration that does not hold. The program starts with the rest.
public struct ConfigurationMistake: Error, Hashable, Sendable {
  /// Where it stands.
  public var position: SourcePosition
  /// What is wrong and what to do, without a full stop.
  public var message: String

  /// Makes a mistake.
  public init(_ position: SourcePosition, _ message: String) {
    self.position = position
    self.message = message
  }

  /// As editors read it: `file:line:column: message`.
  public func line(in path: String) -> String { "\(path):\(position): \(message)" }
}

/// A place in a file as editors name it.
public struct SourcePosition: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 1-based.
  public var line: Int
  /// 1-based, in Unicode scalars.
  public var column: Int

  /// Makes a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// `line:column`.
  public var description: String { "\(line):\(column)" }

  /// Whether one stands before another.
  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}
