import BriefingCore
import BriefingFiles
import BriefingLayout
import BriefingLibrary
import BriefingReader
import BriefingReading
import BriefingSearch
import BriefingStore
import BriefingTerminal
import Dispatch

/// Does what the application asks for: the work that reads files or takes time.
struct Performer: Sendable {
  /// The folder that is read; nil where a file is read by itself.
  private let library: Library?
  private let searches = SearchHistoryFile()
  private let pipes = PipedInputs()
  private let record: ReadingRecord
  private let seeds = ReadSeeds()

  /// Makes a performer; nothing is read yet.
  ///
  /// - Parameters:
  ///   - library: The folder that is opened; nil where a file is read by itself.
  ///   - state: Where what is read is remembered; nil where nothing is to be.
  init(library: String?, state: StateLocation?) {
    self.library = library.map { Library(path: $0) }
    record = ReadingRecord(state)
  }

  /// Does one piece of work and hands over its answers. It runs on a thread of its own; its task is
  /// cancelled when nobody wants them any more.
  @Sendable func perform(_ work: Work, _ post: Answers) {
    switch work {
    case .scan: look(post)
    case .open(let path): open(path, post)
    case .follow(let request): FollowJob(request: request, answers: post).run()
    case .place(let request):
      if let places = request.answer(isCancelled: { Task.isCancelled }) {
        post(.placed(serial: request.serial, places))
      }
    case .locate(let request):
      do {
        let place = try request.place(isCancelled: { Task.isCancelled })
        post(.located(serial: request.serial, place, request.purpose))
      } catch {
        // Cancelled: nobody waits for an answer.
      }
    case .discard(let discarded): discarded.free()
    case .collect(let request):
      request.collect(isCancelled: { Task.isCancelled }) { post(.findText(serial: request.serial, $0)) }
    case .find(let request): find(request, post)
    case .pick(let request):
      if let choices = request.choices(isCancelled: { Task.isCancelled }) {
        post(.picked(serial: request.serial, choices))
      }
    case .count(let serial, let page):
      if let words = page.briefing.wordCounts(isCancelled: { Task.isCancelled }) {
        post(.counted(serial: serial, words: words))
      }
    case .launch(let address):
      if let problem = Launcher.run(Launcher.program(for: address.text)) {
        post(.launchFailed(message: problem))
      }
    case .findOpener:
      post(.openerFound(Launcher.canOpen(browser: UserConfiguration.current.preferences().browser.value)))
    case .preview(let path): preview(path, post)
    case .watch: follow(post)
    case .search(let request): find(request, post)
    case .findSections(let request):
      let query = query(request.text)
      let hits =
        library?.search.sections(
          of: request.path, query, lighting: request.patterns, corrections: request.corrections,
          isCancelled: { Task.isCancelled }) ?? []
      if !Task.isCancelled { post(.sectionsFound(request, hits)) }
    case .recallSearches: post(.searchesRecalled(searches.texts()))
    case .rememberSearch(let text): searches.remember(text)
    case .recall(let request):
      if let recalled = try? record.recall(request, isCancelled: { Task.isCancelled }) {
        post(.recalled(serial: request.serial, recalled))
      }
    case .compare(let request):
      do {
        let text = try request.answer(readOn: ReadingRecord.day(of: request.earlier.time)) {
          Task.isCancelled
        }
        post(.compared(serial: request.serial, text))
      } catch {
        // Cancelled: nobody waits for an answer.
      }
    case .rememberPlace(let left): record.keep(left)
    case .recallView(let library):
      let (view, last) = record.view(of: library)
      post(.viewRecalled(view, last))
    case .rememberView(let library, let view): record.keep(view, of: library)
    case .findRepeats(let request):
      if let repeats = try? record.repeats(request, isCancelled: { Task.isCancelled }) {
        post(.repeatsFound(serial: request.serial, repeats))
      }
    case .remember(let remembrance):
      record.keep(remembrance)
      if !remembrance.changes.isEmpty { post(.kept) }
    case .summarize(let path): summarize(path, post)
    case .mark(let request): mark(request, post)
    case .bookmark(let request): record.keep(request)
    case .listPlaces(let kind): post(.placesListed(record.places(kind, library: library?.path)))
    case .copy(let extract): post(.handed(CopyJob.run(extract) { Task.isCancelled }))
    case .planImport(let request): plan(request, post)
    case .writeImport(let plan): post(.handed(ImportJob.write(plan)))
    case .write(let request): post(.handed(WriteJob.run(request)))
    case .pipe(let request):
      if let output = PipeJob.run(request, isCancelled: { Task.isCancelled }) {
        post(.piped(serial: request.serial, output))
      }
    case .edit(let request): post(.handed(Editor.run(Editor.program(for: request))))
    case .recallMarks(let serial, let briefing):
      post(.marksRecalled(serial: serial, record.marks(of: briefing)))
    case .attendState:
      record.attend { post($0) }
      post.waitUntilUnwanted()
    }
  }

