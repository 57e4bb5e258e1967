import BriefingCore
import BriefingLayout
import BriefingSearch
import Dispatch
import Synchronization

/// Reads what a reader sees of the sections that were found, out of the briefings as they are now.
struct HitReader {
  /// The library's folder as given.
  let library: String
  /// What was looked for.
  let query: SearchQuery
  /// What is lit.
  let patterns: [WordPattern]
  /// Where briefings are kept from one search to the next.
  let cache: BriefingCache

  /// A section that was found.
  struct Target: Sendable {
    /// The briefing's path below the library's folder.
    var path: String
    /// 0 for the lead, else the 1-based place among the briefing's sections.
    var ordinal: Int
    var score: Double
    var more: Int?
    /// What the briefing's file was when its words were read.
    var stamp: FileStamp
  }

  /// The hits of some targets, in order, read on all cores. What is gone, or has changed and does not fit any more,
  /// is left out.
  func hits(_ targets: [Target], isCancelled: @Sendable () -> Bool) -> [SearchHit] {
    let hits = Mutex(Array<SearchHit?>(repeating: nil, count: targets.count))
    withoutActuallyEscaping(isCancelled) { isCancelled in
      DispatchQueue.concurrentPerform(iterations: targets.count) { index in
        guard !isCancelled() else { return }
        let hit = hit(targets[index], isCancelled)
        hits.withLock { $0[index] = hit }
      }
    }
    return hits.withLock { $0.compactMap(\.self) }
  }

  private func hit(_ target: Target, _ isCancelled: () -> Bool) -> SearchHit? {
    try? LargeFiles.ofHits.turn(for: target.stamp.size, isCancelled: isCancelled) {
      read(target, isCancelled)
    }
  }

  private func read(_ target: Target, _ isCancelled: () -> Bool) -> SearchHit? {
    let path = library.appendingName(target.path)
    let began = FileStamp.now
    guard let stamp = FileStamp(path: path),
      let (page, isAsStamped) = page(of: path, stamp, askedAfter: began, isCancelled)
    else { return nil }
    let briefing = page.briefing
    guard target.ordinal <= briefing.sections.count else { return nil }
    guard isAsStamped && target.stamp == stamp || fits(target, briefing) else { return nil }
    let excerpt = Excerpt(of: page.sectionText(target.ordinal).passages, showing: patterns)
    let section = target.ordinal > 0 ? briefing.sections[target.ordinal - 1] : nil
    return SearchHit(
      path: path, title: briefing.metadata.title, date: briefing.metadata.date,
      number: section?.numberText ?? "", section: section?.title ?? "", slug: section?.slug ?? "",
      line: section?.line ?? 1, excerpt: excerpt, score: target.score, more: target.more)
  }

  /// Whether a section of a briefing that has changed is still what was looked for.
  private func fits(_ target: Target, _ briefing: Briefing) -> Bool {
    var matcher = TermMatcher(query)
    guard let words = try? SearchableBriefing(briefing, path: target.path) else { return false }
    return words.sections.contains {
      $0.ordinal == target.ordinal && matcher.occurrences(in: $0, of: words) != nil
    }
  }

  /// A briefing's page, and whether it surely shows the file that a stamp was taken of: it may have been rewritten
  /// since. What changes while it is read is seen by the next search.
  private func page(
    of path: String, _ stamp: FileStamp, askedAfter began: Int64, _ isCancelled: () -> Bool
  ) -> (page: Page, isAsStamped: Bool)? {
    if let page = cache.page(of: path, stamp) { return (page, true) }
    guard let briefing = try? BriefingFile(path: path).parse(isCancelled: isCancelled) else { return nil }
    // Any width does: no line is set.
    let page = Page(briefing, width: 80)
    let isAsStamped = FileStamp(path: path) == stamp
    if isAsStamped, stamp.isSettled(between: began, and: began) { cache.keep(page, of: path, stamp) }
    return (page, isAsStamped)
  }
}
