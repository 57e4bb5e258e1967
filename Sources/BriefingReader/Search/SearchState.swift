import BriefingSearch

/// The search of the library while it is open.
struct SearchState: Sendable {
  /// What is typed.
  var prompt = LineEditor()
  /// Whether the results have the keys, and not the prompt.
  var isBrowsing = false
  /// What was typed last, and what was found.
  var visit = SearchVisit()
  /// What was asked for last; nil where nothing is typed.
  var asked: SearchVisit.Question?
  /// The selected hit's briefing; nil where there is none, or not yet.
  var preview: SearchPreview?
  /// The path whose briefing was asked for as a preview.
  var awaitedPreview: String?
  /// Index into the history of the search that is in the prompt unchanged; nil once anything was done with it.
  var recalled: Int?
  /// Whether Enter was pressed before its hits were there.
  var opensOnArrival = false
  /// What was typed since: it is meant for what is opened then.
  var typedAhead: [Event] = []
  /// The briefing that the reader has come back from, to go forward to again.
  var ahead: ReadingState?

  /// What is shown.
  var results: SearchResults? { visit.answer?.results }

  /// Whether an answer, or the rest of one, is still to come.
  var isWaiting: Bool { asked != visit.answer?.question || results?.isPartial == true }

  /// Whether what is shown returns something else than what is typed.
  var isStale: Bool {
    guard let answered = visit.answer?.question.request else { return true }
    return answered.text != visit.text || answered.order != visit.order
  }

  /// Whether an answer is wanted: newer than what is shown, and to nothing that was given up.
  func wants(serial: Int) -> Bool {
    guard let asked, serial <= asked.request.serial else { return false }
    let answered = visit.answer?.question.request.serial ?? 0
    return serial > answered || serial == answered && results?.isPartial == true
  }
}
