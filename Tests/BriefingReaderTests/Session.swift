import BriefingCore
import BriefingLayout
import BriefingSearch
import BriefingText
import Testing

@testable import BriefingReader

/// The application without a terminal: keys go in, effects are performed at once, rows come out.
struct Session {
  var state: State
  var screen: MemoryScreen
  /// What a test may want to see of the effects that were asked for.
  private(set) var effects: [Effect] = []
  /// The files that `open` finds, by path.
  var files: [String: String]
  private let rows: [CatalogueRow]
  /// Whether briefings that are asked for come at once; else a test sends them.
  var answersOpening = true
  /// How much of a leaf is laid out at once.
  private let bounds: LeafBounds
  /// Whether the places in a newer text come at once.
  var answersPlaces = true
  /// Whether what is found of an anchor comes at once.
  var answersLocating = true
  /// Whether the section picker's choices come at once.
  var answersPicks = true
  /// What searches find.
  var library = CannedLibrary()
  /// Whether the text of a page is collected at once, rather than when a test says so.
  var collects = true
  /// Whether what is found in a text comes at once; else a test sends it.
  var answersFinding = true
  /// Whether what was read in other briefings is looked up at once.
  var answersRepeats = true
  /// What is remembered of reading.
  var memory = CannedMemory()
  /// Whether changes are compared at once; else a test sends the answer.
  var answersComparisons = true
  /// When a tick was asked for, on the session's own clock.
  private var wakeTime: Int?
  /// Whether the terminal has a clipboard.
  var hasClipboard = true
  /// Whether there is a program that opens addresses; nil where the answer is still to come.
  var opensAddresses: Bool? = true
  /// The files that are there.
  var existing: Set<String> = []
  /// What an import would write, by the file's path or the pasted text; nil where the answer is still to come.
  var plans: (_ source: ImportRequest.Source) -> ImportPlan? = { _ in
    ImportPlan(files: [ImportPlan.File(path: "news/new.md", bytes: [])])
  }
  /// What comes back from a command that gets a text; nil where it still runs.
  var runs: (_ command: String, _ input: String) -> PipedOutput? = { _, _ in nil }
  /// What earlier runs searched for; nil where the answer is still to come.
  var recalled: [String]? = []

  /// Reads one briefing that was opened by itself.
  init(
    _ markdown: String, columns: Int = 60, rows: Int = 14, width: Int = 80, bounds: LeafBounds = LeafBounds(),
    memory: CannedMemory? = nil, compares: Bool = true
  ) {
    self.memory = memory ?? CannedMemory()
    answersComparisons = compares
    self.bounds = bounds
    files = ["a.md": markdown]
    self.rows = []
    let size = Size(rows: rows, columns: columns)
    screen = MemoryScreen(size: size)
    let (state, effects) = State.file(
      "a.md", size: size, theme: .monochrome,
      options: State.Options(textWidth: width, remembers: memory != nil))
    self.state = state
    perform(effects)
  }

  /// Opens a library; a file's text may be nil where only its row matters.
  init(
    library: [CatalogueRow], files: [String: String] = [:], columns: Int = 80, rows: Int = 12,
    memory: CannedMemory? = nil
  ) {
    self.memory = memory ?? CannedMemory()
    bounds = LeafBounds()
    self.files = files
    self.rows = library
    let size = Size(rows: rows, columns: columns)
    screen = MemoryScreen(size: size)
    let (state, effects) = State.library(
      "news", size: size, theme: .monochrome, options: State.Options(remembers: memory != nil))
    self.state = state
    perform(effects)
  }

  /// Types keys: characters stand for themselves, `<Enter>` and its like for the key of that name.
  mutating func type(_ keys: String) {
    for key in Key.sequence(keys) { send(.key(key)) }
  }

  mutating func send(_ event: Event) {
    perform(update(&state, event))
  }

  /// Does what a command asks for, whatever its keys are.
  mutating func perform(_ command: Command) {
    let effects = state.perform(command)
    state.noteSection()
    perform(effects)
  }

