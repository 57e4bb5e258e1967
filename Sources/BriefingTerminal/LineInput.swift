import Glibc

/// Lines that are typed or come by a pipe, and what signals and finished work say, all with one `poll`.
struct LineInput {
  /// What a wait has brought.
  struct Arrivals {
    /// What signals ask for, in order.
    var requests: [Signals.Request] = []
    /// Whether no more lines come.
    var isOver = false
  }

  /// Bytes of a line at most: a terminal's own limit is 4,096.
  private static let longest = 1 << 16

  private let descriptor: Int32
  private let pipe: SelfPipe
  private var bytes: [UInt8] = []
  private var isOver = false

  /// Reads lines from a descriptor.
  init(_ descriptor: Int32, pipe: SelfPipe) {
    self.descriptor = descriptor
    self.pipe = pipe
  }

  /// Waits until something comes, or until a deadline; for lines only where they are wanted.
  mutating func wait(until deadline: ContinuousClock.Instant?, forLine: Bool) -> Arrivals {
    var arrivals = Arrivals()
    var sources = [
      pollfd(fd: forLine ? descriptor : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: pipe.readEnd, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&sources, 2, PollTimeout.milliseconds(until: deadline))
    arrivals.requests = Signals.requests(in: pipe)
    if ready > 0, sources[0].revents != 0 { read() }
    arrivals.isOver = isOver
    return arrivals
  }

  /// The next line that has come whole, without its line feed; what comes last need not have one. Nil where none has come.
  mutating func next() -> String? {
    guard let end = bytes.firstIndex(of: 0x0A) else {
      guard isOver, !bytes.isEmpty else { return nil }
      defer { bytes = [] }
      return String(decoding: bytes, as: UTF8.self)
    }
    defer { bytes.removeSubrange(...end) }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  private mutating func read() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return }
    guard count > 0 else {
      isOver = true
      return
    }
    bytes += buffer[..<count]
    // What is longer than any command is cut, and then is no command.
    let start = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    if bytes.count - start > Self.longest { bytes.removeSubrange((start + Self.longest)...) }
  }
}
