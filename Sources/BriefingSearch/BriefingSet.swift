import BriefingCore

/// Briefings of a library, or all but some, and of some of them only certain sections: what a search is narrowed to by
/// something that stands in no text.
public struct BriefingSet: Hashable, Sendable {
  /// Their paths below the library's folder.
  public var paths: Set<PathKey>
  /// Whether it is all others that are meant.
  public var isComplement: Bool
  /// The briefings of which only certain sections are in it, by path; ``paths`` does not count for these.
  public var parts: [PathKey: Part]

  /// Some sections of a briefing, or all but some.
  public struct Part: Hashable, Sendable {
    /// 0 for the lead, else the 1-based places among the briefing's sections.
    public var ordinals: Set<Int>
    /// Whether it is all others that are meant.
    public var isComplement: Bool

    /// Makes a part.
    public init(_ ordinals: Set<Int>, isComplement: Bool = false) {
      self.ordinals = ordinals
      self.isComplement = isComplement
    }

    /// Whether a section is in it.
    public func contains(_ ordinal: Int) -> Bool { ordinals.contains(ordinal) != isComplement }
  }

  /// Makes a set.
  public init(_ paths: Set<PathKey>, isComplement: Bool = false, parts: [PathKey: Part] = [:]) {
    self.paths = paths
    self.isComplement = isComplement
    self.parts = parts
  }

  /// All that is not in it.
  public var complement: BriefingSet {
    BriefingSet(
      paths, isComplement: !isComplement,
      parts: parts.mapValues { Part($0.ordinals, isComplement: !$0.isComplement) })
  }

  /// What of a briefing is in it, by its path below the library's folder.
  public func part(of path: String) -> Part {
    let key = PathKey(path)
    return parts[key] ?? Part([], isComplement: paths.contains(key) != isComplement)
  }
}
