import BriefingCore
import BriefingLayout

/// Asks where an anchor is in a briefing that is open. In a large file that takes a while.
public struct AnchorRequest: Sendable {
  /// Which opened briefing it is about.
  public var serial: Int
  /// Its text.
  var page: Page
  /// What is looked for.
  var anchor: Anchor
  /// Why.
  public var purpose: Purpose

  /// What becomes of the place that is found.
  public enum Purpose: Hashable, Sendable {
    /// The reader goes there, and can go back to where they are.
    case leap
    /// The reader is on the way back there.
    case comeBack
  }

  /// The place; nil where the text does not have it any more.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  public func place(isCancelled: () -> Bool = { false }) throws -> Place? {
    try page.place(of: anchor, isCancelled: isCancelled)?.place
  }
}