  /// Keeps what is known of the library and of what was read for the next run at the end of the program, though the end
  /// does not wait for ever: who leaves had better wait some seconds for a slow disk than lose what was read.
  func close() {
    do { try record.close(milliseconds: 5000) } catch { Messages.say([error]) }
    guard let library else { return }
    let isDone = DispatchSemaphore(value: 0)
    DispatchQueue.global(qos: .userInitiated).async {
      library.close()
      isDone.signal()
    }
    _ = isDone.wait(timeout: .now() + .seconds(1))
  }

  /// Whether work needs the terminal: a browser or an editor in it.
  static let needsTerminal: @Sendable (Work) -> Bool = { work in
    switch work {
    case .launch(let address): Launcher.program(for: address.text).needsTerminal
    case .edit(let request): Editor.program(for: request).needsTerminal
    default: false
    }
  }

  /// The rows themselves are what ``follow(_:)`` tells. A frame waits a little for the end of this.
  private func look(_ post: Answers) {
    guard let library else { return }
    if library.isComplete { return library.lookAgain() }
    let isOver = DispatchSemaphore(value: 0)
    library.afterFirstLook { isOver.signal() }
    post.whenUnwanted { isOver.signal() }
    isOver.wait()
  }

  private func follow(_ post: Answers) {
    guard let library else { return }
    let path = library.path
    post.whenUnwanted { library.stopFollowing() }
    library.follow { event in
      seeds.take(event)
      switch event {
      case .known(let batch, let isLast): post(.catalogueKnown(path: path, batch, isLast: isLast))
      case .listed(let rows): post(.catalogue(path: path, rows: rows, isComplete: false))
      case .complete: post(.catalogue(path: path, rows: CatalogueBatch([], root: path), isComplete: true))
      case .changed(let change): post(.catalogueChanged(path: path, change))
      case .failed(let error): post(.catalogueFailed(path: path, message: error.message))
      case .indexing(let progress): post(.indexing(progress))
      case .searchable: post(.libraryChanged)
      }
    }
  }

  /// A page for reading.
  ///
  /// - Parameter onProgress: Told now and then how many bytes of the file were parsed.
  /// - Throws: `FileError` for what is too much, `CancellationError` when `isCancelled` returns true.
  static func page(
    of file: BriefingFile, isCancelled: () -> Bool, onProgress: (Int) -> Void = { _ in }
  ) throws -> Page {
    try Page(
      cutting: file.parse(isCancelled: isCancelled, onProgress: onProgress), width: Width.standard,
      settings: State.Options().page,
      isCancelled: isCancelled)
  }

  private func open(_ path: String, _ post: Answers) {
    // Nobody is told how far it has come before that takes a while.
    var next = ContinuousClock.now + .milliseconds(200)
    do {
      let isPipe = try PathKind(path) == .pipe
      // Asked for before it is read, so that no change is missed.
      let version = isPipe ? nil : FileStamp(path: path)
      var front = isPipe ? nil : self.front(path, version)
      if let front { show(front, path, version, post) }
      let file =
        isPipe
        ? try pipes.file(path: path)
        : try BriefingFile(path: path, root: library?.path, isCancelled: { Task.isCancelled })
      if let longer = front.take()?.extended(by: file.bytes) { show(longer, path, version, post) }
      let page = try Self.page(of: file, isCancelled: { Task.isCancelled }) { parsed in
        guard .now >= next else { return }
        next = .now + .milliseconds(Self.reportPause)
        post(.openingCame(path: path, percent: min(99, parsed * 100 / max(1, file.bytes.count))))
      }
      let arrival = isPipe ? nil : record.arrival(in: page, path: path, version: version) { Task.isCancelled }
      post(.opened(path: path, page, version: version, arrival: arrival))
    } catch let error as FileError {
      post(.openFailed(path: path, message: error.message))
    } catch {
      // Cancelled: nobody waits for an answer.
    }
  }

