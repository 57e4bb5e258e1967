extension State {
  /// Does what a key asks for. Most commands mean the same wherever they hold; what is selected, typed or left is the
  /// business of the layer on top.
  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .move(let motion): return context.mode.move(motion, times: 1, &self)
    case .section(let direction): goToSection(direction)
    case .peerSection(let direction): goToSection(direction, isPeer: true)
    case .topSection(let number): goToTopSection(number)
    case .pan(let direction): pan(direction)
    case .toggle(let setting): return toggle(setting)
    case .toggleFocus: context.mode.toggleFocus(&self)
    case .jump: PickerMode.open(&self)
    case .goTo: push(.goTo(GoToState()))
    case .goToPercent: push(.goTo(GoToState(isPercent: true)))
    case .find where context == .only: FindMode.openWithin(&self)
    case .find: FindMode.open(&self)
    case .only: FindMode.open(&self, isOnly: true)
    case .togglePattern: return FindMode.togglePattern(&self)
    case .filter: push(.filter(LineEditor(list?.filter ?? "")))
    case .search: return SearchMode.open(&self)
    case .help where context == .help: return pop()
    case .help: push(.help(HelpState()))
    case .searchHelp: push(.helpSearch(LineEditor(help?.filter ?? "")))
    case .match(let direction) where context == .only:
      return OnlyMode.goToMatch(direction, &self)
    case .match(let direction): return goToMatch(direction)
    case .order:
      list?.advanceOrder()
      if let order = list?.order { say("Ordered \(order.rawValue).") }
    case .lookAgain where context.kind == .text: return lookAtFile()
    case .lookAgain:
      guard let list else { break }
      say("Reloading the folder …")
      return [.work(.scan(path: list.path))]
    case .briefing(let direction): return openNeighbour(direction)
    case .followLink: return LinksMode.open(&self, followsTheOnlyOne: false)
    case .followOnlyLink: return LinksMode.open(&self, followsTheOnlyOne: true)
    case .place(let direction): return goAlongTrail(direction)
    case .furthest: goToFurthest()
    case .setBookmark(let letter): return setBookmark(letter)
    case .goToBookmark(let letter): return goToBookmark(letter)
    case .beforeJump: return goBeforeJump()
    case .bookmarks: return KnownPlacesMode.open(.bookmarks, &self)
    case .history: return KnownPlacesMode.open(.history, &self)
    case .toggleRead: return toggleRead()
    case .markAllRead: return markAllRead()
    case .star: return toggleStar()
    case .undoMark: return undoMark()
    case .unread(let direction): return goToUnread(direction)
    case .change(let direction): return goToChange(direction)
    case .showChanges: return toggleChanges()
    case .accept: return context.mode.accept(&self)
    case .leave: return context.mode.leave(&self)
    case .select(let direction): return context.mode.select(direction, &self)
    case .turnHits(let direction): return SearchMode.turn(direction, &self)
    case .deleteLetter: LinksMode.deleteLetter(&self)
    case .edit(let edit): return self.edit(edit)
    case .recall(let direction): return FindMode.recall(direction, &self)
    case .searchOrder: return SearchMode.changeOrder(&self)
    case .unfold(let direction): return SearchMode.unfold(direction, &self)
    case .scrollPreview(let direction): scrollPreview(direction)
    case .copy: return copy()
    case .copyLink: return copyLink()
    case .selectLines where context == .selection: return pop()
    case .selectLines: SelectionMode.open(&self)
    case .pipe: return askForCommand()
    case .write: return askForFile()
    case .openEditor: return openEditor()
    case .theme: tryNextTheme()
    case .redraw: return [.terminal(.redraw)]
    case .back: return goBack()
    case .quit: return [.terminal(.quit(status: 0))]
    }
    return []
  }

  /// Changes what is typed. Deleting where nothing is typed leaves the prompt.
  mutating func edit(_ edit: Edit) -> [Effect] {
    guard let before = prompt else { return [] }
    if edit == .deleteBackward, before.isEmpty { return context.mode.leave(&self) }
    prompt?.perform(edit)
    return before.text == prompt?.text ? [] : context.mode.promptChanged(&self)
  }

  /// Back to where the reader came from: what is on the screen is closed, and from the list the program.
  private mutating func goBack() -> [Effect] {
    closeOutline()
    if case .list? = layers.last { return [.terminal(.quit(status: 0))] }
    if case .opening? = layers.last { return OpeningMode.giveUp(&self) }
    let effects = pop()
    // Whoever comes back to results reads them: the same key leads on, and is not typed.
    if case .search(let found)? = layers.last { search?.isBrowsing = !found.visit.hits.isEmpty }
    return effects
  }
}
