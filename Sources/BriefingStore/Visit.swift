/// A briefing in the history of what was opened.
public struct Visit: Hashable, Sendable {
  /// Where its file is, or was when it was last seen.
  public var path: String
  /// Its title.
  public var title: String
  /// When it was opened last, in milliseconds since 1970 (UTC).
  public var time: Int64
  /// How far the furthest point is that was read, 0 to 1000.
  public var progress: Int

  /// Makes one.
  public init(path: String, title: String, time: Int64, progress: Int = 0) {
    self.path = path
    self.title = title
    self.time = time
    self.progress = progress
  }
}
