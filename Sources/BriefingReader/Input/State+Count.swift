import BriefingLayout

/// Numbers typed before commands, where the keymap has them: `5j`, `20G`, `50%`.
extension State {
  /// The greatest number that can be typed; a further digit is not taken.
  private static let largestCount = 9_999_999
  /// How often a command is done at most.
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

  /// Does a command so often, or goes to the line or percentage of that number. What cannot be done more than once is
  /// done once.
  mutating func perform(_ command: Command, count: Int) -> [Effect] {
    switch command {
    case .goToPercent:
      guard count <= 100 else {
        complain("A percentage is 100 at most.")
        return []
      }
      return go(toTyped: .percent(count))
    case .move(.start) where hasLines, .move(.end) where hasLines: return go(toTyped: .line(max(1, count)))
    case .move(.start), .move(.end): return perform(.move(.start)) + `repeat`(.move(.down), times: count - 1)
    case .topSection: return perform(.topSection(count))
    case .move, .section, .peerSection, .match, .pan, .unread, .change, .place, .scrollPreview:
      return `repeat`(command, times: count)
    case .toggle, .toggleFocus, .jump, .goTo, .find, .filter, .search, .help, .searchHelp, .order, .lookAgain,
      .briefing, .followLink, .followOnlyLink, .furthest, .toggleRead, .markAllRead, .undoMark, .star,
      .setBookmark, .goToBookmark, .beforeJump, .bookmarks, .history, .showChanges, .accept, .leave, .select,
      .turnHits, .deleteLetter, .edit, .recall, .searchOrder, .unfold, .redraw, .theme, .back, .quit,
      .copy, .copyLink, .selectLines, .pipe, .write, .openEditor, .only, .togglePattern:
      return perform(command)
    }
  }

  /// Whether a number names a line of the text, or a row of the list.
  private var hasLines: Bool { context == .reading || context == .outline || context == .list }

  private mutating func `repeat`(_ command: Command, times: Int) -> [Effect] {
    var effects: [Effect] = []
    var before = position
    for _ in 0..<min(times, Self.mostTimes) {
      effects += perform(command)
      // At an end, or elsewhere, the rest does nothing.
      if position == before || position.layers != before.layers { break }
      before = position
    }
    if times > Self.mostTimes, message == nil {
      say("A command is done \(Self.mostTimes.grouped) times at most.")
    }
    return effects
  }

  /// Where the reader is, as far as commands that can be repeated change it.
  private var position: Position {
    Position(
      layers: layers.count, context: context, top: reading?.top, pan: reading?.pan,
      section: reading?.currentSection, match: reading?.search?.current, row: list?.selection,
      note: note?.top, known: knownPlaces?.selection, help: help?.top, hit: search?.visit.selection,
      line: selection?.end, output: output?.note?.top, only: only?.match)
  }

  private struct Position: Hashable {
    var layers: Int
    var context: Context
    var top: Place?
    var pan: Int?
    var section: Int?
    var match: Int?
    var row: Int?
    var note: Place?
    var known: Int?
    var help: Int?
    var hit: Int?
    var line: Place?
    var output: Place?
    var only: Int?
  }
}

extension Context {
  /// Whether a number can be typed before a command here, where the keymap has numbers.
  package var takesCounts: Bool {
    switch self {
    case .list, .reading, .outline, .note, .results, .help, .knownPlaces, .selection, .output, .only: true
    case .opening, .filter, .find, .goTo, .picker, .links, .question, .search, .helpSearch, .pipe, .write:
      false
    }
  }
}
