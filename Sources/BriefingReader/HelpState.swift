import BriefingCore

/// The help screen: what holds where it was opened.
public struct HelpState: Hashable, Sendable {
  /// Where the reader goes back to.
  public let returnTo: Context
  /// What was being typed there.
  let prompt: LineEditor?
  /// What narrows the rows.
  private(set) var filter = ""
  /// 0-based first line shown.
  private(set) var top = 0

  init(returnTo: Context, prompt: LineEditor? = nil) {
    self.returnTo = returnTo
    self.prompt = prompt
  }

  /// Keys, or what can be typed, and what that does.
  struct Row: Hashable, Sendable {
    var keys: String
    var text: String

    init(_ keys: String, _ text: String) { (self.keys, self.text) = (keys, text) }

    init(_ entry: CommandEntry) {
      self.init(entry.keys.map(\.description).joined(separator: "  "), entry.help)
    }
  }

  /// What holds there and fits the filter.
  var rows: [Row] {
    let words = Folding.all.fold(filter).split(separator: " ")
    return allRows.filter { row in
      let text = Folding.all.fold("\(row.text) \(row.keys)")
      return words.allSatisfy { text.contains($0) }
    }
  }

  private var allRows: [Row] {
    let entries = CommandTable.entries.filter { $0.contexts.contains(returnTo) }
    guard returnTo == .search else { return entries.map(Row.init) }
    // The keys of every prompt come last: who searches wants to know what searching is.
    let isOwn = { (entry: CommandEntry) in entry.contexts == [.search] }
    return entries.filter(isOwn).map(Row.init) + SearchHelp.examples.map { Row($0.0, $0.1) }
      + entries.filter { !isOwn($0) }.map(Row.init)
  }

  mutating func narrow(to text: String) {
    filter = text
    top = 0
  }

  /// Shows a line first, of so many.
  mutating func scroll(to line: Int, of count: Int, height: Int) {
    top = max(0, min(line, count - height))
  }
}
