import CommonMark

/// How many bytes of targets and titles may still be written for references to definitions: few bytes of source
/// could ask for very many.
struct ExpansionBudget {
  private var bytes: Int

  /// As much as the HTML of a document gets.
  init(_ document: Document) { bytes = max(document.body.count, 100_000) }

  /// Whether a link may be written; what it says itself always may.
  mutating func allows(destination: String, title: String?, written: Int) -> Bool {
    let size = destination.utf8.count + (title?.utf8.count ?? 0)
    guard size > written else { return true }
    guard size <= bytes else { return false }
    bytes -= size
    return true
  }
}
