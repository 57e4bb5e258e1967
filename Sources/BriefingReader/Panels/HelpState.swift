import BriefingCore
import BriefingLayout

/// The help screen: what holds where it was opened.
struct HelpState: Hashable, Sendable {
  /// What narrows the rows.
  private(set) var filter = ""
  /// 0-based first line shown.
  private(set) var top = 0

  /// Keys, or what can be typed, and what that does.
  struct Row: Hashable, Sendable {
    var keys: [String]
    var text: String
    /// Whether it is the title of the rows below it, which then is its text.
    var isTitle = false
    /// Whether the keys are a range, each with an argument of its own: `1 … 9`.
    var isRange = false

    init(_ keys: [String], _ text: String) { (self.keys, self.text) = (keys, text) }

    init(title: String) { (keys, text, isTitle) = ([], title, true) }

    /// A command with the keys that it has there; nil where it has none.
    init?(_ entry: CommandEntry, _ keymap: Keymap, _ context: Context) {
      let keys = entry.commands.flatMap { keymap.keys(for: $0, in: context) }
      guard !keys.isEmpty else { return nil }
      self.init(keys.map(\.description), entry.help.text(keymap, in: context))
      isRange = entry.commands.count > 1 && keys.count == entry.commands.count
    }

    /// Its keys in lines of at most `width` columns, each whole; of a range the first and the last.
    func keys(width: Int) -> [String] {
      guard let first = keys.first, let last = keys.last else { return [] }
      if isRange { return ["\(first) … \(last)"] }
      var lines = [first]
      for key in keys.dropFirst() {
        let longer = lines[lines.count - 1] + "  " + key
        if Cell.cells(longer).count <= width { lines[lines.count - 1] = longer } else { lines.append(key) }
      }
      return lines
    }
  }

  /// What holds in a context and fits the filter.
  func rows(_ keymap: Keymap, _ context: Context) -> [Row] {
    let words = Folding.all.fold(filter).split(separator: " ")
    return groups(keymap, context).flatMap { title, rows in
      let heading = Folding.all.fold(title)
      let shown = rows.filter { row in
        let text = Folding.all.fold("\(row.text) \(row.keys.joined(separator: " "))")
        return words.allSatisfy { text.contains($0) || heading.contains($0) }
      }
      return shown.isEmpty ? [] : [Row(title: title)] + shown
    }
  }

  /// The rows under their titles.
  private func groups(_ keymap: Keymap, _ context: Context) -> [(title: String, rows: [Row])] {
    let entries = CommandTable.entries.filter { $0.contexts.contains(context) }
    let rows = { (entries: [CommandEntry]) in entries.compactMap { Row($0, keymap, context) } }
    let numbers =
      keymap.countsDigits && context.takesCounts
      ? [Row(["1 … 9"], "A number before a command repeats it, or names the line or percentage")] : []
    guard context == .search else {
      return CommandGroup.allCases.map { group in
        (group.rawValue, (group == .move ? numbers : []) + rows(entries.filter { $0.group == group }))
      }
    }
    // The keys of every prompt come last: who searches wants to know what searching is.
    let isOwn = { (entry: CommandEntry) in entry.contexts.allSatisfy { $0 == .search || $0 == .results } }
    return [
      ("Search", rows(entries.filter(isOwn))),
      ("Queries", SearchExample.all.map { Row([$0.query], $0.meaning) }),
      (CommandGroup.typing.rawValue, rows(entries.filter { !isOwn($0) })),
    ]
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
