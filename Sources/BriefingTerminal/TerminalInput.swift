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
    /// The terminal takes more of what is drawn, or says that it is gone.
    var isWritable = false
    /// The terminal is gone: nothing will come from it any more.
    var isTerminalLost = false
  }

  private let terminal: Int32
  private let pipe: SelfPipe
  private var decoder: KeyDecoder
  /// When the terminal last sent something.
  private var lastRead = ContinuousClock.now

  /// Reads keys from the descriptor of a terminal, in the sequences that it sends.
  init(terminal: Int32, pipe: SelfPipe, sequences: KeySequences = KeySequences()) {
    self.terminal = terminal
    self.pipe = pipe
    decoder = KeyDecoder(sequences)
  }

  /// Waits until something comes, or until `deadline`, and takes in all that has come.
  ///
  /// - Parameter output: A descriptor that is waited for too, until it can be written to.
  mutating func wait(
    until deadline: ContinuousClock.Instant? = nil, orWritable output: Int32? = nil
  ) -> Arrivals {
    var arrivals = Arrivals()
    // Counted from the last byte: other work that wakes the loop all the time must not keep a key back.
    let flush = decoder.patience.map { lastRead + $0 }
    let until = [deadline, flush].compactMap(\.self).min()

    var sources = [
      pollfd(fd: terminal, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
      // A negative descriptor is waited for by nobody.
      pollfd(fd: output ?? -1, events: Int16(POLLOUT), revents: 0),
    ]
    let ready = poll(&sources, nfds_t(sources.count), PollTimeout.milliseconds(until: until))
    if ready > 0 || (ready < 0 && errno == EINTR) { arrivals.requests = takeRequests() }
    if ready > 0, sources[0].revents != 0 {
      readKeys(into: &arrivals)
    } else if let flush, flush <= .now {
      arrivals.events += decoder.flush()
    }
    arrivals.isWritable = ready > 0 && sources[2].revents != 0
    return arrivals
  }

  /// What signals ask for that have come already, without a look at the terminal.
  mutating func takeRequests() -> [Signals.Request] {
    let requests = Signals.requests(in: pipe)
    // What was typed before ^C and ^Z the system has thrown away, the end of a paste too.
    if requests.contains(where: { $0 == .interrupt || $0 == .stop }) { decoder.forget() }
    return requests
  }

  /// Reads what has come, so that keys typed ahead cost one frame together; not all of it where that is a flood, so
  /// that frames and signals get their turn.
  private mutating func readKeys(into arrivals: inout Arrivals) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(terminal, &buffer, buffer.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    guard count > 0 else {
      arrivals.isTerminalLost = true
      return
    }
    lastRead = .now
    arrivals.events += decoder.decode(buffer[..<count])
  }
}