  /// The start of a long briefing that is read from there.
  private func front(_ path: String, _ version: FileStamp?) -> BriefingFront? {
    guard let version, BriefingFile.isLong(version), record.startsAtTop(path: path, version: version) else {
      return nil
    }
    return BriefingFile.front(path: path, root: library?.path, version: version)
  }

  private func show(_ front: BriefingFront, _ path: String, _ version: FileStamp?, _ post: Answers) {
    guard !front.isEmpty, let size = version?.size,
      let page = try? Page(
        front, width: Width.standard, settings: State.Options().page, isCancelled: { Task.isCancelled }),
      page.unitCount > 0
    else { return }
    post(.openedFront(path: path, page, size: Int(size)))
  }

  /// Tells what is remembered, and once more where files have changed since their sections were counted.
  private func summarize(_ path: String, _ post: Answers) {
    let summaries = record.summaries(of: path)
    post(.summarized(path: path, summaries))
    guard let library else { return }
    let isStale = try? record.countAgain(summaries, in: library) { Task.isCancelled }
    if isStale == true { post(.summarized(path: path, record.summaries(of: path))) }
  }

  private func mark(_ request: MarkRequest, _ post: Answers) {
    do {
      guard let part = try record.mark(request.path, request.kind) else {
        post(.markFailed(message: "“\(request.title)” is \(request.kind.rawValue) already."))
        // That sections were removed is known now.
        return post(.kept)
      }
      post(.marked(MarkUndo(label: request.label, parts: [part])))
    } catch let error as FileError {
      post(.markFailed(message: error.message))
    } catch {
      // Nobody cancels it.
    }
  }

  /// What is typed, with what it asks of the reading state.
  private func query(_ text: String) -> SearchQuery {
    let query = SearchQuery(parsing: text, isTyping: true, today: .today)
    guard let library else { return query }
    return query.resolved(in: library.path, record) { seeds.paths }
  }

  /// Milliseconds between two reports of how far work has come: of a search each has all that was found so far.
  private static let reportPause = 100

  private func find(_ request: FindRequest, _ post: Answers) {
    var isFirstKnown = request.found.isKnown(from: request.place)
    var next = ContinuousClock.now + .milliseconds(Self.reportPause)
    let answer = request.answer(isCancelled: { Task.isCancelled }) { found in
      let isNews = !isFirstKnown && found.isKnown(from: request.place)
      guard isNews || .now >= next else { return }
      isFirstKnown = isFirstKnown || isNews
      next = .now + .milliseconds(Self.reportPause)
      post(.foundSome(serial: request.serial, found))
    }
    if let answer { post(answer) }
  }

  private func find(_ request: SearchRequest, _ post: Answers) {
    let query = query(request.text)
    do {
      let results = try library?.search.search(
        query, order: request.order, limit: request.limit, isCancelled: { Task.isCancelled },
        early: { post(.searched(serial: request.serial, $0)) })
      if let results, !Task.isCancelled { post(.searched(serial: request.serial, results)) }
    } catch let error as FileError {
      post(.searched(serial: request.serial, SearchResults(text: request.text, note: error.message)))
    } catch {
      // Cancelled: nobody waits for an answer.
    }
  }

  private func plan(_ request: ImportRequest, _ post: Answers) {
    guard let library else { return }
    do {
      post(.importPlanned(serial: request.serial, try ImportJob.plan(request.source, into: library.path)))
    } catch {
      post(.importFailed(serial: request.serial, message: "Not imported: \(error.message)."))
    }
  }

  private func preview(_ path: String, _ post: Answers) {
    // What cannot be read is said when it is opened.
    guard
      let file = try? BriefingFile(path: path, root: library?.path, isCancelled: { Task.isCancelled }),
      let briefing = try? file.parse(isCancelled: { Task.isCancelled }),
      let page = try? Page(cutting: briefing, width: Width.standard, isCancelled: { Task.isCancelled })
    else { return }
    post(.previewed(path: path, page))
  }
}
