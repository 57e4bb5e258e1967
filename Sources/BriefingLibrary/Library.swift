import BriefingCore
import BriefingFiles
import BriefingSearch
import Dispatch
import Synchronization

/// A folder of briefings: its list, what can be found in it, and what changes in both.
///
/// The folder is walked once for all of them. One object a program and folder; it can be used from any thread.
public final class Library: Sendable {
  /// The folder as given; paths of rows and hits start with it.
  public let path: String
  /// Finds sections in it.
  public let search: LibrarySearch
  private let cache: CatalogueCache?
  private let state = Mutex(State())
  /// One looks at the folder at a time.
  private let looking = Mutex(())
  /// Reads what is found when the whole folder is looked at. Whoever watches does not wait for it: what comes meanwhile is
  /// told at once.
  private let reading = DispatchQueue(label: "briefings", qos: .userInitiated)
  /// Reads large files, one after the other: nothing else waits for them.
  private let large = DispatchQueue(label: "large briefings", qos: .utility)
  /// What the index has to be brought up to date with.
  private let toIndex = IndexQueue()
  private let firstLook = DispatchGroup()

  private struct State {
    var catalogue = Catalogue()
    /// Takes what is told.
    var report: (@Sendable (LibraryEvent) -> Void)?
    /// Whether all files were read once.
    var isComplete = false
    /// Whether the folder was looked at since it is there.
    var isListed = false
    /// Whether the first look is over, or has failed.
    var hasLooked = false
  }

  /// Makes a library of a folder; nothing is read yet.
  ///
  /// - Parameter cache: The folder of the user's caches; nil for the one that the environment names.
  public init(path: String, cache: String? = nil) {
    self.path = path
    search = LibrarySearch(library: path, cache: cache)
    self.cache = try? CatalogueCache(library: path, cache: cache)
    firstLook.enter()
  }

  // MARK: The list alone

  /// Tells the rows of all briefings as they come: those that the cache knows first, the others newest first, and large
  /// ones last, one by one.
  ///
  /// A briefing that cannot be read has a row that says why; one that is removed meanwhile has none.
  ///
  /// - Parameters:
  ///   - isCancelled: Asked on the calling thread, some ten times a second.
  ///   - report: Called on the calling thread.
  /// - Returns: Whether it came to the end; false where it was cancelled.
  /// - Throws: Why the folder itself cannot be read.
  @discardableResult
  public func list(
    isCancelled: () -> Bool = { false }, report: ([CatalogueRow]) -> Void
  ) throws(FileError) -> Bool {
    guard let listing = try FolderListing(walking: path, isCancelled: isCancelled) else { return false }
    recall { _, _ in }
    let (files, rows) = state.withLock { state in
      let (files, change) = state.catalogue.compare(listing, root: path)
      let rows = state.catalogue.rows
      let unread =
        rows.isEmpty ? [] : Set(files.compactMap { rows.index(of: path.appendingName($0.path)) })
      let known = state.catalogue.rows.indices.lazy.filter { !unread.contains($0) }
      return (files, known.map { state.catalogue.rows[$0] } + change.put)
    }
    if !rows.isEmpty { report(rows) }
    func take(_ answers: [CatalogueReader.Answer]) {
      state.withLock { state in
        for (file, card) in answers { _ = state.catalogue.take(card, of: file, root: path) }
      }
      // Also what has turned out to be as the cache had it: it was not told yet.
      let rows = answers.compactMap { $0.row?.row }
      if !rows.isEmpty { report(rows) }
    }
    let (small, large) = Self.parts(of: files)
    guard CatalogueReader(small, root: path).run(isCancelled: isCancelled, report: take) else { return false }
    for file in large {
      guard let answer = try? CatalogueReader.row(of: file, in: path, isCancelled: isCancelled) else {
        return false
      }
      take([answer])
    }
    store()
    return true
  }

  // MARK: All of it

