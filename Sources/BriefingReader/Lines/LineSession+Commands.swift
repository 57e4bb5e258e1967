import BriefingCore
import BriefingLayout

extension LineSession {
  /// Does what a line asks for.
  mutating func perform(_ line: String) -> [Effect] {
    if [.question, .importQuestion].contains(state.context), let effects = answerQuestion(line) {
      return effects
    }
    guard let command = LineCommand(line, in: context) else {
      answers.append("“\(line.prefix(60))” is no command here. help lists them.")
      return []
    }
    if command != .more { rest = [] }
    if state.selection != nil, !command.handsOn { _ = state.pop() }
    switch command {
    case .more: return more()
    case .again:
      told = .nothing
      return []
    case .number(let number): return choose(number)
    case .goTo(let target): return inText { $0.go(toTyped: target) }
    case .open(let words): return open(words)
    case .list(let words): return list(words)
    case .outline: return outline()
    case .text:
      told = .nothing
      return inText { _ in [] }
    case .section(let direction):
      return inText {
        $0.goToSection(direction)
        return []
      }
    case .jump(let words): return jump(words)
    case .find(let words): return find(words)
    case .regex(let expression): return find(expression, isPattern: true)
    case .only(let words): return only(words)
    case .search(let words): return search(words)
    case .mark(let isRead, let row): return row.map { mark(isRead, row: $0) } ?? mark(isRead)
    case .bookmark(let letter): return inText { $0.perform(.setBookmark(letter)) }
    case .goToBookmark(let letter):
      leaveLists()
      return turn { $0.perform(.goToBookmark(letter)) }
    case .links: return inText(keepsPiece: true) { $0.perform(.followLink) }
    case .select: return select()
    case .pipe(let command): return hand(command, to: PipeMode.self) { $0.askForCommand() }
    case .write(let path): return hand(path, to: WriteMode.self) { $0.askForFile() }
    case .place:
      leaveLists()
      answers.append(position)
      return []
    case .importFile(""): return refuse("import FILE names the file of the article.")
    case .importFile(let path):
      leaveLists()
      return turn { $0.plan(importOf: .file(path)) }
    case .answer:
      answers.append("There is no question.")
      return []
    case .back: return back()
    case .quit: return turn { $0.perform(.quit) }
    case .help(let word):
      rest = LineHelp.lines(about: word)
      return []
    case .command(let command, let row?): return perform(command, row: row)
    case .command(.copy, nil) where state.selection != nil: return turn { $0.perform(.copy) }
    case .command(let command, nil):
      leaveLists()
      return turn { $0.perform(command) }
    case .elsewhere(_, .byWords(let words)): return refuse("Here that is: \(words).")
    case .elsewhere(let name, .never(let reason)): return refuse("There is no \(name) here, since \(reason).")
    case .elsewhere(let name, .byName): return refuse("\(name) does nothing here.")
    }
  }

  /// Where commands are done: what is opened to choose from has numbers alone.
  private var context: Context { state.layers.last { $0.extent == .screen }?.context ?? state.context }

  static let needsBriefing = "This needs a briefing: open one first."

  /// Closes what lies over a text, and does something with it.
  ///
  /// - Parameter keepsPiece: Whether the screen has to be what was told.
  mutating func inText(keepsPiece: Bool = false, _ change: (inout State) -> [Effect]) -> [Effect] {
    leaveLists()
    guard case .reading? = state.layers.last else {
      answers.append(Self.needsBriefing)
      return []
    }
    if keepsPiece { return BriefingReader.turn(&state, change) }
    return turn(change)
  }

  /// Closes what was opened to choose from, and the outline's list.
  mutating func leaveLists() {
    listed = .layer
    while let layer = state.layers.last, layer.extent != .screen, state.layers.count > 1 {
      if case .opening = layer { return }
      _ = state.pop()
    }
    if state.layers.last?.extent == .cover { _ = state.pop() }
  }

