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
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    texts.removeAll { $0 == text }
    texts.insert(text, at: 0)
    if texts.count > SearchHistory.limit { texts.removeLast() }
  }
}
