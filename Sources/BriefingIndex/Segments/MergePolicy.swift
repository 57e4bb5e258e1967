import BriefingSearch

/// Which segments of an index are better one: many small ones make every search slower, and briefings that are gone
/// take room.
struct MergePolicy {
  /// A segment as far as it matters here.
  struct Segment: Hashable {
    var id: Int64
    /// That of its briefings.
    var language: Language?
    /// Briefings as written, and those that are not gone.
    var briefings: Int
    var living: Int
    /// About how much its postings take.
    var bytes: Int

    /// How much a merge has to go through, in briefings of common length.
    fileprivate var size: Int { max(living, bytes / 16384) }
  }

  /// What segments have in common that can become one.
  private struct Kind: Hashable {
    var language: Language?
    var tier: Int
  }

  /// As many segments of about one size become one.
  static let width = 8
  /// Segments of this size are large enough. The largest that are written at once are somewhat below, so that of a very
  /// large library eight of them become one, once: a search then has a tenth of the segments to ask.
  static let enough = 4096

  /// The segments that should become one next, all of one kind; empty where all is well.
  static func next(of segments: [Segment]) -> [Segment] {
    // A segment of which more is gone than left is written again, by itself: this ends, for nothing of it is gone then.
    if let stale = segments.first(where: { $0.living < $0.briefings - $0.living }) { return [stale] }
    let kinds = Dictionary(grouping: segments.filter { $0.size < enough }) {
      Kind(language: $0.language, tier: $0.tier)
    }
    let full = kinds.values.filter { $0.count >= width }
    return Array(full.min { ($0[0].tier, $0[0].id) < ($1[0].tier, $1[0].id) }?.prefix(width) ?? [])
  }
}

extension MergePolicy.Segment {
  /// How often the size can be divided by ``MergePolicy/width``.
  fileprivate var tier: Int {
    var tier = 0
    var rest = size / MergePolicy.width
    while rest > 0 {
      tier += 1
      rest /= MergePolicy.width
    }
    return tier
  }
}
