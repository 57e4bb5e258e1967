/// Keys that are pressed one after the other to ask for one command: mostly one, `Z Z` are two.
public struct KeySequence: Hashable, Sendable {
  /// At least one.
  public let keys: [Key]

  /// Makes a sequence; nil where there is no key.
  public init?(_ keys: [Key]) {
    guard !keys.isEmpty else { return nil }
    self.keys = keys
  }

  /// Reads the written form: keys with spaces between them. Nil where one of them is not a key.
  public init?(written: some StringProtocol) {
    // Nearly every one is one key, and the first paint waits for some of the built-in ones.
    if !written.utf8.contains(UInt8(ascii: " ")) {
      guard let key = Key(written) else { return nil }
      self.init([key])
      return
    }
    // By bytes: to look for the ends of characters takes longer than all the rest.
    let words = Substring(written).utf8.split(separator: UInt8(ascii: " "))
    let keys = words.compactMap { Key(Substring($0)) }
    guard keys.count == words.count else { return nil }
    self.init(keys)
  }

  /// Whether one of two sequences starts with the other, so that they could not be told apart.
  package func clashes(with other: KeySequence) -> Bool {
    keys.starts(with: other.keys) || other.keys.starts(with: keys)
  }
}

extension KeySequence: CustomStringConvertible {
  /// The written form: `Z Z`.
  public var description: String {
    // The first frame names some: what joins strings is looked up by its conformances, which takes long.
    keys.dropFirst().reduce(keys[0].description) { "\($0) \($1)" }
  }
}

extension KeySequence: ExpressibleByStringLiteral {
  /// The written form in the program's own tables; a slip there is found when it is first read, and by the
  /// tests, which read them all.
  public init(stringLiteral written: String) {
    guard let sequence = KeySequence(written: written) else { preconditionFailure("no keys: \(written)") }
    self = sequence
  }
}
