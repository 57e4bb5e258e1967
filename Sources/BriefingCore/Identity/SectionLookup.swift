/// The sections of a text, to find old ones among them: by slug path, then text, then title. No match is an answer.
///
/// It costs nothing that grows faster than the sections: whatever many sections have in common finds only some of them.
public struct SectionLookup: Sendable {
  let sections: [SectionIdentity]
  private var byPath: [[String]: Int] = [:]
  private var byTitle: [Substring: [Int]] = [:]
  private var byPair: [UInt32: [Int32]] = [:]
  private var byTitleWord: [UInt32: [Int32]] = [:]

  /// Sections that a word or pair finds at most.
  private static let postings = 16
  /// Sections that are looked at closely for each way of finding them.
  private static let closest = 6

  /// Indexes sections.
  public init(_ sections: [SectionIdentity]) {
    self.sections = sections
    byPath.reserveCapacity(sections.count)
    for (index, section) in sections.enumerated() {
      if byPath[section.path] == nil { byPath[section.path] = index }
      byTitle[section.plainSlug, default: []].append(index)
      for hash in section.pairs.hashes.prefix(WordSketch.storedLimit) {
        Self.add(index, to: &byPair[hash, default: []])
      }
      for hash in section.titleWords.hashes { Self.add(index, to: &byTitleWord[hash, default: []]) }
    }
  }

  private static func add(_ index: Int, to list: inout [Int32]) {
    if list.count < postings { list.append(Int32(truncatingIfNeeded: index)) }
  }

  /// The section that `old` is; nil where it is gone, or where several speak for it alike.
  ///
  /// - Parameter isShared: Whether another section of the old text has the same title.
  public func match(for old: SectionIdentity, isShared: Bool = false) -> SectionMatch? {
    let found = candidates(for: old, near: nil).compactMap { index in
      evidence(for: old, index, isShared: isShared, oldCount: nil).map { (index, $0) }
    }
    let sorted = found.sorted { ($1.1.strength, $0.0) < ($0.1.strength, $1.0) }
    guard let best = sorted.first else { return nil }
    if sorted.count > 1, best.1.reason != .path, Self.isTie(sorted[1].1, best.1) { return nil }
    return SectionMatch(index: best.0, reason: best.1.reason)
  }

  /// Whether two sections speak for themselves so much alike that neither is taken.
  static func isTie(_ a: SectionEvidence, _ b: SectionEvidence) -> Bool {
    abs(a.strength - b.strength) < 0.05
  }

  /// How many sections have the title of a section.
  func count(titled section: SectionIdentity) -> Int { byTitle[section.plainSlug]?.count ?? 0 }

  /// The section of a path.
  func index(ofPath path: [String]) -> Int? { byPath[path] }

  /// What speaks for a section.
  ///
  /// - Parameter oldCount: How many sections of the old text have the title; nil where that is not known.
  func evidence(for old: SectionIdentity, _ index: Int, isShared: Bool, oldCount: Int?) -> SectionEvidence? {
    let count = count(titled: sections[index])
    return SectionEvidence(
      old: old, new: sections[index], isShared: isShared || count > 1, isSameCount: count == oldCount)
  }

  /// The sections that may be `old`, ascending.
  ///
  /// - Parameter near: Where it stood among the sections of its title, 0-based.
  func candidates(for old: SectionIdentity, near: Int?) -> [Int] {
    var found: Set<Int> = []
    if let index = byPath[old.path] { found.insert(index) }
    if let titled = byTitle[old.plainSlug] {
      let start = max(0, min((near ?? 0) - Self.closest / 2, titled.count - Self.closest))
      found.formUnion(titled[start...].prefix(Self.closest))
    }
    found.formUnion(closest(byPair, old.pairs.hashes.prefix(WordSketch.storedLimit)))
    found.formUnion(closest(byTitleWord, old.titleWords.hashes[...]))
    return found.sorted()
  }

  /// The sections that most of some hashes lead to.
  private func closest(_ lists: [UInt32: [Int32]], _ hashes: ArraySlice<UInt32>) -> [Int] {
    var counts: [Int32: Int] = [:]
    for hash in hashes {
      for index in lists[hash] ?? [] { counts[index, default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.closest).map { Int($0.key) }
  }
}
