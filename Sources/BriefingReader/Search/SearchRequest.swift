import BriefingLayout
import BriefingSearch
import BriefingText

/// Which briefing to look through for all of its sections that fit a search.
public struct SectionsRequest: Hashable, Sendable {
  /// The path of the briefing, as its hit has it.
  public var path: String
  /// What was searched for, as typed.
  public var text: String
  /// What is lit in excerpts.
  public var patterns: [WordPattern]
}

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