  private mutating func outline() -> [Effect] {
    leaveLists()
    guard case .reading(let reading)? = state.layers.last else { return refuse(Self.needsBriefing) }
    guard !reading.sections.isEmpty else { return refuse("This briefing has no sections.") }
    listed = .outline
    toldRows = 0
    return []
  }

  // MARK: Further

  /// What follows: of a list its next rows, in a text what stands below.
  private mutating func more() -> [Effect] {
    if !rest.isEmpty { return [] }
    guard listed == .layer, case .reading(let reading)? = state.layers.last else {
      if toldRows >= rowCount { answers.append("That was all.") }
      return []
    }
    let page = reading.page
    let next = page.lines(from: reading.top, count: state.textHeight + 1)
    guard next.count > state.textHeight, let last = next.last else {
      answers.append("This is the end. back closes the briefing, next-unread goes on.")
      return []
    }
    return turn { state in
      state.reading?.top = last.place
      state.reading?.isReadAtTop = true
      // Blank lines above what follows are not worth a line.
      if let text = state.firstText(from: last.place) { state.reading?.top = text }
      return []
    }
  }

  private mutating func back() -> [Effect] {
    if listed == .outline {
      listed = .layer
      told = .nothing
      return []
    }
    return turn { $0.perform(.back) }
  }

  // MARK: Choosing

  /// Takes the n-th of what was listed.
  private mutating func choose(_ number: Int) -> [Effect] {
    let index = number - 1
    if listed == .outline {
      guard let reading = state.reading, reading.sections.indices.contains(index) else {
        return refuse(number)
      }
      // By the number that is told: top sections and those below them have their own.
      let wanted = reading.sections.firstIndex { $0.number == [number] } ?? index
      return inText {
        $0.leap(toSection: wanted)
        return []
      }
    }
    if case .reading? = state.layers.last {
      return turn {
        $0.goToTopSection(number)
        return []
      }
    }
    guard (0..<rowCount).contains(index) else { return refuse(number) }
    return turn { state in
      let effects = Self.select(index, in: &state)
      return effects + state.perform(.accept)
    }
  }

  /// Selects a row of what is listed, 0-based, in the layer on top.
  private static func select(_ index: Int, in state: inout State) -> [Effect] {
    switch state.layers.last {
    case .list?: state.list?.select(index)
    case .search?: return state.selectHit(index)
    case .links?: state.links?.selection = index
    case .knownPlaces?: state.knownPlaces?.selection = index
    case .only?: state.only?.match = index
    default: break
    }
    return []
  }

  /// Does a command to a row of what is listed, without opening it.
  private mutating func perform(_ command: Command, row number: Int) -> [Effect] {
    let isLink: Bool
    switch (state.layers.last, command) {
    case (.list?, _), (.search?, .unfold): isLink = false
    case (.links?, .copy): isLink = true
    default: return refuse("A number is for a row of the list: “\(number)” alone goes there.")
    }
    guard listed == .layer, (0..<rowCount).contains(number - 1) else { return refuse(number) }
    return turn { state in
      let effects = Self.select(number - 1, in: &state)
      return effects + state.perform(isLink ? .copyLink : command)
    }
  }

  mutating func refuse(_ number: Int) -> [Effect] { refuse("There is no \(number) to choose.") }

  /// Says why nothing is done.
  mutating func refuse(_ reason: String) -> [Effect] {
    answers.append(reason)
    return []
  }

  /// Opens a row of the list by its number or its words, or any path.
  private mutating func open(_ words: String) -> [Effect] {
    guard let list = state.list else { return turn { $0.open(words) } }
    if let number = Int(words) {
      guard list.shown.indices.contains(number - 1) else { return refuse(number) }
      let path = list.rows[list.shown[number - 1]].path
      return turn { $0.open(path) }
    }
    if list.rows.index(of: words) != nil || words.contains("/") { return turn { $0.open(words) } }
    let effects = self.list(words)
    guard let shown = state.list?.shown, shown.count == 1 else {
      if state.list?.shown.isEmpty == true { answers.append("No briefing of the list has these words.") }
      return effects
    }
    return effects
      + turn {
        let opening = $0.perform(.accept)
        $0.list?.narrow(to: "")
        return opening
      }
  }

