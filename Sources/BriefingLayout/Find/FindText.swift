import Algorithms
import BriefingText

/// The text of a briefing's units, ready to be searched: built once, searched at each key. ``FindCollector`` builds it part by
/// part, so that a long one can be searched as far as it is there.
public struct FindText: Sendable {
  /// What was collected, in document order.
  private(set) var parts: [FindPassage] = []
  /// Units that the page has.
  public let unitCount: Int
  /// Units whose text was collected.
  public private(set) var collectedUnits = 0

  /// Makes a text of which nothing was collected.
  init(unitCount: Int) { self.unitCount = unitCount }

  /// Collects the text of all units of a page.
  ///
  /// - Parameter isCancelled: Asked every few milliseconds, within a unit too; when it returns true, this is nil.
  public init?(_ page: Page, isCancelled: () -> Bool = { false }) {
    var collector = FindCollector(page)
    while !collector.text.isComplete {
      guard collector.collectPart(isCancelled: isCancelled) else { return nil }
    }
    self = collector.text
  }

  /// Whether all is there.
  public var isComplete: Bool { collectedUnits == unitCount }

  mutating func add(_ part: FindPassage) {
    parts.insert(part, at: parts.partitioningIndex { $0.units.lowerBound > part.units.lowerBound })
    collectedUnits += part.units.count
  }

  /// All matches in document order, none overlapping; nil when cancelled. An empty query has none. Of a text that is not
  /// complete, those in what is there.
  ///
  /// Where changes are shown, those across a sign are among them: of the text as it is, and of the one before.
  ///
  /// - Parameter isCancelled: Asked every few milliseconds.
  public func matches(of query: FindQuery, isCancelled: () -> Bool = { false }) -> [FindMatch]? {
    var found = FindMatches(query)
    return found.search(self, from: Place(), isCancelled: isCancelled) ? found.matches : nil
  }
}
