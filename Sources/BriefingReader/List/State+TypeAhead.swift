/// Keys that are pressed before the list has rows are done once it has them.
extension State {
  /// Keeps a key that would act on a row where there is none yet, and all that is typed after it; false where it has to be
  /// done now. Keys that leave are done at once.
  mutating func typeAheadOfRows(_ event: Event) -> Bool {
    guard case .list? = layers.last, let list, list.awaitsRows else { return false }
    let ahead = TypedAhead(list.typedAhead, from: .list, keymap)
    if case .key(let key) = event, !ahead.isTypingText || key == .escape,
      case .command(let command) = keymap.meaning(of: begun + ahead.begun + [key], in: ahead.context)
    {
      if command == .leave || command == .back || command == .quit {
        self.list?.typedAhead = []
        return false
      }
      if list.typedAhead.isEmpty, !command.actsOnRow { return false }
    } else if list.typedAhead.isEmpty {
      return false
    }
    self.list?.typedAhead.append(event)
    return true
  }

  /// Does what was typed before there were rows.
  ///
  /// - Parameter isAsked: Whether the reader sees rows and presses another key. Else it waits for all rows, unless they are
  ///   known from before, and for how the list was looked at: what is the first row depends on both.
  mutating func catchUpWithRows(isAsked: Bool = false) -> [Effect] {
    guard let list, !list.typedAhead.isEmpty, !list.awaitsRows else { return [] }
    guard isAsked || list.hasFirstRows && (!options.remembers || keptView != nil) else { return [] }
    self.list?.typedAhead = []
    return catchUp(list.typedAhead)
  }
}

extension Command {
  /// Whether it means a row of the list.
  fileprivate var actsOnRow: Bool {
    if case .move = self { return true }
    return [.accept, .goTo, .toggleRead, .markAllRead, .star].contains(self)
  }
}
