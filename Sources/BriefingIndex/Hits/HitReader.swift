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
  /// The query as it was answered.
  package let plan: SearchPlan
  /// What is lit.
  package let patterns: [WordPattern]
  /// Where briefings are kept from one search to the next.
  package let cache: BriefingCache
  /// Whether hits say what tells copies of them.
  package var comparesHits = false

  /// Makes a reader; nothing is read yet.
  package init(library: String, plan: SearchPlan, patterns: [WordPattern], cache: BriefingCache) {
    self.library = library
    self.plan = plan
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
    /// Words of the query that it lacks, as typed.
    package var missing: [String] = []
    /// What the briefing's file was when its words were read.
    package var stamp: FileStamp

    package init(
      path: String, ordinal: Int, score: Double, more: Int?, missing: [String] = [], stamp: FileStamp
    ) {
      self.path = path
      self.ordinal = ordinal
      self.score = score
      self.more = more
      self.missing = missing
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
    // The sections of a briefing follow each other: it is read once for all of them.
    var groups: [Range<Int>] = []
    for index in targets.indices {
      if let last = groups.last, targets[last.lowerBound].path == targets[index].path {
        groups[groups.count - 1] = last.lowerBound..<index + 1
      } else {
        groups.append(index..<index + 1)
      }
    }
    let hits = Mutex(Array<[SearchHit]>(repeating: [], count: groups.count))
    let sizes = groups.map { FileStamp(path: library.appendingName(targets[$0.lowerBound].path))?.size ?? 0 }
    let large = groups.indices.filter { sizes[$0] > Self.large }.sorted { sizes[$0] < sizes[$1] }
    let small = groups.indices.filter { sizes[$0] <= Self.large }
    let ranges = groups
    @Sendable func read(_ index: Int, _ isCancelled: @Sendable () -> Bool) {
      guard !isCancelled() else { return }
      let found = self.hits(Array(targets[ranges[index]]), isCancelled: isCancelled)
      hits.withLock { $0[index] = found }
    }
    withoutActuallyEscaping(isCancelled) { isCancelled in
      DispatchQueue.concurrentPerform(iterations: small.count) { read(small[$0], isCancelled) }
      if !large.isEmpty, !small.isEmpty, !isCancelled() { early(hits.withLock { Array($0.joined()) }) }
      let left = Mutex(large.count)
      DispatchQueue.concurrentPerform(iterations: large.count) {
        read(large[$0], isCancelled)
        left.withLock { left in
          left -= 1
          // Under this lock, so that none comes after one with more.
          if left > 0, !isCancelled() { early(hits.withLock { Array($0.joined()) }) }
        }
      }
    }
    return hits.withLock { Array($0.joined()) }
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
      let file = try? BriefingFile(path: path, root: library, isCancelled: isCancelled),
      let briefing = try? file.parse(isCancelled: isCancelled),
      let words = try? SearchableBriefing(
        briefing, path: String(path.dropFirst(library.appendingName("").count)), isCancelled: isCancelled)
    else { return [] }
    let units = BriefingUnits(briefing)
    var matcher = TermMatcher(plan)
    return words.sections.compactMap { section in
      let found = try? matcher.match(section, of: words, isCancelled: isCancelled)
      guard section.ordinal <= briefing.sections.count, found?.isComplete == true else { return nil }
      let target = Target(path: path, ordinal: section.ordinal, score: 0, more: 0, stamp: .unsettled)
      return hit(units, path: path, target, isCancelled)
    }
  }

  /// The hits of one briefing's sections.
  private func hits(_ targets: [Target], isCancelled: () -> Bool) -> [SearchHit] {
    guard let first = targets.first else { return [] }
    let hits = try? LargeFiles.ofHits.turn(for: first.stamp.size, isCancelled: isCancelled) {
      read(targets, isCancelled)
    }
    return hits ?? []
  }

  private func read(_ targets: [Target], _ isCancelled: () -> Bool) -> [SearchHit] {
    let path = library.appendingName(targets[0].path)
    let began = FileStamp.now
    guard let stamp = FileStamp(path: path),
      let (units, isAsStamped) = units(of: path, stamp, askedAfter: began, isCancelled)
    else { return [] }
    let briefing = units.briefing
    if isAsStamped && targets[0].stamp == stamp {
      return targets.filter { $0.ordinal <= briefing.sections.count }.compactMap {
        hit(units, path: path, $0, isCancelled)
      }
    }
    guard let words = try? SearchableBriefing(briefing, path: targets[0].path, isCancelled: isCancelled)
    else {
      return []
    }
    return targets.compactMap { target in
      guard target.ordinal <= briefing.sections.count, let missing = missing(target, words, isCancelled)
      else {
        return nil
      }
      var changed = target
      changed.missing = missing
      return hit(units, path: path, changed, isCancelled)
    }
  }

  private func hit(
    _ units: BriefingUnits, path: String, _ target: Target, _ isCancelled: () -> Bool
  ) -> SearchHit? {
    let briefing = units.briefing
    let section = target.ordinal > 0 ? briefing.sections[target.ordinal - 1] : nil
    guard
      let excerpt = try? Excerpt(
        ofSection: target.ordinal, of: units, showing: patterns,
        below: [briefing.metadata.title, section?.title].compactMap(\.self), isCancelled: isCancelled)
    else { return nil }
    var hit = SearchHit(
      path: path, title: briefing.metadata.title, date: briefing.metadata.date,
      dateOrigin: briefing.metadata.dateOrigin,
      number: section?.numberText ?? "", section: section?.title ?? "", slug: section?.slug ?? "",
      line: section?.line ?? 1, excerpt: excerpt, score: target.score, more: target.more)
    hit.missing = target.missing
    if comparesHits,
      let words = try? WordSketch(ofSection: target.ordinal, of: units, isCancelled: isCancelled)
    {
      hit.likeness = Likeness(words: words, path: target.path) {
        if let tag = briefing.metadata.language { return LanguageName.code(of: tag) }
        return Language.recognised(inSection: target.ordinal, of: units, isCancelled)?.rawValue
      }
    }
    return hit
  }

  /// What a section of a briefing that has changed lacks now; nil where that is more than it lacked when it was found.
  private func missing(
    _ target: Target, _ words: SearchableBriefing, _ isCancelled: () -> Bool
  ) -> [String]? {
    var matcher = TermMatcher(plan)
    guard let section = words.sections.first(where: { $0.ordinal == target.ordinal }),
      let found = try? matcher.match(section, of: words, isCancelled: isCancelled),
      found.isComplete || !target.missing.isEmpty && found.isPartial(plan)
    else { return nil }
    return plan.missing { found.met[$0] }
  }

  /// What a briefing says, and whether that is surely the file that a stamp was taken of: it may have been rewritten
  /// since. What changes while it is read is seen by the next search.
  private func units(
    of path: String, _ stamp: FileStamp, askedAfter began: Int64, _ isCancelled: () -> Bool
  ) -> (units: BriefingUnits, isAsStamped: Bool)? {
    if let units = cache.units(of: path, stamp) { return (units, true) }
    guard
      let file = try? BriefingFile(path: path, root: library, isCancelled: isCancelled),
      let briefing = try? file.parse(isCancelled: isCancelled)
    else { return nil }
    let units = BriefingUnits(briefing)
    let isAsStamped = FileStamp(path: path) == stamp
    if isAsStamped, stamp.isSettled(between: began, and: began) { cache.keep(units, of: path, stamp) }
    return (units, isAsStamped)
  }
}
