import BriefingCore
import BriefingLayout
import BriefingSearch

/// Takes an event in and says what is to be done.
public func update(_ state: inout State, _ event: Event) -> [Effect] {
  turn(&state) { answer(&$0, event) }
}

/// Changes the state, and does besides what has to be done around every change: time passes, and what was read is noted.
func turn(_ state: inout State, _ change: (inout State) -> [Effect]) -> [Effect] {
  defer {
    state.noteSection()
    state.sayNews()
    state.sayFileNews()
  }
  let passed = state.passTime()
  let effects = change(&state)
  let kept = state.watchText(isEnding: effects.contains(where: \.isEnd))
  // Nothing after the end is looked at.
  return state.attendState() + passed + kept + effects + state.askForPlaces() + state.askForSummaries()
    + state.giveUpCollecting() + state.keepView()
}

func answer(_ state: inout State, _ event: Event) -> [Effect] {
  switch event {
  case .key(let key): return state.press(key)
  case .mouse(let mouse): return state.take(mouse)
  case .paste(let text):
    if state.typeAhead(event) { return [] }
    (state.begun, state.count) = ([], nil)
    return state.takePastedArticle(text) ?? state.insertIntoPrompt(text)
  case .resize(let size):
    state.size = size
    state.fitPage()
    state.fitFront()
    state.fitNote()
    state.fitOutput()
    state.fitOnly()
    state.fitSelection()
    state.fitLinks()
    return state.fitPreview()
  case .interrupt:
    (state.begun, state.count) = ([], nil)
    return state.context.mode.interrupt(&state)
  case .terminate: return [.terminal(.quit(status: 0))]
  case .resume: return []
  case .catalogueKnown(let path, let batch, let isLast):
    if state.list?.path == path { state.list?.add(batch, isLast: isLast) }
    return state.catchUpWithRows()
  case .catalogue(let path, let rows, let isComplete):
    guard state.list?.path == path else { return [] }
    state.list?.add(rows, isComplete: isComplete)
    if isComplete { state.hasOldSummaries = true }
    return state.catchUpWithRows()
  case .catalogueChanged(let path, let change):
    guard state.list?.path == path else { return [] }
    state.list?.apply(change)
    // How much of what was written is new has to be counted again.
    state.hasOldSummaries = true
    return state.rename(change.renamed) + state.catchUpWithRows()
  case .catalogueFailed(let path, let message):
    guard state.list?.path == path else { return [] }
    state.list?.fail(message)
    return state.catchUpWithRows()
  case .opened(let path, let page, let version, let arrival):
    guard let opening = state.opening, opening.path == path else { return [] }
    return state.show(page, version, opening, arrival)
  case .openedFront(let path, let page, let size):
    if state.opening?.path == path { state.showFront(page, size: size) }
    return []
  case .openingCame(let path, let percent):
    if state.opening?.path == path { state.opening?.percent = percent }
    return []
  case .followed(let serial, let news):
    state.take(news, serial: serial)
    return []
  case .placed(let serial, let places): return state.take(places, serial: serial)
  case .openFailed(let path, let message):
    guard state.opening?.path == path else { return [] }
    return state.failToOpen(message)
  case .searched(let serial, let results): return state.take(results, serial: serial)
  case .sectionsFound(let request, let sections): return state.unfold(sections, of: request)
  case .searchesRecalled(let texts):
    state.searches.recall(texts)
    return []
  case .previewed(let path, let page): return state.takePreview(path, page)
  case .indexing(let progress):
    state.indexing = progress
    return []
  case .libraryChanged: return state.noteLibraryChange()
  case .openerFound(let isThere):
    state.canOpenAddresses = isThere
    return []
  case .launchFailed(let message):
    state.complain(Wording(message))
    return []
  case .findText(let serial, let text): return state.take(text, serial: serial)
  case .foundSome(let serial, let found): return state.take(found, serial: serial)
  case .found(let serial, let search, let query, let matches):
    if state.reading?.serial == serial { state.take(matches, of: query, search: search) }
    if state.search?.preview?.serial == serial { state.takePreviewMatches(matches, of: query) }
    return []
  case .picked(let serial, let choices):
    if state.reading?.serial == serial { PickerMode.take(choices, &state) }
    return []
  case .counted(let serial, let words):
    if state.reading?.serial == serial { state.reading?.words = words }
    return []
  case .tick: return []
  case .recalled(let serial, let recalled): return state.take(recalled, serial: serial)
  case .compared(let serial, let text): return state.take(text, serial: serial)
  case .viewRecalled(let view, let continuation):
    state.take(view, continuation)
    return state.catchUpWithRows()
  case .repeatsFound(let serial, let repeats):
    state.take(repeats, serial: serial)
    return []
  case .kept:
    state.hasOldSummaries = true
    return []
  case .summarized(let path, let summaries):
    if state.list?.path == path { state.list?.take(summaries) }
    return []
  case .marked(let step):
    state.note(step)
    state.hasOldSummaries = true
    return []
  case .markFailed(let message):
    state.complain(Wording(message))
    return []
  case .placesListed(let places): return state.take(places)
  case .located(let serial, let place, let purpose):
    state.take(place, serial: serial, purpose)
    return []
  case .stateChanged: return state.noteStateChange()
  case .marksRecalled(let serial, let marks):
    state.take(marks, serial: serial)
    return []
  case .handed(let result): return state.take(result)
  case .piped(let serial, let output):
    state.take(output, serial: serial)
    return []
  case .importPlanned(let serial, let plan): return state.take(plan, serial: serial)
  case .importFailed(let serial, let message): return state.failToImport(message, serial: serial)
  case .clipboard(let clip, let isSent):
    state.noteCopy(clip, isSent: isSent)
    return []
  case .stateNotice(let message, let isError):
    if isError { state.complain(Wording(message)) } else { state.say(Wording(message)) }
    return []
  }
}