  /// Goes back to the list and narrows it.
  private mutating func list(_ words: String) -> [Effect] {
    guard state.list != nil else {
      answers.append("There is no list: a file was opened, not a folder.")
      return []
    }
    leaveLists()
    told = .nothing
    return turn { state in
      var effects: [Effect] = []
      while state.layers.count > 1 {
        if case .list? = state.layers.last { break }
        effects += state.pop()
      }
      state.list?.narrow(to: words)
      return effects
    }
  }

  // MARK: Looking for something

  private mutating func find(_ words: String, isPattern: Bool = false, isOnly: Bool = false) -> [Effect] {
    inText { state in
      if words.isEmpty { return state.goToMatch(.forward) }
      FindMode.open(&state, isOnly: isOnly)
      state.find?.isPattern = isPattern
      let effects = state.insertIntoPrompt(words)
      let accepted = FindMode.accept(&state)
      // What is no expression is said, and nothing waits for a better one.
      return effects + accepted + (state.find == nil ? [] : FindMode.leave(&state))
    }
  }

  /// Lists the lines that match.
  private mutating func only(_ words: String) -> [Effect] {
    guard words.isEmpty else { return find(words, isOnly: true) }
    return inText { state in
      guard state.reading?.search != nil else {
        state.say("Nothing was found yet: only WORDS lists the lines that have them.")
        return []
      }
      state.reading?.session.showsOnly = true
      state.showOnlyMatches()
      return []
    }
  }

  private mutating func jump(_ words: String) -> [Effect] {
    inText { state in
      PickerMode.open(&state)
      guard state.picker != nil else { return [] }
      let effects = state.insertIntoPrompt(words)
      return effects + PickerMode.accept(&state)
    }
  }

  private mutating func search(_ words: String) -> [Effect] {
    leaveLists()
    return turn { state in
      let effects = SearchMode.open(&state)
      guard case .search? = state.layers.last else { return effects }
      state.search?.prompt = LineEditor(words)
      let asked = SearchMode.promptChanged(&state)
      state.search?.isBrowsing = true
      return effects + asked
    }
  }

  // MARK: Marks

  /// Marks a row of the list.
  private mutating func mark(_ isRead: Bool, row number: Int) -> [Effect] {
    guard case .list? = state.layers.last, listed == .layer else {
      return refuse("A number is for a row of the list: here it is the section, “\(number)” goes to another.")
    }
    guard (0..<rowCount).contains(number - 1) else { return refuse(number) }
    state.list?.select(number - 1)
    return mark(isRead)
  }

  /// Marks the section, or in the list the selected briefing; what is so already is told.
  private mutating func mark(_ isRead: Bool) -> [Effect] {
    leaveLists()
    let isReadNow: Bool?
    switch state.layers.last {
    case .list?:
      isReadNow = state.list.flatMap { list in
        list.selected.map { ReadingSign(list.summary(of: $0.path), isReadAtFirst: $0.isRead) == nil }
      }
    case .reading(let reading)?:
      let ordinal = (reading.currentSection ?? -1) + 1
      isReadNow = reading.memory.flatMap { memory in
        memory.marks.sections.indices.contains(ordinal) ? memory.marks.sections[ordinal].isRead : nil
      }
    default: return refuse(Self.needsBriefing)
    }
    guard isReadNow != isRead else {
      return refuse(isRead ? "It is read already." : "It is unread already.")
    }
    return turn { $0.perform(.toggleRead) }
  }

  /// Answers whether an address may be opened, or copies it, or whether an import may be written; nil where the line is another command, which is the answer no.
  private mutating func answerQuestion(_ line: String) -> [Effect]? {
    if line == "copy", state.question != nil { return turn { $0.perform(.copyLink) } }
    guard case .answer(let isYes)? = LineCommand(line == "n" ? "no" : line, in: state.context) else {
      _ = state.pop()
      return nil
    }
    let mode = state.context.mode
    return turn { isYes ? mode.accept(&$0) : mode.leave(&$0) }
  }
}
