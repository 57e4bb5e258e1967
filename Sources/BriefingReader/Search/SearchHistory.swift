/// What was searched for before, the newest first, nothing twice.
public struct SearchHistory: Hashable, Sendable {
  /// The texts as they were typed.
  public private(set) var texts: [String] = []

  /// How many are kept.
  public static let limit = 100

  /// Makes an empty history.
  public init() {}

  /// Puts a search first; one without text is none.
  public mutating func remember(_ text: String) {
    guard let text = Self.trimmed(text) else { return }
    texts.removeAll { $0 == text }
    texts.insert(text, at: 0)
    if texts.count > SearchHistory.limit { texts.removeLast() }
  }

  /// Puts searches after all others, as far as there is room: they were made before, the newest of them is the
  /// first.
  public mutating func recall(_ older: some Sequence<String>) {
    for text in older {
      guard texts.count < SearchHistory.limit else { return }
      if let text = Self.trimmed(text), !texts.contains(text) { texts.append(text) }
    }
  }

  private static func trimmed(_ text: String) -> String? {
    var text = text[...].drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }
}
