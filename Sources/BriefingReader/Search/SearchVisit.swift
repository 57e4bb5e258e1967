import BriefingLayout
import BriefingSearch

/// What was searched for, what was found, and which hit is selected.
struct SearchVisit: Hashable, Sendable {
  /// As typed.
  var text = ""
  /// The order that was asked for.
  var order = SearchOrder.relevance
  /// What was found; nil where nothing was typed, or no answer came.
  private(set) var answer: Answer?
  /// All sections that fit of briefings that were unfolded, by path.
  private var unfolded: [String: [SearchHit]] = [:]
  /// What is shown, in order: of each briefing the best sections, or all where it was unfolded.
  private(set) var hits: [SearchHit] = []
  /// Index into ``hits``.
  var selection = 0

  /// Results, and what they answer.
  struct Answer: Hashable, Sendable {
    var question: Question
    var results: SearchResults
  }

  /// A request, and the state of the library that it was made in.
  struct Question: Hashable, Sendable {
    var request: SearchRequest
    /// Of ``State/libraryVersion``.
    var libraryVersion: Int
  }

  /// The selected hit.
  var selected: SearchHit? { hits.indices.contains(selection) ? hits[selection] : nil }

  /// What to light in a briefing; nil where nothing was looked for by its words.
  var wordQuery: FindQuery? {
    guard let patterns = answer?.results.patterns, !patterns.isEmpty else { return nil }
    return FindQuery(answer?.results.text ?? text, words: patterns)
  }

  /// Whether there are more hits than were asked for.
  var hasMoreHits: Bool {
    guard let answer else { return false }
    // Not by the hits that came: some may have changed meanwhile and be left out.
    let isFull =
      answer.results.hasPartialHits
      && Set(answer.results.hits.map(\.path)).count >= answer.question.request.limit
    return isFull || answer.results.total.briefings > answer.question.request.limit
  }

  /// Forgets what was found.
  mutating func clear() {
    answer = nil
    unfolded = [:]
    hits = []
    selection = 0
  }

  /// Takes new results in. Of the same search the selected hit stays selected as far as it is still there.
  mutating func take(_ new: Answer) {
    let isSameSearch =
      new.question.request.text == answer?.question.request.text
      && new.question.request.order == answer?.question.request.order
    let before = isSameSearch ? selected : nil
    // A changed library may have other sections.
    if !isSameSearch || new.question.libraryVersion != answer?.question.libraryVersion { unfolded = [:] }
    answer = new
    listHits()
    select(before)
  }

  // MARK: Folding

  /// Whether all sections of a briefing are shown.
  func isUnfolded(_ path: String) -> Bool { unfolded[path] != nil }

  /// Whether a briefing has sections that fit and are not shown, or may have some. Of several that are shown, the first
  /// counts the others.
  func hasFoldedSections(_ path: String) -> Bool {
    !isUnfolded(path) && hits.contains { $0.path == path && $0.more != 0 }
  }

  /// Whether a hit is the first that is shown of its briefing.
  func isFirst(_ index: Int) -> Bool { index == 0 || hits[index - 1].path != hits[index].path }

  /// Shows all sections of a briefing that fit.
  mutating func unfold(_ path: String, _ sections: [SearchHit]) {
    let before = selected
    unfolded[path] = sections.map { hit in
      var hit = hit
      hit.more = 0
      return hit
    }
    listHits()
    select(before)
  }

  /// Shows the best section of a briefing alone.
  mutating func fold(_ path: String) {
    let before = selected
    unfolded[path] = nil
    listHits()
    select(before)
  }

  private mutating func listHits() {
    var last: String?
    hits = (answer?.results.hits ?? []).flatMap { hit in
      defer { last = hit.path }
      guard let all = unfolded[hit.path] else { return [hit] }
      return last == hit.path ? [] : all
    }
  }

  private mutating func select(_ hit: SearchHit?) {
    guard let hit else {
      selection = 0
      return
    }
    selection =
      hits.firstIndex { $0.path == hit.path && $0.slug == hit.slug && $0.line == hit.line }
      ?? hits.firstIndex { $0.path == hit.path && $0.slug == hit.slug }
      ?? hits.firstIndex { $0.path == hit.path } ?? max(0, min(selection, hits.count - 1))
  }
}
