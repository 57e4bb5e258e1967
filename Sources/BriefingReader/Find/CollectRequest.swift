import BriefingLayout

/// Whose text to collect, so that it can be searched.
public struct CollectRequest: Sendable {
  /// Which opened briefing, or preview, it is about.
  public var serial: Int
  /// What is collected.
  public var page: Page
  /// The 0-based unit where the reader is: from there on it is collected first.
  public var unit: Int

  /// Makes a request.
  public init(serial: Int, page: Page, unit: Int = 0) {
    (self.serial, self.page, self.unit) = (serial, page, unit)
  }

  /// Collects it.
  ///
  /// - Parameters:
  ///   - isCancelled: Asked every few milliseconds; when it returns true, no more is collected.
  ///   - report: Is told what was collected so far, after each part; the last one is complete.
  public func collect(isCancelled: () -> Bool = { false }, report: (FindText) -> Void) {
    var collector = FindCollector(page, from: unit)
    while !collector.text.isComplete, collector.collectPart(isCancelled: isCancelled) {
      report(collector.text)
    }
    // A page without units is complete from the start.
    if page.unitCount == 0 { report(collector.text) }
  }
}
