/// What was searched for before, the newest first, nothing twice.
public struct SearchHistory: Hashable, Sendable {
  /// The texts as they were typed.
  public private(set) var texts: [String] = []

  /// How many are kept.
  static let limit = 100

  /// Makes an empty history.
  public init() {}

  /// Puts a search first; one without text is none.
  mutating func remember(_ text: String) {
    var text = text[...].drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    guard !text.isEmpty else { return }
    texts.removeAll { $0 == text }
    texts.insert(String(text), at: 0)
    if texts.count > SearchHistory.limit { texts.removeLast() }
  }
}
