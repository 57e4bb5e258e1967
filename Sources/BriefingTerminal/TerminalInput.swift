import BriefingReader
import Glibc

/// Waits for keys and for the self-pipe, both with one `poll`; between events the process sleeps.
struct TerminalInput {
  /// What a wait has brought.
  struct Arrivals {
    /// Keys and pastes, in order.
    var events: [Event] = []
    /// What signals ask for, in order.
    var requests: [Signals.Request] = []
    /// The terminal is gone: nothing will come from it any more.
    var isTerminalLost = false
  }

  /// How long an Escape waits for the rest of a sequence: longer than a slow line takes between two bytes,
  /// too short to be noticed.
  private static let escapeDelay = Duration.milliseconds(25)

  private let terminal: Int32
  private let pipe: SelfPipe
  private var decoder: KeyDecoder

  /// Reads keys from the descriptor of a terminal, in the sequences that it sends.
  init(terminal: Int32, pipe: SelfPipe, sequences: KeySequences = KeySequences()) {
    self.terminal = terminal
    self.pipe = pipe
    decoder = KeyDecoder(sequences)
  }

  /// Waits until something comes, or until `deadline`, and takes in all that has come.
  mutating func wait(until deadline: ContinuousClock.Instant? = nil) -> Arrivals {
    var arrivals = Arrivals()
    var deadline = deadline
    let flush = decoder.isWaiting ? ContinuousClock.now + Self.escapeDelay : nil
    if let flush { deadline = min(flush, deadline ?? flush) }

    var sources = [
      pollfd(fd: terminal, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&sources, nfds_t(sources.count), Self.milliseconds(until: deadline))
    if ready > 0 || (ready < 0 && errno == EINTR) { arrivals.requests = takeRequests() }
    if ready > 0, sources[0].revents != 0 { readKeys(into: &arrivals) }
    if ready == 0, let flush, flush <= .now { arrivals.events += decoder.flush() }
    return arrivals
  }

  /// What signals ask for that have come already, without a look at the terminal.
  func takeRequests() -> [Signals.Request] { pipe.drain().compactMap(Signals.request) }

  /// Reads until the terminal has no more, so that keys typed ahead cost one frame together.
  private mutating func readKeys(into arrivals: inout Arrivals) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    // A limit, so that an endless stream still lets frames through.
    for _ in 0..<256 {
      let count = read(terminal, &buffer, buffer.count)
      if count < 0, errno == EINTR || errno == EAGAIN { return }
      guard count > 0 else {
        arrivals.isTerminalLost = true
        return
      }
      arrivals.events += decoder.decode(buffer[..<count])
      var source = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&source, 1, 0) > 0, source.revents & Int16(POLLIN) != 0 else { return }
    }
  }

  /// For `poll`: rounded up, so that it does not wake just before the deadline; -1 waits for ever.
  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let rest = ContinuousClock.now.duration(to: deadline).components
    guard rest.seconds >= 0, rest.attoseconds > 0 || rest.seconds > 0 else { return 0 }
    return Int32(
      clamping: rest.seconds * 1000 + (rest.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