  /// Lists the folder, brings the index up to date, and tells what changes, until it is cancelled or the library is closed:
  /// it sleeps until files change. A folder that is missing is waited for.
  ///
  /// - Parameters:
  ///   - isCancelled: Asked when something has happened.
  ///   - report: Called on any thread, one call at a time, in the order of what happens to the list.
  public func follow(
    isCancelled: () -> Bool = { false }, report: @escaping @Sendable (LibraryEvent) -> Void
  ) {
    // Until the library was looked at, nobody knows what can be found.
    report(.indexing(IndexProgress(done: 0, total: 0)))
    recall { batch, isLast in
      report(.known(batch, isLast: isLast))
      // A frame need not wait for more.
      finishFirstLook()
    }
    state.withLock { $0.report = report }
    var told: FileError?
    while !isCancelled(), !toIndex.isOver {
      do {
        let watcher = try FolderWatcher(path: path) { [self] in note($0) }
        told = nil
        defer { watcher.stop() }
        while !isCancelled(), let work = toIndex.next(), index(work, isCancelled, report) {}
      } catch {
        if error != told { lose(error) }
        told = error
        // Nobody tells when a folder comes into being.
        toIndex.wait(atMost: .milliseconds(400))
      }
    }
  }

  /// Whether all files were read once.
  public var isComplete: Bool { state.withLock(\.isComplete) }

  /// Looks at the whole folder again, for what nobody tells: changes that other machines make on a network's file system.
  public func lookAgain() {
    try? lookAtAll()
  }

  /// Waits until the folder was looked at once or cannot be, or the cache has told the first rows.
  public func waitForFirstLook(isCancelled: () -> Bool) {
    while firstLook.wait(timeout: .now() + .milliseconds(50)) == .timedOut, !isCancelled() {}
  }

  /// Ends ``follow(isCancelled:report:)``, keeps what is known for the next run, and puts the index away.
  public func close() {
    toIndex.end()
    store()
    search.close()
  }

  // MARK: Looking

  /// Takes what the watcher tells: into the list at once, and then to the index, which may be at work for long.
  private func note(_ change: FolderChange) {
    switch change {
    // That changes are not seen at once is not a change.
    case .notSeen: break
    case .files(let paths):
      guard look(at: paths) else { return note(.everything) }
      // Behind the look at everything that may be under way, which is older.
      reading.async { self.toIndex.add(paths) }
    case .everything:
      do { try lookAtAll() } catch { toIndex.addLoss() }
    }
  }