extension Effect {
  /// Whether the program ends with it.
  fileprivate var isEnd: Bool { if case .terminal(.quit) = self { true } else { false } }
}

extension State {
  fileprivate mutating func press(_ key: Key) -> [Effect] {
    if typeAhead(.key(key)) { return [] }
    if let list, !list.typedAhead.isEmpty, !list.awaitsRows {
      return catchUpWithRows(isAsked: true) + BriefingReader.update(&self, .key(key))
    }
    message = nil
    if reading?.awaited != nil { reading?.awaited = nil }
    if typeCount(key) { return [] }
    let keys = begun + [key]
    let number = count
    (begun, count) = ([], nil)
    switch keymap.meaning(of: keys, in: context) {
    // Escape ends a number, and nothing else.
    case .command where number != nil && key == .escape: return []
    case .command(let command): return number.map { perform(command, count: $0) } ?? perform(command)
    case .start:
      (begun, count) = (keys, number)
      return []
    case .nothing: break
    }
    if keys.count > 1 {
      // Escape ends a sequence, and nothing else.
      if key != .escape { sayMeaningless(keys) }
      return []
    }
    guard let character = key.typed else {
      sayMeaningless(keys)
      return []
    }
    return context.mode.type(character, &self)
  }

  /// Types or pastes text into the prompt.
  mutating func insertIntoPrompt(_ text: String) -> [Effect] {
    message = nil
    guard let before = prompt, let isWhole = prompt?.insert(text) else { return [] }
    if !isWhole { complain("A prompt takes \(LineEditor.limit.grouped) characters; the rest was left out.") }
    return before == prompt ? [] : context.mode.promptChanged(&self)
  }

  /// Says that keys do nothing, and the key that tells which do something.
  mutating func sayMeaningless(_ keys: [Key]) {
    guard let pressed = KeySequence(keys) else { return }
    let context = context
    // On a keyboard that is switched to another script a key without letters is at hand.
    let isForeign = keys.contains {
      if case .character(let character) = $0.code { !character.isASCII } else { false }
    }
    let helps = keymap.keys(for: .help, in: context)
    let help = isForeign ? helps.first { $0.keys.allSatisfy { $0.typed == nil } } ?? helps.first : helps.first
    if let help {
      say("\(pressed) does nothing here · \(help) keys")
    } else if !keymap.keys(for: .leave, in: context).isEmpty {
      say("\(pressed) does nothing here · \(key: .leave) back")
    } else {
      say("\(pressed) does nothing here.")
    }
  }

  /// Lays out the page again where the window's width, the outline or an option asks for another one.
  mutating func fitPage() {
    guard let reading else { return }
    let geometry = ReadingGeometry(self, reading)
    var settings = options.page
    settings.overhang = geometry.overhang
    guard reading.page.width != geometry.textWidth || reading.page.settings != settings else { return }
    let page = reading.page.resized(to: geometry.textWidth, settings: settings)
    self.reading?.page = page
  }
}
