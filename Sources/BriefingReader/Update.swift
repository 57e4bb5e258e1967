import BriefingCore
import BriefingLayout
import BriefingSearch

/// Takes an event in and says what is to be done.
public func update(_ state: inout State, _ event: Event) -> [Effect] {
  defer {
    state.noteSection()
    state.sayNews()
  }
  let effects = answer(&state, event)
  return effects + state.giveUpCollecting()
}

private func answer(_ state: inout State, _ event: Event) -> [Effect] {
  switch event {
  case .key(let key): return state.press(key)
  case .paste(let text):
    return state.context.isPrompt ? state.insertIntoPrompt(text) : []
  case .resize(let size):
    state.size = size
    state.fitPage()
    state.fitNote()
    return state.fitPreview()
  case .interrupt: return state.interrupt()
  case .terminate: return [.quit(status: 0)]
  case .resume: return []
  case .catalogue(let path, let rows, let isComplete):
    guard state.list?.path == path else { return [] }
    state.list?.add(rows, isComplete: isComplete)
    return []
  case .catalogueChanged(let path, let change):
    if state.list?.path == path { state.list?.apply(change) }
    return []
  case .catalogueFailed(let path, let message):
    guard state.list?.path == path else { return [] }
    state.list?.fail(message)
    return []
  case .opened(let path, let page):
    guard let pending = state.pending, pending.path == path else { return [] }
    state.pending = nil
    return state.show(page, pending)
  case .openFailed(let path, let message):
    guard state.pending?.path == path else { return [] }
    // Back at a place that is gone: the reader is still here, and the trail as it was.
    if let departed = state.pending?.departed { state.trail = departed }
    state.pending = nil
    state.complain(message)
    return []
  case .searched(let serial, let results): return state.take(results, serial: serial)
  case .searchesRecalled(let texts):
    state.searches.recall(texts)
    return []
  case .previewed(let path, let page): return state.takePreview(path, page)
  case .indexing(let progress):
    state.indexing = progress
    return []
  case .libraryChanged: return state.noteLibraryChange()
  case .launchFailed(let message):
    state.complain(message)
    return []
  case .findText(let serial, let text): return state.take(text, serial: serial)
  case .found(let serial, let query, let matches):
    if state.reading?.serial == serial { state.take(matches, of: query) }
    if state.search?.preview?.serial == serial { state.takePreviewMatches(matches, of: query) }
    return []
  case .picked(let serial, let text, let choices):
    if state.reading?.serial == serial { PickerMode.take(choices, of: text, &state) }
    return []
  case .counted(let serial, let words):
    if state.reading?.serial == serial { state.reading?.words = words }
    return []
  }
}

extension State {
  fileprivate mutating func press(_ key: Key) -> [Effect] {
    message = nil
    if let binding = Keymap.standard[context, key] {
      return perform(binding)
    }
    // What a terminal tells as Alt and a key was, over a slow line, Escape and then the key.
    if case .alt(let character) = key { return press(.escape) + press(.character(character)) }
    guard case .character(let character) = key else { return [] }
    return context.mode.type(character, &self)
  }

  private mutating func perform(_ binding: Keymap.Binding) -> [Effect] {
    if let before = prompt, prompt?.perform(binding.command) == true {
      return before.text == prompt?.text ? [] : context.mode.promptChanged(&self)
    }
    switch binding.command {
    case .redraw: return [.redraw]
    case .quit: return [.quit(status: 0)]
    case .help where context != .help:
      help = HelpState(returnTo: context)
      context = .help
      return []
    default: return context.mode.perform(binding.command, count: binding.count, on: &self)
    }
  }

  /// Types or pastes text into the prompt.
  mutating func insertIntoPrompt(_ text: String) -> [Effect] {
    message = nil
    guard let before = prompt, let isWhole = prompt?.insert(text) else { return [] }
    if !isWhole { complain("A prompt takes \(LineEditor.limit.grouped) characters; the rest was left out.") }
    return before == prompt ? [] : context.mode.promptChanged(&self)
  }

  /// `^C` ends what is going on; where nothing is, the program.
  fileprivate mutating func interrupt() -> [Effect] {
    let effects = giveUpOpening()
    if !effects.isEmpty { return effects }
    // What Escape leaves, ^C leaves too. In the list and the text there is nothing to leave: a filter and lit
    // matches are no work that goes on.
    guard context != .list, context != .reading, let way = Keymap.standard[context, .escape] else {
      return [.quit(status: 130)]
    }
    return perform(way)
  }

  fileprivate mutating func show(_ page: Page, _ pending: Pending) -> [Effect] {
    // A place that is gone back to is on the trail already.
    if case .place = pending.arrival {} else { leaveTrail() }
    lastSerial += 1
    options.page.details = .closed
    let page = page.resized(to: options.textWidth, settings: options.page)
    reading = ReadingState(path: pending.path, serial: lastSerial, page: page)
    list?.select(path: pending.path)
    prompt = nil
    search = nil
    picker = nil
    links = nil
    note = nil
    question = nil
    help = nil
    context = .reading
    fitPage()
    arrive(pending.arrival)
    let effects = [Effect.count(serial: lastSerial, page)]
    return effects + (pending.query.map { light($0, at: pending.arrival) } ?? [])
  }

  /// Sets the page anew where the window's width, the outline or an option asks for another one.
  mutating func fitPage() {
    guard let reading else { return }
    let width = ReadingGeometry(self, reading).textWidth
    guard reading.page.width != width || reading.page.settings != options.page else { return }
    self.reading?.page = reading.page.resized(to: width, settings: options.page)
  }
}
