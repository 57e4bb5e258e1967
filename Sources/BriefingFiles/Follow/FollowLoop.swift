import BriefingCore
import Synchronization

/// What a follower's thread does: it sleeps until there are notices, the file may have come to rest, somebody
/// asks, or it is stopped.
final class FollowLoop: Sendable {
  private let path: String
  private let known: FileStamp?
  private let rest: Duration
  private let report: @Sendable (FileChange) -> Void
  private let inotify: Inotify
  /// What is watched from the start: whoever follows misses nothing from then on.
  private let name: FollowedName
  private let isAsked = Atomic(false)
  let sleeper: Sleeper

  init(
    path: String, known: FileStamp?, rest: Duration, report: @escaping @Sendable (FileChange) -> Void
  ) throws(FileError) {
    sleeper = try Sleeper(path: path)
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

  /// Lets `run` look at the file.
  func look() {
    isAsked.store(true, ordering: .releasing)
    sleeper.wake()
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
    while !sleeper.isStopped {
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
      sleeper.sleep(inotify.descriptor, until: file.deadline)
      for event in inotify.read() {
        let meaning = name.meaning(of: event)
        isOutdated = isOutdated || meaning.isOutdated
        if let notice = meaning.notice { file.note(notice, FileStamp(path: path), at: .now) }
      }
      if isAsked.exchange(false, ordering: .acquiring) {
        isOutdated = true
        file.note(.touched, FileStamp(path: path), at: .now)
      }
    }
  }

  private func send(_ change: FileChange) {
    if !sleeper.isStopped { report(change) }
  }
}
