/// Numbers typed before commands, where the keymap has them: `5j`, `20G`, `50%`.
extension State {
  /// The greatest number that can be typed; a further digit is not taken.
  private static let largestCount = 9_999_999
  /// How many times a command is repeated at most.
  private static let mostTimes = 10_000

  /// What was pressed and asks for nothing yet, as it is shown; nil where that is nothing.
  var pressed: String? {
    let keys = begun.map(\.description)
    let all = (count.map { [String($0)] } ?? []) + keys
    return all.isEmpty ? nil : all.joined(separator: " ")
  }

  /// Takes a digit of a number; false where the key is something else here.
  mutating func typeCount(_ key: Key) -> Bool {
    guard keymap.countsDigits, begun.isEmpty, context.takesCounts, let character = key.typed,
      character.isASCII, let digit = character.wholeNumberValue, digit > 0 || count != nil
    else { return false }
    let number = (count ?? 0) * 10 + digit
    if number <= Self.largestCount { count = number }
    return true
  }

  /// Does a command so many times, or goes to the line or percentage of that number. What cannot be repeated is done once.
  /// What moves is done in one step: it leaves one place to come back to, and costs what one costs.
  mutating func perform(_ command: Command, count: Int) -> [Effect] {
    let times = min(count, Self.mostTimes)
    var effects: [Effect] = []
    switch command {
    case .goToPercent:
      guard count <= 100 else {
        complain("A percentage is 100 at most.")
        return []
      }
      return go(toTyped: .percent(count))
    case .move(.start) where hasLines, .move(.end) where hasLines: return go(toTyped: .line(count))
    case .move(.start), .move(.end):
      effects = context.mode.move(.start, times: 1, &self)
      if times > 1 { effects += context.mode.move(.down, times: times - 1, &self) }
    case .topSection: return perform(.topSection(count))
    case .move(let motion): effects = context.mode.move(motion, times: times, &self)
    case .section(let direction): goToSection(direction, times: times)
    case .peerSection(let direction): goToSection(direction, times: times, isPeer: true)
    case .match(let direction) where context == .only:
      effects = OnlyMode.goToMatch(direction, times: times, &self)
    case .match(let direction): effects = goToMatch(direction, times: times)
    case .pan(let direction): pan(direction, times: times)
    case .unread(let direction): effects = goToUnread(direction, times: times)
    case .change(let direction): effects = goToChange(direction, times: times)
    case .place(let direction): effects = goAlongTrail(direction, times: times)
    case .scrollPreview(let direction): scrollPreview(direction, times: times)
    case .briefing(let direction): effects = openNeighbour(direction, times: times)
    case .toggle, .toggleFocus, .jump, .goTo, .find, .filter, .search, .help, .searchHelp, .order, .lookAgain,
      .followLink, .followOnlyLink, .furthest, .toggleRead, .markAllRead, .undoMark, .star,
      .setBookmark, .goToBookmark, .beforeJump, .bookmarks, .history, .showChanges, .accept, .leave, .select,
      .turnHits, .deleteLetter, .edit, .recall, .searchOrder, .unfold, .redraw, .theme, .back, .quit,
      .copy, .copyLink, .selectLines, .pipe, .write, .openEditor, .only, .togglePattern:
      return perform(command)
    }
    if times < count, message == nil {
      say("A command is repeated at most \(Self.mostTimes.grouped) times.")
    }
    return effects
  }

  /// Whether a number names a line of the text, or a row of the list.
  private var hasLines: Bool { context == .reading || context == .outline || context == .list }
}

extension Context {
  /// Whether a number can be typed before a command here, where the keymap has numbers: wherever one scrolls.
  package var takesCounts: Bool { CommandTable.scrolling.contains(self) }
}
