/// A briefing that is remembered, whatever becomes of its file.
public struct BriefingID: Hashable, Sendable {
  /// Its number; positive.
  public var rawValue: Int64

  /// Makes one.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A section that is remembered, whatever becomes of its title and place.
public struct SectionID: Hashable, Sendable {
  /// Its number; positive.
  public var rawValue: Int64

  /// Makes one.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}
