import BriefingCore

/// The help screen: the commands that hold where it was opened.
public struct HelpState: Hashable, Sendable {
  /// Where the reader goes back to.
  public let returnTo: Context
  /// What was being typed there.
  let prompt: LineEditor?
  /// What narrows the rows.
  private(set) var filter = ""
  /// 0-based first row shown.
  private(set) var top = 0

  init(returnTo: Context, prompt: LineEditor? = nil) {
    self.returnTo = returnTo
    self.prompt = prompt
  }

  /// The commands that hold there and fit the filter.
  var entries: [CommandEntry] {
    let words = Folding.all.fold(filter).split(separator: " ")
    return CommandTable.entries.filter { entry in
      guard entry.contexts.contains(returnTo) else { return false }
      let text = Folding.all.fold("\(entry.help) \(entry.keys.map(\.description).joined(separator: " "))")
      return words.allSatisfy { text.contains($0) }
    }
  }

  mutating func narrow(to text: String) {
    filter = text
    top = 0
  }

  mutating func scroll(to row: Int, height: Int) {
    top = max(0, min(row, entries.count - height))
  }
}
