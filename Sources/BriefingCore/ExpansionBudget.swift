import CommonMark

/// How many bytes of targets and titles may still be written for references to definitions: few bytes of source
/// could ask for very many.
public struct ExpansionBudget {
  private var bytes: Int

  /// As much as the HTML of a document gets, or several times that.
  public init(_ document: Document, times: Int = 1) { bytes = times * max(document.body.count, 100_000) }

  /// Whether so many bytes may be written.
  public mutating func allows(_ size: Int) -> Bool {
    guard size <= bytes else { return false }
    bytes -= size
    return true
  }

  /// Whether a link may be written; what it says itself always may.
  mutating func allows(destination: String, title: String?, written: Int) -> Bool {
    let size = destination.utf8.count + (title?.utf8.count ?? 0)
    return size <= written || allows(size)
  }
}
