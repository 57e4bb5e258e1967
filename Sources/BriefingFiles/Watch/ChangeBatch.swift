/// Changes that are gathered until it is quiet, to be reported at once.
struct ChangeBatch {
  /// How long it has to be quiet.
  static let quiet = Duration.milliseconds(100)
  /// How long a change waits at most, however many others follow.
  static let longest = Duration.seconds(1)

  private var files: Set<String> = []
  private var isEverything = false
  private var started: ContinuousClock.Instant?
  private var latest: ContinuousClock.Instant?

  /// When the changes are due; nil where there are none.
  var deadline: ContinuousClock.Instant? {
    guard let started, let latest else { return nil }
    return min(latest + Self.quiet, started + Self.longest)
  }

  /// Adds a briefing by its path.
  mutating func add(_ path: String, at now: ContinuousClock.Instant) {
    touch(now)
    guard !isEverything else { return }
    let (isNew, member) = files.insert(path)
    // A set takes two names for one that differ only in how they compose their letters.
    if !isNew, !member.utf8.elementsEqual(path.utf8) { addEverything(at: now) }
  }

  /// Notes that more has changed than can be named.
  mutating func addEverything(at now: ContinuousClock.Instant) {
    touch(now)
    isEverything = true
    files = []
  }

  /// Takes what was gathered; nil where there is nothing.
  mutating func take() -> FolderChange? {
    guard started != nil else { return nil }
    defer { self = ChangeBatch() }
    return isEverything ? .everything : .files(files)
  }

  private mutating func touch(_ now: ContinuousClock.Instant) {
    if started == nil { started = now }
    latest = now
  }
}
