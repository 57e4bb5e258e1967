import BriefingCore
import BriefingFiles
import BriefingSearch
import BriefingText
import Dispatch
import Synchronization

/// Reads what a reader sees of the sections that were found, out of the briefings as they are now.
package struct HitReader {
  /// The library's folder as given.
  package let library: String
  /// What was looked for.
  package let query: SearchQuery
  /// What is lit.
  package let patterns: [WordPattern]
  /// Where briefings are kept from one search to the next.
  package let cache: BriefingCache

  /// Makes a reader; nothing is read yet.
  package init(library: String, query: SearchQuery, patterns: [WordPattern], cache: BriefingCache) {
    self.library = library
    self.query = query
    self.patterns = patterns
    self.cache = cache
  }

  /// A section that was found.
  package struct Target: Sendable {
    /// The briefing's path below the library's folder.
    package var path: String
    /// 0 for the lead, else the 1-based place among the briefing's sections.
    package var ordinal: Int
    package var score: Double
    package var more: Int?
    /// What the briefing's file was when its words were read.
    package var stamp: FileStamp

    package init(path: String, ordinal: Int, score: Double, more: Int?, stamp: FileStamp) {
      self.path = path
      self.ordinal = ordinal
      self.score = score
      self.more = more
      self.stamp = stamp
    }
  }

  /// Bytes of a briefing that is read after those that are smaller: it takes some hundredths of a second.
  private static let large: Int64 = 1 << 20

  /// The hits of some targets, in order, read on all cores. What is gone, or has changed and does not fit any more,
  /// is left out.
  ///
  /// - Parameter early: Takes the hits that are there, in order, while large briefings are read: no file holds back
  ///   what is found in the others. It is called on any thread, and not once more after this returns.
  package func hits(
    _ targets: [Target], isCancelled: @Sendable () -> Bool, early: @Sendable ([SearchHit]) -> Void
  ) -> [SearchHit] {
    let hits = Mutex(Array<SearchHit?>(repeating: nil, count: targets.count))
    let sizes = targets.map { FileStamp(path: library.appendingName($0.path))?.size ?? 0 }
    let large = targets.indices.filter { sizes[$0] > Self.large }.sorted { sizes[$0] < sizes[$1] }
    let small = targets.indices.filter { sizes[$0] <= Self.large }
    @Sendable func read(_ index: Int, _ isCancelled: @Sendable () -> Bool) {
      guard !isCancelled() else { return }
      let hit = hit(targets[index], isCancelled: isCancelled)
      hits.withLock { $0[index] = hit }
    }
    withoutActuallyEscaping(isCancelled) { isCancelled in
      DispatchQueue.concurrentPerform(iterations: small.count) { read(small[$0], isCancelled) }
      if !large.isEmpty, !small.isEmpty, !isCancelled() { early(hits.withLock { $0.compactMap(\.self) }) }
      let left = Mutex(large.count)
      DispatchQueue.concurrentPerform(iterations: large.count) {
        read(large[$0], isCancelled)
        left.withLock { left in
          left -= 1
          // Under this lock, so that none comes behind one with more.
          if left > 0, !isCancelled() { early(hits.withLock { $0.compactMap(\.self) }) }
        }
      }
    }
    return hits.withLock { $0.compactMap(\.self) }
  }

  /// All sections of a briefing that fit, in their order. The path is one with the library's folder.
  package func sections(of path: String, isCancelled: () -> Bool) -> [SearchHit] {
    let size = FileStamp(path: path)?.size ?? 0
    let hits = try? LargeFiles.ofHits.turn(for: size, isCancelled: isCancelled) {
      readSections(of: path, isCancelled)
    }
    return hits ?? []
  }

  private func readSections(of path: String, _ isCancelled: () -> Bool) -> [SearchHit] {
    guard
      let briefing = try? BriefingFile(path: path, isCancelled: isCancelled).parse(isCancelled: isCancelled),
      let words = try? SearchableBriefing(briefing, path: path, isCancelled: isCancelled)
    else { return [] }
    let units = BriefingUnits(briefing)
    var matcher = TermMatcher(query)
    return words.sections.compactMap { section in
      let found = try? matcher.occurrences(in: section, of: words, isCancelled: isCancelled)
      guard section.ordinal <= briefing.sections.count, found != nil else { return nil }
      return hit(units, path: path, ordinal: section.ordinal, score: 0, more: 0, isCancelled)
    }
  }

  private func hit(_ target: Target, isCancelled: () -> Bool) -> SearchHit? {
    try? LargeFiles.ofHits.turn(for: target.stamp.size, isCancelled: isCancelled) {
      read(target, isCancelled)
    }
  }

  private func read(_ target: Target, _ isCancelled: () -> Bool) -> SearchHit? {
    let path = library.appendingName(target.path)
    let began = FileStamp.now
    guard let stamp = FileStamp(path: path),
      let (units, isAsStamped) = units(of: path, stamp, askedAfter: began, isCancelled)
    else { return nil }
    let briefing = units.briefing
    guard target.ordinal <= briefing.sections.count else { return nil }
    guard isAsStamped && target.stamp == stamp || fits(target, briefing, isCancelled) else {
      return nil
    }
    return hit(
      units, path: path, ordinal: target.ordinal, score: target.score, more: target.more, isCancelled)
  }

  private func hit(
    _ units: BriefingUnits, path: String, ordinal: Int, score: Double, more: Int?, _ isCancelled: () -> Bool
  ) -> SearchHit? {
    let briefing = units.briefing
    guard
      let excerpt = try? Excerpt(ofSection: ordinal, of: units, showing: patterns, isCancelled: isCancelled)
    else { return nil }
    let section = ordinal > 0 ? briefing.sections[ordinal - 1] : nil
    return SearchHit(
      path: path, title: briefing.metadata.title, date: briefing.metadata.date,
      number: section?.numberText ?? "", section: section?.title ?? "", slug: section?.slug ?? "",
      line: section?.line ?? 1, excerpt: excerpt, score: score, more: more)
  }

  /// Whether a section of a briefing that has changed is still what was looked for.
  private func fits(_ target: Target, _ briefing: Briefing, _ isCancelled: () -> Bool) -> Bool {
    var matcher = TermMatcher(query)
    guard let words = try? SearchableBriefing(briefing, path: target.path, isCancelled: isCancelled) else {
      return false
    }
    guard let section = words.sections.first(where: { $0.ordinal == target.ordinal }) else { return false }
    let found = try? matcher.occurrences(in: section, of: words, isCancelled: isCancelled)
    return found != nil
  }

  /// What a briefing says, and whether that is surely the file that a stamp was taken of: it may have been rewritten
  /// since. What changes while it is read is seen by the next search.
  private func units(
    of path: String, _ stamp: FileStamp, askedAfter began: Int64, _ isCancelled: () -> Bool
  ) -> (units: BriefingUnits, isAsStamped: Bool)? {
    if let units = cache.units(of: path, stamp) { return (units, true) }
    guard
      let briefing = try? BriefingFile(path: path, isCancelled: isCancelled).parse(isCancelled: isCancelled)
    else { return nil }
    let units = BriefingUnits(briefing)
    let isAsStamped = FileStamp(path: path) == stamp
    if isAsStamped, stamp.isSettled(between: began, and: began) { cache.keep(units, of: path, stamp) }
    return (units, isAsStamped)
  }
}
