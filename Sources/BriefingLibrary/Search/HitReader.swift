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
    /// What the briefing's file was when its words were read; nil where that was just now.
    var stamp: FileStamp?
  }

  /// The hits of some targets, in order, read on all cores. What is gone, or has changed and does not fit any more,
  /// is left out.
  func hits(_ targets: [Target], isCancelled: @Sendable () -> Bool) -> [SearchHit] {
    let hits = Mutex(Array<SearchHit?>(repeating: nil, count: targets.count))
    withoutActuallyEscaping(isCancelled) { isCancelled in
      DispatchQueue.concurrentPerform(iterations: targets.count) { index in
        guard !isCancelled() else { return }
        let hit = hit(targets[index])
        hits.withLock { $0[index] = hit }
      }
    }
    return hits.withLock { $0.compactMap(\.self) }
  }

  /// All sections of a briefing that fit, in their order. The path is one with the library's folder.
  func sections(of path: String) -> [SearchHit] {
    guard let briefing = try? BriefingFile(path: path).parse(),
      let words = try? SearchableBriefing(briefing, path: path)
    else { return [] }
    let page = Page(briefing, width: 80)
    var matcher = TermMatcher(query)
    return words.sections.compactMap { section in
      guard section.ordinal <= briefing.sections.count, matcher.occurrences(in: section, of: words) != nil
      else {
        return nil
      }
      return hit(page, path: path, ordinal: section.ordinal, score: 0, more: 0)
    }
  }

  private func hit(_ target: Target) -> SearchHit? {
    let path = library.appendingName(target.path)
    // Before it is read: what changes meanwhile is seen by the next search.
    let began = FileStamp.now
    guard let stamp = FileStamp(path: path),
      let page = page(of: path, stamp, isSettled: stamp.isSettled(between: began, and: FileStamp.now))
    else { return nil }
    let briefing = page.briefing
    guard target.ordinal <= briefing.sections.count else { return nil }
    guard target.stamp == nil || target.stamp == stamp || fits(target, briefing) else { return nil }
    return hit(page, path: path, ordinal: target.ordinal, score: target.score, more: target.more)
  }

  private func hit(_ page: Page, path: String, ordinal: Int, score: Double, more: Int?) -> SearchHit {
    let briefing = page.briefing
    let excerpt = Excerpt(of: page.sectionText(ordinal).passages, showing: patterns)
    let section = ordinal > 0 ? briefing.sections[ordinal - 1] : nil
    return SearchHit(
      path: path, title: briefing.metadata.title, date: briefing.metadata.date,
      number: section?.numberText ?? "", section: section?.title ?? "", slug: section?.slug ?? "",
      line: section?.line ?? 1, excerpt: excerpt, score: score, more: more)
  }

  /// Whether a section of a briefing that has changed is still what was looked for.
  private func fits(_ target: Target, _ briefing: Briefing) -> Bool {
    var matcher = TermMatcher(query)
    guard let words = try? SearchableBriefing(briefing, path: target.path) else { return false }
    return words.sections.contains {
      $0.ordinal == target.ordinal && matcher.occurrences(in: $0, of: words) != nil
    }
  }

  private func page(of path: String, _ stamp: FileStamp, isSettled: Bool) -> Page? {
    if let page = cache.page(of: path, stamp) { return page }
    guard let briefing = try? BriefingFile(path: path).parse() else { return nil }
    // Any width does: no line is set.
    let page = Page(briefing, width: 80)
    if isSettled { cache.keep(page, of: path, stamp) }
    return page
  }
}
