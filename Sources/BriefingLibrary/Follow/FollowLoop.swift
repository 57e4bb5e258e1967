import Glibc
import Synchronization

/// What a follower's thread does: it sleeps in `poll` until there are notices, the file may have come to rest, somebody
/// asks, or it is stopped.
final class FollowLoop: Sendable {
  private let path: String
  private let known: FileStamp?
  private let rest: Duration
  private let report: @Sendable (FileChange) -> Void
  private let inotify: Inotify
  /// What is watched from the start: whoever follows misses nothing from then on.
  private let name: FollowedName
  private let isStopped = Atomic(false)
  private let isAsked = Atomic(false)
  /// A byte here wakes the thread.
  private let readEnd: Int32
  private let writeEnd: Int32

  init(
    path: String, known: FileStamp?, rest: Duration, report: @escaping @Sendable (FileChange) -> Void
  ) throws(FileError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw FileError(path: path, errno: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
    self.path = path
    self.known = known
    let inotify = Inotify()
    self.inotify = inotify
    var name = FollowedName(path: path, inotify: inotify)
    name.watch()
    self.name = name
    self.rest = max(rest, .milliseconds(10))
    self.report = report
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Lets `run` return; from any thread.
  func stop() {
    isStopped.store(true, ordering: .releasing)
    wake()
  }

  /// Lets `run` look at the file.
  func look() {
    isAsked.store(true, ordering: .releasing)
    wake()
  }

  private func wake() {
    var byte: UInt8 = 0
    // Where the pipe is full, it is awake anyway.
    _ = write(writeEnd, &byte, 1)
  }

  /// Follows until it is stopped.
  func run() {
    var name = name
    var file = FileRest(known: known, rest: rest)
    var isFailureKnown = false
    var isOutdated = false
    if let failure = name.failure {
      isFailureKnown = true
      send(.notSeen(failure))
    }
    // It may have changed before it was watched.
    file.note(.touched, FileStamp(path: path), at: .now)
    while !isStopped.load(ordering: .acquiring) {
      if isOutdated {
        name.watch()
        isOutdated = false
        if let failure = name.failure, !isFailureKnown { send(.notSeen(failure)) }
        isFailureKnown = name.failure != nil
      }
      if let deadline = file.deadline, deadline <= .now,
        let change = file.look(FileStamp(path: path), at: .now)
      {
        send(change)
      }
      sleep(until: file.deadline)
      for notice in inotify.readNotices() {
        let meaning = name.meaning(of: notice)
        isOutdated = isOutdated || meaning.isOutdated
        if meaning.isAbout { file.note(notice.kind, FileStamp(path: path), at: .now) }
      }
      if isAsked.exchange(false, ordering: .acquiring) {
        isOutdated = true
        file.note(.touched, FileStamp(path: path), at: .now)
      }
    }
  }

  private func send(_ change: FileChange) {
    if !isStopped.load(ordering: .acquiring) { report(change) }
  }

  private func sleep(until deadline: ContinuousClock.Instant?) {
    var milliseconds = Int32(-1)
    if let deadline {
      let left = max(.zero, ContinuousClock.now.duration(to: deadline))
      // Rounded up, so that it does not wake too early again and again.
      milliseconds = Int32(min(left / .milliseconds(1) + 1, Double(Int32.max)))
    }
    var sources = [inotify.descriptor, readEnd].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    poll(&sources, nfds_t(sources.count), milliseconds)
    var bytes: [UInt8] = Array(repeating: 0, count: 64)
    _ = read(readEnd, &bytes, bytes.count)
  }
}
