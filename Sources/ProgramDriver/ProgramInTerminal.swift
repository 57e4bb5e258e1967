import Glibc

/// A program in a terminal without a window: its keys are pressed, its output is read and timed.
public final class ProgramInTerminal {
  /// How a program answers a key, in seconds from the key on.
  public struct Answer: Sendable {
    /// When the first of its output came.
    public var first: Double
    /// When the last of it came, before a silence.
    public var last: Double
    /// How much it wrote.
    public var bytes: Int
  }

  /// Takes the output in as it comes.
  public var onOutput: (UnsafeRawBufferPointer) -> Void = { _ in }
  /// The terminal that it has.
  public let pair: TerminalPair
  /// How it ended; nil while it runs, as far as has been seen.
  public private(set) var ending: ChildProcess.Ending?
  /// The terminal's modes before the program was started.
  public let initialModes: termios
  private let child: ChildProcess
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65536, alignment: 16)

  /// Its process.
  public var id: pid_t { child.id }

  /// Starts a program in a session of its own whose terminal has a size in cells.
  ///
  /// - Parameters:
  ///   - words: Its path and its arguments, as bytes.
  ///   - echoes: Whether the terminal shows what is typed while no program reads single keys. Then what is
  ///     typed too early or too late comes back among the output.
  ///   - forgets: Whether `^C`, `^Z` and `^\` drop what was typed and what was written before them and nobody has read
  ///     yet, as terminals do. Then the output may be cut anywhere, and what gives the terminal back may be lost.
  public init(
    bytes words: [[UInt8]], environment: [String: String], columns: UInt16, rows: UInt16, echoes: Bool = true,
    forgets: Bool = true
  ) throws(DriverFailure) {
    pair = try TerminalPair(columns: columns, rows: rows)
    if !echoes { pair.modes.c_lflag &= ~tcflag_t(ECHO) }
    if !forgets { pair.modes.c_lflag |= tcflag_t(NOFLSH) }
    initialModes = pair.modes
    let stream = ChildProcess.Stream.terminal(pair.name)
    child = try ChildProcess(
      words, environment: environment, input: stream, output: stream, errors: stream, hasOwnSession: true)
    // Held open until the program has it, and no longer: then its end is seen.
    pair.closeTerminal()
  }

  /// Starts a program by words that are text.
  public convenience init(
    _ words: [String], environment: [String: String], columns: UInt16, rows: UInt16
  ) throws(DriverFailure) {
    try self.init(
      bytes: words.map { Array($0.utf8) }, environment: environment, columns: columns, rows: rows)
  }

  deinit {
    if ending == nil {
      kill(child.id, SIGKILL)
      _ = child.wait()
    }
    buffer.deallocate()
  }

  /// Presses keys at once and times what is written until nothing more comes for `silence` seconds.
  ///
  /// - Throws: `DriverFailure` where nothing comes within `patience` seconds, or the program has ended.
  public func answer(
    to keys: String, silence: Double = 0.3, patience: Double = 10
  ) throws(DriverFailure) -> Answer {
    let start = ContinuousClock.now
    try write(Array(keys.utf8))
    var answer = Answer(first: 0, last: 0, bytes: 0)
    while let count = try read(within: answer.bytes > 0 ? silence : patience) {
      let time = start.duration(to: .now) / .seconds(1)
      if answer.bytes == 0 { answer.first = time }
      answer.last = time
      answer.bytes += count
    }
    guard answer.bytes > 0 else { throw DriverFailure("no answer to the keys \(keys.debugDescription)") }
    return answer
  }

  /// Presses a key and returns after how many seconds the first output that follows came; 0 where the key changes nothing
  /// and the program is at rest.
  public func firstAnswer(to key: String) throws(DriverFailure) -> Double {
    let start = ContinuousClock.now
    try write(Array(key.utf8))
    return try firstAnswer(since: start)
  }

  /// Gives the terminal another size and returns after how many seconds the first output that follows came.
  public func firstAnswer(toColumns columns: UInt16, rows: UInt16) throws(DriverFailure) -> Double {
    let start = ContinuousClock.now
    pair.resize(columns: columns, rows: rows)
    return try firstAnswer(since: start)
  }

  private func firstAnswer(since start: ContinuousClock.Instant) throws(DriverFailure) -> Double {
    for _ in 0..<600 {
      let work = ProcessFacts(child.id)?.processorTicks
      guard try read(within: 0.2) != nil else {
        if work == ProcessFacts(child.id)?.processorTicks { return 0 }
        continue
      }
      let time = start.duration(to: .now) / .seconds(1)
      while try read(within: 0.1) != nil {}
      return time
    }
    throw DriverFailure("no answer to a key")
  }

  /// Waits until one of some texts is written and returns how many seconds that took. A text may be found only where it is
  /// written in one piece.
  @discardableResult
  public func waitForText(_ text: String, or others: String...) throws(DriverFailure) -> Double {
    let start = ContinuousClock.now
    let wanted = ([text] + others).map { Array($0.utf8) }
    var written: [UInt8] = []
    let before = onOutput
    onOutput = {
      before($0)
      written += $0
    }
    defer { onOutput = before }
    while start.duration(to: .now) < .seconds(120) {
      if try read(within: 1) == nil { continue }
      if wanted.contains(where: { written.firstRange(of: $0) != nil }) {
        return start.duration(to: .now) / .seconds(1)
      }
    }
    throw DriverFailure("\(text) is not written")
  }

  /// Sends a signal and returns in how many seconds the program has ended.
  public func end(by signal: Int32) throws(DriverFailure) -> Double {
    let start = ContinuousClock.now
    kill(child.id, signal)
    guard waitForEnd(seconds: 120) != nil else { throw DriverFailure("the program does not end") }
    return start.duration(to: .now) / .seconds(1)
  }

  /// Waits until the program neither writes nor computes for a second.
  public func settle() throws(DriverFailure) {
    for _ in 0..<600 {
      let work = ProcessFacts(child.id)?.processorTicks
      var isSilent = true
      let start = ContinuousClock.now
      while start.duration(to: .now) < .seconds(1) {
        if try read(within: 1 - start.duration(to: .now) / .seconds(1)) != nil { isSilent = false }
      }
      if isSilent, work == ProcessFacts(child.id)?.processorTicks { return }
    }
    throw DriverFailure("the program does not come to rest")
  }

  /// Presses keys that end the program. Returns its exit status as a shell tells it.
  public func end(with keys: String) throws(DriverFailure) -> Int32 {
    try write(Array(keys.utf8))
    guard let ending = waitForEnd(seconds: 10) else { throw DriverFailure("the program does not end") }
    return ending.shellStatus
  }

  /// Reads until the program has ended; nil where it has not in so many seconds.
  public func waitForEnd(seconds: Double) -> ChildProcess.Ending? {
    let limit = ContinuousClock.now + .seconds(seconds)
    while ending == nil, .now < limit {
      // What it writes has to be read, or it would wait. Where the terminal is closed, its end is near.
      if (try? read(within: 0.01)) == nil { usleep(1000) }
      checkForEnd()
    }
    return ending
  }

  /// Looks whether it has ended. If so, all of its output is read.
  public func checkForEnd() {
    guard ending == nil, let ending = child.endingIfOver() else { return }
    self.ending = ending
    while let count = try? read(within: 0), count > 0 {}
  }

  /// Types bytes. What the program writes meanwhile is read, for it may wait for that before it reads more.
  ///
  /// - Throws: `DriverFailure` where the terminal takes nothing for 10 seconds, or the program has ended.
  public func write(_ bytes: [UInt8]) throws(DriverFailure) {
    var rest = bytes[...]
    var limit = ContinuousClock.now + .seconds(10)
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(pair.window, $0.baseAddress, min($0.count, 1024)) }
      if count > 0 {
        rest = rest.dropFirst(count)
        limit = .now + .seconds(10)
      } else if count < 0, errno == EAGAIN {
        guard .now < limit else { throw DriverFailure("the terminal takes no keys") }
        _ = try read(within: 0.01)
      } else if count == 0 || errno != EINTR {
        throw DriverFailure("the terminal takes no keys", errno: errno)
      }
    }
  }

  /// Reads what comes within so many seconds.
  public func read(for seconds: Double) throws(DriverFailure) {
    let limit = ContinuousClock.now + .seconds(seconds)
    repeat {
      _ = try read(within: max(0, ContinuousClock.now.duration(to: limit) / .seconds(1)))
    } while .now < limit
  }

  /// Reads once and says how much came; nil where nothing did in so many seconds.
  ///
  /// - Throws: `DriverFailure` where the program has ended.
  public func read(within seconds: Double) throws(DriverFailure) -> Int? {
    var source = pollfd(fd: pair.window, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, Int32(max(0, (seconds * 1000).rounded(.up)))) > 0 else { return nil }
    let count = Glibc.read(pair.window, buffer.baseAddress, buffer.count)
    if count < 0, errno == EAGAIN || errno == EINTR { return nil }
    guard count > 0 else { throw DriverFailure("the program has ended") }
    onOutput(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    return count
  }
}
