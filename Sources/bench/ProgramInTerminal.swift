import Foundation

/// A program in a terminal without a window: its keys are pressed and its output is timed.
final class ProgramInTerminal {
  /// How a program answers a key, in seconds from the key on.
  struct Answer {
    /// When the first of its output came.
    var first: Double
    /// When the last of it came, before a silence.
    var last: Double
    /// How much it wrote.
    var bytes: Int
  }

  /// `POSIX_SPAWN_SETSID`, which glibc has and its Swift module has not.
  private static let setSID: Int16 = 0x80

  private let process: pid_t
  /// The end that a window would be at.
  private let terminal: Int32
  private var isRunning = true

  /// Starts a program, in a session of its own whose terminal this is.
  init(
    _ words: [String], environment: [String: String], columns: UInt16, rows: UInt16
  ) throws {
    var (terminal, other): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: Int(PATH_MAX))
    var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&terminal, &other, &name, nil, &window) == 0 else { throw Failure("no terminal", errno) }
    // Held open until the program has it, and no longer: then its end is seen.
    defer { close(other) }
    for end in [terminal, other] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened by its name, it becomes the terminal of the session.
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, name, O_RDWR, 0)
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, descriptor)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(
      &attributes, Self.setSID | Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)

    var process: pid_t = 0
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    let failure = posix_spawn(&process, words[0], &actions, &attributes, &arguments, &variables)
    guard failure == 0 else {
      close(terminal)
      throw Failure("\(words[0]) cannot be started", failure)
    }
    (self.process, self.terminal) = (process, terminal)
  }

  deinit {
    if isRunning {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(terminal)
  }

  /// Presses keys at once and times what is written until nothing more comes for `silence` seconds.
  func answer(to keys: String, silence: Double = 0.3) throws -> Answer {
    let start = ContinuousClock.now
    try write(keys)
    var answer = Answer(first: 0, last: 0, bytes: 0)
    while let count = try read(within: answer.bytes > 0 ? silence : 10) {
      let time = start.duration(to: .now) / .seconds(1)
      if answer.bytes == 0 { answer.first = time }
      answer.last = time
      answer.bytes += count
    }
    guard answer.bytes > 0 else { throw Failure("no answer to the keys \(keys.debugDescription)") }
    return answer
  }

  /// Presses a key and says, in seconds, when the first output that follows came; 0 where the key changes nothing
  /// and the program is at rest.
  func firstAnswer(to key: String) throws -> Double {
    let start = ContinuousClock.now
    try write(key)
    return try firstAnswer(since: start)
  }

  /// Gives the terminal another size, and says when the first output that follows came.
  func resize(columns: UInt16, rows: UInt16) throws -> Double {
    var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    let start = ContinuousClock.now
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &window)
    return try firstAnswer(since: start)
  }

  private func firstAnswer(since start: ContinuousClock.Instant) throws -> Double {
    for _ in 0..<600 {
      let work = processorTime
      guard try read(within: 0.2) != nil else {
        if work == processorTime { return 0 }
        continue
      }
      let time = start.duration(to: .now) / .seconds(1)
      while try read(within: 0.1) != nil {}
      return time
    }
    throw Failure("no answer to a key")
  }

  /// Waits until a text or another one is written, and says how many seconds that took. It may be found only where it is written in
  /// one piece.
  @discardableResult
  func waitForText(_ text: String, or other: String? = nil) throws -> Double {
    let start = ContinuousClock.now
    var written: [UInt8] = []
    while start.duration(to: .now) < .seconds(120) {
      if try read(within: 1, adding: &written) == nil { continue }
      if [text, other ?? text].contains(where: { written.firstRange(of: Array($0.utf8)) != nil }) {
        return start.duration(to: .now) / .seconds(1)
      }
    }
    throw Failure("\(text) is not written")
  }

  /// Sends a signal and says in how many seconds the program has ended.
  func end(by signal: Int32) throws -> Double {
    let start = ContinuousClock.now
    kill(process, signal)
    while start.duration(to: .now) < .seconds(120) {
      _ = try? read(within: 0.001)
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        isRunning = false
        return start.duration(to: .now) / .seconds(1)
      }
      usleep(500)
    }
    throw Failure("the program does not end")
  }

  /// The most memory that it has had, in bytes.
  var memoryPeak: Int {
    let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.split(separator: " ").dropLast().last ?? "") }.map { $0 * 1024 } ?? 0
  }

  /// Waits until the program neither writes nor computes for a second.
  func settle() throws {
    for _ in 0..<600 {
      let work = processorTime
      var isSilent = true
      let start = ContinuousClock.now
      while start.duration(to: .now) < .seconds(1) {
        if try read(within: 1 - start.duration(to: .now) / .seconds(1)) != nil { isSilent = false }
      }
      if isSilent, work == processorTime { return }
    }
    throw Failure("the program does not come to rest")
  }

  /// Presses keys that end the program; it is killed where they do not. Returns its exit status.
  func end(with keys: String) throws -> Int32 {
    try write(keys)
    for _ in 0..<500 {
      // What it writes has to be read, or it would wait.
      _ = try? read(within: 0.01)
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        isRunning = false
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
      }
      usleep(1000)
    }
    throw Failure("the program does not end")
  }

  /// Ticks of the processor that it has used.
  private var processorTime: [Substring] {
    let stat = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    // Behind the name, which can hold anything.
    let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
    return fields.count > 12 ? Array(fields[11...12]) : []
  }

  private func write(_ keys: String) throws {
    var bytes = Array(keys.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(terminal, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { throw Failure("the terminal takes no keys", errno) }
      bytes = bytes.dropFirst(max(0, count))
    }
  }

  /// Reads once and says how much came; nil where nothing did in so many seconds.
  private func read(within seconds: Double) throws -> Int? {
    var written: [UInt8] = []
    return try read(within: seconds, adding: &written)
  }

  /// Reads once, and adds what came.
  private func read(within seconds: Double, adding written: inout [UInt8]) throws -> Int? {
    var source = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, Int32(max(0, (seconds * 1000).rounded(.up)))) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = Glibc.read(terminal, &buffer, buffer.count)
    guard count > 0 else { throw Failure("the program has ended") }
    written += buffer[..<count]
    return count
  }

  /// Why nothing can be measured.
  struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ what: String, _ error: Int32? = nil) {
      description = error.map { "\(what): \(String(cString: strerror($0)))" } ?? what
    }
  }
}
