/// What a watcher's thread does: it sleeps until there are notices, gathered changes are due, or it is stopped.
final class WatchLoop: Sendable {
  private let path: String
  private let interval: Duration
  private let limit: Int
  private let report: @Sendable (FolderChange) -> Void
  private let inotify = Inotify()
  let sleeper: Sleeper

  init(
    path: String, interval: Duration, limit: Int, report: @escaping @Sendable (FolderChange) -> Void
  ) throws(FileError) {
    sleeper = try Sleeper(path: path)
    self.path = path
    self.interval = max(interval, .milliseconds(100))
    self.limit = limit
    self.report = report
  }

  /// Watches until it is stopped.
  func run() {
    var folders = WatchedFolders(root: path, inotify: inotify, interval: interval, limit: limit)
    var batch = ChangeBatch()
    var isFailureKnown = false
    // When everything is looked through: at the start, and then only where not every change is seen.
    var next: ContinuousClock.Instant? = .now
    while !sleeper.isStopped {
      let now = ContinuousClock.now
      let isTime = next.map { $0 <= now } ?? false
      let isDue = isTime || batch.deadline.map { $0 <= now } ?? false
      if isTime { batch.addEverything(at: now) }
      if isTime || isDue && folders.isOutdated { folders.watchAll() }
      if let failure = folders.failure {
        if !isFailureKnown { send(.notSeen(failure)) }
        if isTime || next == nil { next = now + interval }
      } else {
        next = nil
      }
      isFailureKnown = folders.failure != nil
      if isDue, let change = batch.take() { send(change) }
      sleeper.sleep(inotify.descriptor, until: [batch.deadline, next].compactMap(\.self).min())
      for event in inotify.read() { folders.apply(event, to: &batch, at: .now) }
    }
  }

  private func send(_ change: FolderChange) {
    if !sleeper.isStopped { report(change) }
  }
}
