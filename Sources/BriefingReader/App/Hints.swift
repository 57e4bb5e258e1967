import BriefingLayout
import BriefingText

/// The keys that matter now, as the status line names them.
struct Hints {
  private let all: [[Cell]]

  /// The keys of commands, by the keymap; those that have none here are left out.
  init(_ state: State, commands: [Command]) {
    let context = state.context
    all = commands.compactMap { command in
      guard let entry = CommandTable.entry(of: command, in: context), !entry.hint.isEmpty,
        let keys = state.keymap.keys(for: command, in: context).first
      else { return nil }
      let reversal = entry.reversal.flatMap { state.isOn($0.on) ? $0.hint : nil }
      return Self.cells(keys.description, reversal ?? entry.hint)
    }
  }

  /// What can follow keys that are the start of a sequence.
  init(following keys: [Key], _ state: State) {
    var following: [(name: String, keys: [KeySequence])] = []
    // After a number alone every key can follow.
    let continuations = keys.isEmpty ? [] : state.keymap.continuations(of: keys, in: state.context)
    for (rest, command) in continuations {
      let name = CommandTable.name(of: command, in: state.context)
      if following.last?.name == name {
        following[following.count - 1].keys.append(rest)
      } else {
        following.append((name, [rest]))
      }
    }
    all =
      following.map { Self.cells(Self.range($0.keys), $0.name.replacing("-", with: " ")) }
      + [KeySequence([.escape])].compactMap { $0 }.map { Self.cells($0.description, "cancel") }
  }

  /// Keys that do the same, such as the letters of bookmarks: `a … z`.
  private static func range(_ keys: [KeySequence]) -> String {
    guard keys.count > 2, let first = keys.first, let last = keys.last else {
      return keys.map(\.description).joined(separator: " ")
    }
    return "\(first) … \(last)"
  }

  private static func cells(_ keys: String, _ hint: String) -> [Cell] {
    Cell.cells("  ", Style(.status)) + Cell.cells(keys, Style(.key))
      + Cell.cells(" \(hint) ", Style(.status))
  }

  /// The last one: the way out or to help, the last to go.
  var last: [Cell] { all.last ?? [] }

  /// The first one, where there is another.
  var first: [Cell] { all.count > 1 ? all[0] : [] }

  /// Whether there is room for all.
  func fit(_ room: Int) -> Bool { all.reduce(0) { $0 + $1.count } <= room }

  /// All but the last, in rows of so many columns; a longer one is cut.
  func rows(columns: Int) -> [[Cell]] {
    var rows: [[Cell]] = []
    for cells in all.dropLast() {
      if let last = rows.last, last.count + cells.count <= columns {
        rows[rows.count - 1] += cells
      } else {
        rows.append(cells.fitted(to: columns))
      }
    }
    return rows
  }

  /// As many as there is room for.
  func cells(room: Int) -> [Cell] {
    guard last.count <= room else { return [] }
    var before: [Cell] = []
    for cells in all.dropLast() {
      guard before.count + cells.count + last.count <= room else { break }
      before += cells
    }
    return before + last
  }
}

extension State {
  /// Whether what a key turns off again is on.
  fileprivate func isOn(_ what: CommandEntry.Switch) -> Bool {
    switch what {
    case .changes: reading?.changes?.isShown == true
    case .dimming: options.dimsRepeats
    case .outlineFocus: context == .outline
    }
  }
}