  /// Lets time pass, as the program's loop does: it sleeps until something was asked for.
  mutating func wait(milliseconds: Int) {
    let end = state.now.uptime + milliseconds
    while let time = wakeTime, time <= end {
      wakeTime = nil
      advance(to: time)
      send(.tick)
    }
    advance(to: end)
  }

  private mutating func advance(to uptime: Int) {
    state.now.time += Int64(uptime - state.now.uptime)
    state.now.uptime = uptime
  }

  mutating func resize(columns: Int, rows: Int) {
    screen.size = Size(rows: rows, columns: columns)
    send(.resize(screen.size))
  }

  mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      self.effects.append(effect)
      if case .terminal(.wake(let milliseconds)) = effect { wakeTime = state.now.uptime + milliseconds }
      for event in answers(to: effect) { send(event) }
    }
    screen.show(view(state), theme: state.theme)
  }

  /// A page as the program makes it.
  static func page(
    _ markdown: String, _ bounds: LeafBounds = LeafBounds(), _ settings: Page.Settings = Page.Settings()
  ) -> Page? {
    guard let briefing = try? Briefing(parsing: Array(markdown.utf8), file: .init(name: "a")) else {
      return nil
    }
    return try? Page(cutting: briefing, bounds, width: 80, settings: settings)
  }

  /// A version that tells texts apart by their length, which is enough here.
  static func version(of text: String) -> FileStamp {
    FileStamp(size: Int64(text.utf8.count), modified: 0, changed: 0, inode: 0)
  }

  mutating func answers(to effect: Effect) -> [Event] {
    if case .terminal(.copy(let clip)) = effect { return [.clipboard(clip, isSent: hasClipboard)] }
    guard case .work(let work) = effect else { return [] }
    switch work {
    case .launch, .watch, .rememberSearch, .follow, .attendState: return []
    case .discard(let discarded):
      discarded.free()
      return []
    case .place(let request):
      guard answersPlaces, let places = request.answer() else { return [] }
      return [.placed(serial: request.serial, places)]
    case .locate(let request):
      guard answersLocating else { return [] }
      return [.located(serial: request.serial, try? request.place(), request.purpose)]
    case .findSections(let request): return [.sectionsFound(request, library.sections[request.path] ?? [])]
    case .recallSearches: return recalled.map { [.searchesRecalled($0)] } ?? []
    case .scan(let path):
      return [
        .catalogue(
          path: path, rows: CatalogueBatch(rows.map { CatalogueCard($0, root: path) }, root: path),
          isComplete: true)
      ]
    case .open(let path):
      guard answersOpening else { return [] }
      guard let text = files[path], let page = Self.page(text, bounds, State.Options().page) else {
        return [.openFailed(path: path, message: "\(path): there is no such file")]
      }
      return [
        .opened(
          path: path, page, version: Self.version(of: text),
          arrival: state.options.remembers ? memory.arrival(path, in: page) : nil)
      ]
    case .search(let request):
      guard library.answers else { return [] }
      return [.searched(serial: request.serial, library.results(of: request))]
    case .preview(let path):
      guard let text = files[path], let page = Self.page(text, bounds) else { return [] }
      return [.previewed(path: path, page)]
    case .collect(let request):
      guard collects, let text = FindText(request.page) else { return [] }
      return [.findText(serial: request.serial, text)]
    case .find(let request): return answersFinding ? [request.answer()].compactMap(\.self) : []
    case .pick(let request):
      guard answersPicks, let choices = request.choices() else { return [] }
      return [.picked(serial: request.serial, choices)]
    case .recall(let request):
      return memory.recalled(request).map { [.recalled(serial: request.serial, $0)] } ?? []
    case .compare(let request):
      guard answersComparisons, let text = try? request.answer(readOn: "Tue 4 Nov") else { return [] }
      return [.compared(serial: request.serial, text)]
    case .rememberPlace(let left):
      memory.keep(left)
      return []
    case .recallView: return [.viewRecalled(memory.view, memory.continuation)]
    case .rememberView(_, let view):
      memory.view = view
      return []
    case .findRepeats(let request):
      guard answersRepeats else { return [] }
      return (try? request.answer { digest, _ in memory.repeats(in: digest) }).map {
        [.repeatsFound(serial: request.serial, $0)]
      } ?? []
    case .remember(let remembrance):
      memory.keep(remembrance)
      return remembrance.changes.isEmpty ? [] : [.kept]
    case .summarize(let path): return [.summarized(path: path, memory.summaries)]
    case .mark(let request):
      guard let text = files[request.path], let page = Self.page(text, bounds) else {
        return [.markFailed(message: "\(request.path): there is no such file")]
      }
      return [memory.mark(request, page, at: state.now.time)]
    case .bookmark(let request):
      memory.keep(request)
      return []
    case .listPlaces(let kind): return [.placesListed(memory.listed(kind))]
    case .recallMarks(let serial, _):
      return [.marksRecalled(serial: serial, RecalledMarks(marks: memory.marks, stars: [:], star: nil))]
    case .copy(let extract):
      return extract.bytes().map { [.handed(.clip(Clip(label: extract.label, $0)))] } ?? []
    case .write(let request):
      guard !existing.contains(request.path) else { return [.handed(.exists(path: request.path))] }
      let count = request.extract.bytes()?.count ?? 0
      return [
        .handed(.written(label: request.extract.label, path: request.path, byteCount: count))
      ]
    case .planImport(let request):
      return plans(request.source).map { [.importPlanned(serial: request.serial, $0)] } ?? []
    case .writeImport(let plan): return [.handed(.imported(paths: plan.files.map(\.path)))]
    case .pipe(let request):
      let input = String(decoding: request.extract.bytes() ?? [], as: UTF8.self)
      return runs(request.command, input).map { [.piped(serial: request.serial, $0)] } ?? []
    case .findOpener: return opensAddresses.map { [.openerFound($0)] } ?? []
    case .edit: return [.handed(.edited)]
    case .count(let serial, _):
      return [.counted(serial: serial, words: [200])]
    }
  }

  /// The rows of the screen, trailing blank rows left out.
  var lines: [String] {
    var lines = (0..<screen.size.rows).map(screen.row)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// The whole screen as one text.
  var text: String { lines.joined(separator: "\n") }

  /// The last row.
  var status: String { screen.row(screen.size.rows - 1) }

  /// The first row of the text that is not blank, without its indent.
  var topLine: String {
    guard let reading = state.reading else { return "" }
    let geometry = ReadingGeometry(state, reading)
    for row in geometry.rows {
      let cells = screen.frame.row(row).dropFirst(geometry.textColumn).prefix(geometry.textWidth)
      let text = cells.map(\.glyph).joined().trimmed
      if !text.isEmpty { return text }
    }
    return ""
  }

  /// What is drawn with a trait, row by row, the rows joined by `|`.
  func marked(_ trait: Style.Traits) -> String {
    (0..<screen.size.rows).compactMap { row in
      let text = screen.frame.row(row).filter { $0.style.traits.contains(trait) }.map(\.glyph).joined()
      return text.isEmpty ? nil : text
    }.joined(separator: "|")
  }

  /// The addresses that were handed to another program.
  var launched: [String] {
    effects.compactMap { effect in
      if case .work(.launch(let address)) = effect { return address.text }
      return nil
    }
  }

  /// What the terminal's clipboard was sent.
  var copied: [String] {
    effects.compactMap { effect in
      if case .terminal(.copy(let clip)) = effect { return String(decoding: clip.bytes, as: UTF8.self) }
      return nil
    }
  }

  /// What was opened in the editor.
  var edited: [EditRequest] {
    effects.compactMap { effect in
      if case .work(.edit(let request)) = effect { return request }
      return nil
    }
  }

  /// The paths that were to be written by imports.
  var imported: [String] {
    effects.flatMap { effect in
      if case .work(.writeImport(let plan)) = effect { return plan.files.map(\.path) }
      return []
    }
  }

  /// How often the folder was to be looked at.
  var scans: Int {
    effects.count { effect in
      if case .work(.scan) = effect { return true }
      return false
    }
  }

  /// The searches of the library that were asked for.
  var searches: [SearchRequest] {
    effects.compactMap { effect in
      if case .work(.search(let request)) = effect { return request }
      return nil
    }
  }

  /// The searches that later runs shall know.
  var remembered: [String] {
    effects.compactMap { effect in
      if case .work(.rememberSearch(let text)) = effect { return text }
      return nil
    }
  }

  /// How often an opening was given up.
  var cancellings: Int {
    effects.count { effect in
      if case .giveUp(.opening) = effect { return true }
      return false
    }
  }

  /// How often the searches of earlier runs were asked for.
  var recallings: Int {
    effects.count { effect in
      if case .work(.recallSearches) = effect { return true }
      return false
    }
  }

  /// The comparisons with texts as they were read.
  var comparisons: [CompareRequest] {
    effects.compactMap { effect in
      if case .work(.compare(let request)) = effect { return request }
      return nil
    }
  }

  /// The pages whose text was to be collected.
  var collections: [(serial: Int, page: Page)] { collectRequests.map { ($0.serial, $0.page) } }

  /// The collections that were asked for.
  var collectRequests: [CollectRequest] {
    effects.compactMap { effect in
      if case .work(.collect(let request)) = effect { return request }
      return nil
    }
  }

  /// How many collections were given up.
  var cancelledCollections: Int {
    effects.count { effect in
      if case .giveUp(.text) = effect { return true }
      return false
    }
  }

  /// The answer to one of the ``collections``.
  func collected(_ index: Int) throws -> Event {
    let (serial, page) = collections[index]
    return .findText(serial: serial, try #require(FindText(page)))
  }

  /// What was looked for in briefings.
  var finds: [String] { findRequests.map(\.query.text) }

  /// The searches of briefings.
  var findRequests: [FindRequest] {
    effects.compactMap { effect in
      if case .work(.find(let request)) = effect { return request }
      return nil
    }
  }

  /// The paths that previews were asked for.
  var previews: [String] {
    effects.compactMap { effect in
      if case .work(.preview(let path)) = effect { return path }
      return nil
    }
  }

  /// What was to be followed.
  var followed: [FollowRequest] {
    effects.compactMap { effect in
      if case .work(.follow(let request)) = effect { return request }
      return nil
    }
  }

  /// The places that were asked for in newer texts.
  var placeRequests: [PlacesRequest] {
    effects.compactMap { effect in
      if case .work(.place(let request)) = effect { return request }
      return nil
    }
  }

  /// The anchors that were to be found.
  var locateRequests: [AnchorRequest] {
    effects.compactMap { effect in
      if case .work(.locate(let request)) = effect { return request }
      return nil
    }
  }

  /// How many briefings were to be freed elsewhere.
  var discarded: Int {
    effects.count { effect in
      if case .work(.discard) = effect { return true }
      return false
    }
  }

  var quitStatus: Int32? {
    for case .terminal(.quit(let status)) in effects { return status }
    return nil
  }
}

extension String {
  var trimmed: String {
    var rest = self[...]
    while rest.first == " " { rest = rest.dropFirst() }
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }
}

extension Key {
  /// `jj<Enter>` as keys; in angle brackets stands the written form of a key, `<C-n>`.
  static func sequence(_ text: String) -> [Key] {
    var keys: [Key] = []
    var rest = text[...]
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">") {
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        guard let key = name == "lt" ? "<" : name == "BS" ? .backspace : Key(name) else {
          preconditionFailure("no key is named \(name)")
        }
        keys.append(key)
        rest = rest[rest.index(after: end)...]
      } else {
        keys.append(.character(first))
        rest = rest.dropFirst()
      }
    }
    return keys
  }
}
