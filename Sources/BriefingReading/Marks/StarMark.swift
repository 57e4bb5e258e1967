/// That a section or briefing is starred, or no longer is. Of two the newer counts.
public struct StarMark: Hashable, Sendable {
  /// Whether it has a star.
  public var isOn: Bool
  /// When that was said, in milliseconds since 1970 (UTC).
  public var time: Int64

  /// Makes one.
  public init(isOn: Bool, time: Int64) {
    self.isOn = isOn
    self.time = time
  }

  /// The one of two that counts.
  public static func merge(_ a: StarMark?, _ b: StarMark?) -> StarMark? {
    guard let a, let b else { return a ?? b }
    return (b.time, b.isOn ? 1 : 0) > (a.time, a.isOn ? 1 : 0) ? b : a
  }
}
