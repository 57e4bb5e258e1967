/// Which sections of a new text the sections of an old one are, each at most one.
public struct SectionMatching: Sendable {
  /// For each old section its match; nil where it is gone.
  public private(set) var matches: [SectionMatch?]
  /// For each new section the old one; nil where it is new.
  public private(set) var origins: [Int?]

  /// What speaks for one pair.
  private struct Pair {
    var old: Int
    var new: Int
    var evidence: SectionEvidence
  }

  /// Matches the sections of two texts.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked at every section.
  public init(
    from old: [SectionIdentity], to new: [SectionIdentity], isCancelled: () -> Bool = { false }
  ) throws {
    matches = Array(repeating: nil, count: old.count)
    origins = Array(repeating: nil, count: new.count)
    let index = SectionLookup(new)
    let pairs = try Self.pairs(from: old, in: index, isCancelled)
    // The clearest first, whichever way they were found.
    for pair in pairs where matches[pair.old] == nil && origins[pair.new] == nil {
      match(pair.old, pair.new, pair.evidence.reason)
    }
    matchParents(old, new, index)
  }

  private mutating func match(_ old: Int, _ new: Int, _ reason: SectionMatch.Reason) {
    matches[old] = SectionMatch(index: new, reason: reason)
    origins[new] = old
  }

  private static func pairs(
    from old: [SectionIdentity], in index: SectionLookup, _ isCancelled: () -> Bool
  ) throws -> [Pair] {
    var counts: [Substring: Int] = [:]
    for section in old { counts[section.plainSlug, default: 0] += 1 }
    var seen: [Substring: Int] = [:]
    var pairs: [Pair] = []
    for (place, section) in old.enumerated() {
      if isCancelled() { throw CancellationError() }
      let title = section.plainSlug
      let near = seen[title, default: 0]
      seen[title] = near + 1
      let oldCount = counts[title] ?? 1
      func pair(_ new: Int) -> Pair? {
        index.evidence(for: section, new, isShared: oldCount > 1, oldCount: oldCount).map {
          Pair(old: place, new: new, evidence: $0)
        }
      }
      // Most sections are as they were.
      if let same = index.index(ofPath: section.path), index.sections[same] == section, let pair = pair(same)
      {
        pairs.append(pair)
        continue
      }
      var found = index.candidates(for: section, near: near).compactMap(pair)
      found.sort { ($1.evidence.strength, $0.new) < ($0.evidence.strength, $1.new) }
      let isTie =
        found.count > 1 && found[0].evidence.reason != .path
        && SectionLookup.isTie(found[0].evidence, found[1].evidence)
      pairs += isTie ? found.filter { $0.evidence.reason == .path } : found
    }
    return pairs.sorted {
      ($1.evidence.strength, $0.old, $0.new) < ($0.evidence.strength, $1.old, $1.new)
    }
  }

  /// Matches sections that have nothing but a title and others below them, by these: most of them have to agree.
  private mutating func matchParents(
    _ old: [SectionIdentity], _ new: [SectionIdentity], _ index: SectionLookup
  ) {
    let newParents = Self.parents(new)
    var votes: [[Int: Int]] = Array(repeating: [:], count: old.count)
    var children = Array(repeating: 0, count: old.count)
    let oldParents = Self.parents(old)
    // Those below come first.
    for place in old.indices.reversed() {
      if matches[place] == nil, children[place] > 0,
        let (parent, count) = votes[place].max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        2 * count > children[place], origins[parent] == nil, old[place].isTiny || new[parent].isTiny
      {
        match(place, parent, .children)
      }
      guard let above = oldParents[place] else { continue }
      children[above] += 1
      if let match = matches[place], let parent = newParents[match.index] {
        votes[above][parent, default: 0] += 1
      }
    }
  }

  /// The section around each section.
  private static func parents(_ sections: [SectionIdentity]) -> [Int?] {
    var open: [Int] = []
    return sections.indices.map { index in
      let depth = sections[index].path.count
      if open.count >= depth { open.removeLast(open.count - max(0, depth - 1)) }
      defer { open.append(index) }
      return open.last
    }
  }
}
