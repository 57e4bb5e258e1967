/// A place in a briefing that is remembered. Of two the newer counts.
public struct PlaceMark: Hashable, Sendable {
  /// The `Anchor` of the place, in its stored form; nil for none any more.
  public var anchor: String?
  /// How far in the briefing it is, 0 to 1000.
  public var progress: Int
  /// When it was, in milliseconds since 1970 (UTC).
  public var time: Int64

  /// Makes one.
  public init(anchor: String?, progress: Int, time: Int64) {
    self.anchor = anchor
    self.progress = min(max(0, progress), 1000)
    self.time = time
  }
}
