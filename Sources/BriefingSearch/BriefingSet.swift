import BriefingCore

/// Briefings of a library, or all but some: what a search is narrowed to by something that stands in no text.
public struct BriefingSet: Hashable, Sendable {
  /// Their paths below the library's folder.
  public var paths: Set<PathKey>
  /// Whether it is all others that are meant.
  public var isComplement: Bool

  /// Makes a set.
  public init(_ paths: Set<PathKey>, isComplement: Bool = false) {
    self.paths = paths
    self.isComplement = isComplement
  }

  /// Whether a briefing is in it, by its path below the library's folder.
  public func contains(_ path: String) -> Bool { paths.contains(PathKey(path)) != isComplement }
}
