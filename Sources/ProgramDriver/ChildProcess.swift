import Glibc

/// A program that was started, until its end has been waited for.
///
/// Not by Foundation's `Process`: its children inherit blocked signals, its arguments are UTF-8, and it does not say
/// what a child has used.
public struct ChildProcess: Sendable {
  /// Its process.
  public let id: pid_t

  /// Where a standard stream leads.
  public enum Stream: Sendable {
    /// A file that is read.
    case reading(String)
    /// A file that is made or emptied, and written.
    case writing(String)
    /// A terminal, by its name. As standard input of a session of its own it becomes that session's terminal.
    case terminal(String)
  }

  /// How a program ended, and what it took.
  public struct Ending: Hashable, Sendable {
    /// Its exit status; nil where a signal ended it.
    public var status: Int32?
    /// The signal that ended it; nil where it ended by itself.
    public var signal: Int32?
    /// Seconds of the processor that it and its children used.
    public var processorSeconds: Double

    /// The status as a shell tells it: 128 and more for a signal.
    public var shellStatus: Int32 { status ?? 128 + (signal ?? 0) }
  }

  /// `POSIX_SPAWN_SETSID`, which glibc has and its Swift module has not.
  private static let setSID: Int16 = 0x80

  /// Starts a program, looked up in this process's `PATH` unless its name has a slash.
  ///
  /// - Parameters:
  ///   - words: Its name and its arguments, as bytes: a path need not be UTF-8.
  ///   - hasOwnSession: Whether it leads a session of its own.
  public init(
    _ words: [[UInt8]], environment: [String: String], input: Stream = .reading("/dev/null"), output: Stream,
    errors: Stream, hasOwnSession: Bool = false
  ) throws(DriverFailure) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, stream) in [(STDIN_FILENO, input), (STDOUT_FILENO, output), (STDERR_FILENO, errors)] {
      switch stream {
      case .reading(let path): posix_spawn_file_actions_addopen(&actions, descriptor, path, O_RDONLY, 0)
      case .writing(let path):
        posix_spawn_file_actions_addopen(&actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      case .terminal(let path): posix_spawn_file_actions_addopen(&actions, descriptor, path, O_RDWR, 0)
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(
      &attributes,
      (hasOwnSession ? Self.setSID : 0) | Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)

    var process: pid_t = 0
    var arguments = words.map { word in (word + [0]).withUnsafeBytes { strdup($0.baseAddress!) } } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    guard let name = arguments[0] else { throw DriverFailure("there is no program to start") }
    let failure = posix_spawnp(&process, name, &actions, &attributes, &arguments, &variables)
    guard failure == 0 else {
      throw DriverFailure("\(String(cString: name)) cannot be started", errno: failure)
    }
    id = process
  }

  /// Waits for its end.
  public func wait() -> Ending { ending(options: 0) ?? Ending(processorSeconds: 0) }

  /// How it ended; nil while it runs. Once it has been answered, there is nothing more to ask.
  public func endingIfOver() -> Ending? { ending(options: WNOHANG) }

  private func ending(options: Int32) -> Ending? {
    var status: Int32 = 0
    var usage = rusage()
    while true {
      let process = wait4(id, &status, options, &usage)
      if process == id { break }
      guard process < 0, errno == EINTR else { return nil }
    }
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
    let signal = status & 0x7F
    return Ending(
      status: signal == 0 ? (status >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal,
      processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime))
  }
}
