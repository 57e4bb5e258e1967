/// Words to the reader, in which a key stands as the command that it asks for: which key that is, the keymap says
/// when the words are shown.
///
///     "Nothing to find yet: \(key: .find) starts a search."
public struct Wording: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    case key(Command)
    /// A key and what it does; without a key the command's name says both.
    case use(Command, String)
  }

  let parts: [Part]

  /// Words that name no key.
  public init(_ text: String) { parts = [.text(text)] }
}

extension Wording: ExpressibleByStringInterpolation {
  /// Words that name no key.
  public init(stringLiteral text: String) { self.init(text) }

  /// Words, some of them keys.
  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  /// Collects the parts.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    /// Starts without parts.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// The text between what is interpolated.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    /// Text as it is.
    public mutating func appendInterpolation(_ text: some CustomStringConvertible) {
      parts.append(.text(text.description))
    }

    /// The key of a command.
    public mutating func appendInterpolation(key command: Command) { parts.append(.key(command)) }

    /// The key of a command and what it does: `g start`. Without a key the command's name alone.
    public mutating func appendInterpolation(key command: Command, does what: String) {
      parts.append(.use(command, what))
    }
  }
}
