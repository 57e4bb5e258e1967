/// A folder and those below it, each of them watched, and what the notices of them mean.
struct WatchedFolders {
  private let root: String
  private let interval: Duration
  private let limit: Int
  /// Relative to the root, which is empty.
  private var paths: [Inotify.Watch: String] = [:]
  private let inotify: Inotify
  /// Whether the folders may be others than those that are watched, so that `watchAll` is due.
  private(set) var isOutdated = true
  /// Why not every change is seen.
  private(set) var failure: FileError?

  /// Watches nothing yet.
  ///
  /// - Parameters:
  ///   - interval: How often it is looked through where it cannot be watched.
  ///   - limit: Folders at most. The system has a limit of its own.
  init(root: String, inotify: Inotify, interval: Duration, limit: Int) {
    self.root = root
    self.inotify = inotify
    self.interval = interval
    self.limit = limit
  }

  /// Watches all folders that there are now, and no others. Folders that are watched stay so: nothing is missed.
  mutating func watchAll() {
    let old = paths.keys
    paths = [:]
    failure = nil
    isOutdated = false
    watchTree("", onlyFolders: true) { _ in }
    for watch in old where paths[watch] == nil { inotify.remove(watch) }
    if failure == nil, paths.isEmpty {
      failure = FileError(
        path: root, reason: "cannot be watched",
        advice: "check the path; it is looked for every \(interval.components.seconds) s")
    }
  }

  /// Adds what a notice tells to a batch.
  mutating func apply(_ event: Inotify.Event, to batch: inout ChangeBatch, at now: ContinuousClock.Instant) {
    switch event {
    case .overflow:
      isOutdated = true
      batch.addEverything(at: now)
    case .changed(let watch), .gone(let watch):
      guard let path = paths[watch] else { return }
      if case .gone = event { paths[watch] = nil }
      // Of the others, the folder that they stand in tells.
      guard path.isEmpty || paths[watch] == nil else { return }
      isOutdated = isOutdated || path.isEmpty
      batch.addEverything(at: now)
    case .name(let watch, let bytes, let change, let isFolder):
      guard let folder = paths[watch], bytes.first != UInt8(ascii: ".") else { return }
      guard isFolder || BriefingFile.isBriefing(name: bytes) else { return }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        batch.addEverything(at: now)
        return
      }
      let path = folder.appendingName(name)
      switch (isFolder, change != .gone) {
      case (false, _): batch.add(path, at: now)
      case (true, true):
        let isRead = watchTree(path) { batch.add($0, at: now) }
        if !isRead { batch.addEverything(at: now) }
      case (true, false):
        forget(path)
        batch.addEverything(at: now)
      }
    }
  }

  /// Watches a folder and those below it, and then tells the briefings in them: what comes later is noticed.
  ///
  /// - Parameter onlyFolders: Whether nobody wants to know the briefings.
  /// - Returns: Whether all of them could be read.
  @discardableResult
  private mutating func watchTree(
    _ path: String, onlyFolders: Bool = false, found: (String) -> Void
  ) -> Bool {
    var isRead = true
    var visited: Set<FolderID> = []
    var next = [path]
    while let path = next.popLast() {
      let full = root.appendingPath(path)
      do {
        let folder = try OpenFolder(full)
        // A mount that leads back, or a second one.
        guard visited.insert(folder.id).inserted else { continue }
        add(full, path)
        let contents = try FolderContents(of: folder, path: full, onlyFolders: onlyFolders)
        for item in (0..<contents.count).reversed() {
          switch contents.kind(at: item) {
          case .folder: next.append(path.appendingName(contents.name(at: item)))
          case .briefing, .unreadable: found(path.appendingName(contents.name(at: item)))
          case .notUTF8: isRead = false
          }
        }
      } catch {
        isRead = false
      }
    }
    return isRead
  }

  private mutating func add(_ full: String, _ path: String) {
    switch paths.count < limit ? inotify.add(full, followsLink: path.isEmpty) : .failure(.tooMany) {
    case .success(let watch): paths[watch] = path
    case .failure(let error):
      failure = failure ?? error.problem(path: root, interval: interval)
    }
  }

  /// Watches a folder that was moved away, and those below it, no longer: their paths are others now.
  private mutating func forget(_ path: String) {
    for (watch, watched) in paths {
      let isIn =
        watched.utf8.starts(with: path.utf8)
        && [nil, UInt8(ascii: "/")].contains(watched.utf8.dropFirst(path.utf8.count).first)
      guard isIn else { continue }
      paths[watch] = nil
      inotify.remove(watch)
    }
  }
}
