import Glibc
import Synchronization

/// What a watcher's thread does: it sleeps in `poll` until there are notices, gathered changes are due, or it is
/// stopped.
final class WatchLoop: Sendable {
  private let path: String
  private let interval: Duration
  private let limit: Int
  private let report: @Sendable (FolderChange) -> Void
  private let inotify = Inotify()
  private let isStopped = Atomic(false)
  /// A byte here wakes the thread.
  private let readEnd: Int32
  private let writeEnd: Int32

  init(
    path: String, interval: Duration, limit: Int, report: @escaping @Sendable (FolderChange) -> Void
  ) throws(FileError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw FileError(path: path, errno: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (readEnd, writeEnd) = (ends[0], ends[1])
    self.path = path
    self.interval = max(interval, .milliseconds(100))
    self.limit = limit
    self.report = report
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Lets `run` return; from any thread.
  func stop() {
    guard !isStopped.exchange(true, ordering: .relaxed) else { return }
    var byte: UInt8 = 0
    _ = write(writeEnd, &byte, 1)
  }

  /// Watches until it is stopped.
  func run() {
    var folders = WatchedFolders(root: path, inotify: inotify, interval: interval, limit: limit)
    var batch = ChangeBatch()
    var isFailureKnown = false
    // When everything is looked through: at the start, and then only where not every change is seen.
    var next: ContinuousClock.Instant? = .now
    while !isStopped.load(ordering: .relaxed) {
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
      sleep(until: [batch.deadline, next].compactMap(\.self).min())
      for event in inotify.read() { folders.apply(event, to: &batch, at: .now) }
    }
  }

  private func send(_ change: FolderChange) {
    if !isStopped.load(ordering: .relaxed) { report(change) }
  }

  /// Sleeps until there are notices, it is time, or the watcher is stopped.
  private func sleep(until deadline: ContinuousClock.Instant?) {
    var milliseconds = Int32(-1)
    if let deadline {
      let left = max(.zero, ContinuousClock.now.duration(to: deadline))
      // Rounded up, so that it does not wake too early again and again.
      milliseconds = Int32(min(left / .milliseconds(1) + 1, Double(Int32.max)))
    }
    var sources = [inotify.descriptor, readEnd].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    poll(&sources, nfds_t(sources.count), milliseconds)
  }
}