  /// Looks at the whole folder, and returns when it is known what has to be read.
  private func lookAtAll() throws(FileError) {
    let result = looking.withLock { _ -> Result<Void, FileError> in
      do throws(FileError) {
        guard let listing = try FolderListing(walking: path) else { return .success(()) }
        let (isFirst, (files, change)) = state.withLock { state in
          defer { state.isListed = true }
          return (!state.isListed, state.catalogue.compare(listing, root: path))
        }
        reading.async { [self] in
          read(files, change, isFirst: isFirst)
          // The list comes first.
          toIndex.add(listing)
        }
        return .success(())
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// Looks at some files; false where more than files may have changed.
  private func look(at paths: Set<String>) -> Bool {
    looking.withLock { _ in
      guard let (files, change) = state.withLock({ $0.catalogue.compare(paths, root: path) }) else {
        return false
      }
      read(files, change, isFirst: false)
      return true
    }
  }

  /// So many files at most are told of at once, with those that are gone: of a briefing that was renamed both are needed.
  private static let batch = 64

  /// Reads files and tells of them: as they come the first time, else at once where they are few.
  private func read(_ files: [Catalogue.File], _ change: CatalogueChange, isFirst: Bool) {
    let (small, large) = Self.parts(of: files)
    var change = change
    let isWhole = !isFirst && small.count <= Self.batch
    if !isWhole { tell(&change) }
    _ = CatalogueReader(small, root: path).run(isCancelled: { false }) { answers in
      take(answers, isFirst: isFirst, into: &change)
      if !isWhole { tell(&change) }
    }
    tell(&change)
    for file in large {
      self.large.async { [self] in
        guard let answer = try? CatalogueReader.row(of: file, in: path, isCancelled: { false }) else {
          return
        }
        var change = CatalogueChange()
        take([answer], isFirst: isFirst, into: &change)
        tell(&change)
      }
    }
    guard isFirst else { return }
    // At once where nothing is left, so that whoever waits for the first look sees it all.
    if large.isEmpty { complete() }
    finishFirstLook()
    self.large.async { [self] in
      if !large.isEmpty { complete() }
      store()
    }
  }

  private func complete() {
    state.withLock { state in
      // The folder may be gone by now.
      guard state.isListed else { return }
      state.isComplete = true
      state.report?(.complete)
    }
  }

  private static func parts(
    of files: [Catalogue.File]
  ) -> (small: [Catalogue.File], large: [Catalogue.File]) {
    (
      files.filter { !LargeFiles.contains($0.stamp.size) },
      files.filter { LargeFiles.contains($0.stamp.size) }
    )
  }

  /// Takes rows in; the first time they are told at once, else they become part of a change.
  private func take(_ answers: [CatalogueReader.Answer], isFirst: Bool, into change: inout CatalogueChange) {
    state.withLock { state in
      var rows: [CatalogueCard] = []
      for (file, row) in answers where state.catalogue.take(row, of: file, root: path) {
        if let row { rows.append(row) } else { change.removed.append(path.appendingName(file.path)) }
      }
      if !isFirst { change.put += rows.map(\.row) } else if !rows.isEmpty { state.report?(.listed(rows)) }
    }
  }

  private func tell(_ change: inout CatalogueChange) {
    if !change.isEmpty { state.withLock { [change] in $0.report?(.changed(change)) } }
    change = CatalogueChange()
  }

  /// Tells that the folder is not there.
  private func lose(_ error: FileError) {
    state.withLock { state in
      let gone = state.catalogue.removeAll()
      if !gone.isEmpty { state.report?(.changed(CatalogueChange(removed: gone))) }
      (state.isComplete, state.isListed) = (false, false)
      state.report?(.failed(error))
      state.report?(.indexing(nil))
    }
    finishFirstLook()
  }

  private func finishFirstLook() {
    let isFirst = state.withLock { state in
      defer { state.hasLooked = true }
      return !state.hasLooked
    }
    if isFirst { firstLook.leave() }
  }

  /// Takes the rows that the cache has.
  private func recall(_ report: (_ batch: CatalogueBatch, _ isLast: Bool) -> Void) {
    cache?.forEachBatch { batch, isLast in
      // First those who wait for rows.
      report(batch, isLast)
      state.withLock { $0.catalogue.recall(batch) }
    }
  }

  /// Writes the cache where it is not as the list is.
  private func store() {
    guard let cache else { return }
    let catalogue = state.withLock { state -> Catalogue? in
      guard !state.catalogue.isCached else { return nil }
      state.catalogue.noteCached()
      return state.catalogue
    }
    if let catalogue { cache.write(catalogue) }
  }

  // MARK: The index

  /// Results that are shown are asked for again this often at most while an index grows.
  private static let interval = Duration.milliseconds(500)

  /// Brings the index up to date; false where the folder is lost.
  private func index(
    _ work: IndexQueue.Item, _ isCancelled: () -> Bool, _ report: (LibraryEvent) -> Void
  ) -> Bool {
    var lastChange = ContinuousClock.now
    var hasProgress = false
    let show = { (progress: IndexProgress) in
      hasProgress = true
      report(.indexing(progress))
      if lastChange.duration(to: .now) > Self.interval {
        lastChange = .now
        report(.searchable)
      }
    }
    let done: LibrarySearch.Report?
    // It may be small, or another program was faster: then no index tells that something has changed.
    var saysSo = true
    switch work {
    case .lost: return false
    case .files(let paths): done = try? search.refresh(files: paths, isCancelled: isCancelled, report: show)
    case .listing(let listing, let isFirst):
      saysSo = !isFirst
      done = try? search.refresh(.ifLarge, listing, isCancelled: isCancelled, report: show)
    }
    report(.indexing(nil))
    if let done, saysSo || hasProgress || done.read + done.removed > 0 || done.remadeBecause != nil {
      report(.searchable)
    }
    return true
  }
}
