import BriefingLayout

/// Asks where an anchor is in a briefing that is open. In a large file that takes a while.
public struct AnchorRequest: Sendable {
  /// Which opened briefing it is about.
  public var serial: Int
  /// Its text.
  var page: Page
  /// The anchor in its stored form, see `Anchor.text`.
  var anchor: String

  /// The place; nil where the text does not have it any more.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  public func place(isCancelled: () -> Bool = { false }) throws -> Place? {
    try page.place(ofStored: anchor, isCancelled: isCancelled)
  }
}
