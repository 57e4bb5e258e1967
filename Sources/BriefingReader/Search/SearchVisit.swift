import BriefingLayout
import BriefingSearch

/// A search as a reader left it, to come back to: what was typed, what was found, which hit was selected.
public struct SearchVisit: Hashable, Sendable {
  /// Where Escape leads; nil for the list.
  var origin: Origin?
  /// As typed.
  var text = ""
  /// The order that was asked for.
  var order = SearchOrder.relevance
  /// What was found; nil where nothing was typed, or no answer came.
  var answer: Answer?
  /// Index into the hits of ``answer``.
  var selection = 0

  /// The briefing that the reader was in before the search.
  struct Origin: Hashable, Sendable {
    var path: String
    var place: Place
  }

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

  /// What was found, in order.
  var hits: [SearchHit] { answer?.results.hits ?? [] }

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
    return answer.results.total.briefings > answer.question.request.limit
  }

  /// Takes new results in. Of the same search the selected hit stays selected as far as it is still there.
  mutating func take(_ new: Answer) {
    let isSameSearch =
      new.question.request.text == answer?.question.request.text
      && new.question.request.order == answer?.question.request.order
    let before = isSameSearch ? selected : nil
    let hits = new.results.hits
    answer = new
    guard let before else {
      selection = 0
      return
    }
    selection =
      hits.firstIndex { $0.path == before.path && $0.slug == before.slug }
      ?? hits.firstIndex { $0.path == before.path } ?? max(0, min(selection, hits.count - 1))
  }
}
