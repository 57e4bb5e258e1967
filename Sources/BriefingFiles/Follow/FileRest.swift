import BriefingCore

/// Decides when a file that is being changed has come to rest, so that nobody reads half of it.
///
/// A value without a clock and without a file: it is told of notices and of stamps.
struct FileRest {
  /// What a notice says of the file.
  enum Notice: Hashable {
    /// A writer has closed it, or it was given its name as it is.
    case written
    /// It was made, and its writer may still be at it.
    case begun
    /// Its name is gone, its permissions or times are others, or somebody asks.
    case touched

    /// What has become of its name.
    init(_ change: Inotify.NameChange) {
      switch change {
      case .written: self = .written
      case .made: self = .begun
      case .touched, .gone: self = .touched
      }
    }
  }

  /// The stamp of what was reported last; nil where that was that it is gone.
  private(set) var known: FileStamp?
  private let rest: Duration
  private var seen: FileStamp?
  /// Since when it is as it was seen last.
  private var since: ContinuousClock.Instant?
  private var isBegun = false

  /// How many times as long it has to rest where no writer was seen to close it: links come so, and files that are
  /// still written.
  static let unclosed = 12
  /// The same where it is gone: editors put the old file aside before they write the new one.
  static let absent = 4

  /// Waits for a first notice.
  ///
  /// - Parameters:
  ///   - known: The stamp of what the reader has; nil where that is nothing.
  ///   - rest: How long a file has to be the same.
  init(known: FileStamp?, rest: Duration) {
    self.known = known
    self.rest = rest
  }

  /// When the file has to be looked at; nil for not before the next notice.
  var deadline: ContinuousClock.Instant? { since.map { $0 + patience } }

  private var patience: Duration {
    if seen == nil { return rest * Self.absent }
    return isBegun ? rest * Self.unclosed : rest
  }

  /// Takes a notice, with the file's stamp at that moment.
  mutating func note(_ notice: Notice, _ stamp: FileStamp?, at now: ContinuousClock.Instant) {
    switch notice {
    case .written: isBegun = false
    case .begun: isBegun = true
    // What only looks like news does not make it wait longer.
    case .touched: if since != nil, stamp == seen { return }
    }
    seen = stamp
    since = now
  }

  /// Takes a look at the file's stamp; returns what is to be reported, once it has rested.
  mutating func look(_ stamp: FileStamp?, at now: ContinuousClock.Instant) -> FileChange? {
    guard let deadline else { return nil }
    if stamp != seen {
      // It changed and nobody has told: its writer is still at it.
      isBegun = true
      seen = stamp
      since = now
      return nil
    }
    guard now >= deadline else { return nil }
    since = nil
    isBegun = false
    guard stamp != known else { return nil }
    known = stamp
    return stamp.map { .changed($0) } ?? .vanished
  }
}
