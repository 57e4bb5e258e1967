import BriefingSearch

/// What to look for in the library, and how much of it is wanted.
public struct SearchRequest: Hashable, Sendable {
  /// As typed; more of its last word may come.
  public var text: String
  /// The order that the reader asked for.
  public var order: SearchOrder
  /// How many hits are wanted at most, at least 1.
  public var limit: Int
  /// Tells the answers apart: a later request has a greater number.
  public var serial: Int

  /// Makes a request.
  public init(text: String, order: SearchOrder = .relevance, limit: Int, serial: Int) {
    self.text = text
    self.order = order
    self.limit = max(1, limit)
    self.serial = serial
  }
}
