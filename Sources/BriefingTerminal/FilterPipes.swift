import CTerminalGuard
import Glibc

/// The three pipes between this process and a program that reads and writes; the ends here never block.
final class FilterPipes {
  /// Gives the program its ends as standard input, output and error.
  var actions = posix_spawn_file_actions_t()
  private var input: Int32
  private var output: Int32
  private var errors: Int32
  private var others: [Int32]

  /// Opens them; nil where the system has no more, with `errno`.
  init?() {
    var ends: [Int32] = []
    for _ in 0..<3 {
      var pair: [Int32] = [-1, -1]
      guard terminal_guard_pipe(&pair, true) else {
        for end in ends { Glibc.close(end) }
        return nil
      }
      ends += pair
    }
    (input, output, errors) = (ends[1], ends[2], ends[4])
    others = [ends[0], ends[3], ends[5]]
    for end in [input, output, errors] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    posix_spawn_file_actions_init(&actions)
    for (number, end) in others.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, end, Int32(number))
    }
  }

  /// Closes what is open.
  func close() {
    closeOtherEnds()
    for end in [input, output, errors] where end >= 0 { Glibc.close(end) }
    (input, output, errors) = (-1, -1, -1)
    posix_spawn_file_actions_destroy(&actions)
  }

  /// Closes the program's ends, once it has them.
  func closeOtherEnds() {
    for end in others { Glibc.close(end) }
    others = []
  }

  /// Says that nothing more is to be read.
  func closeInput() {
    if input >= 0 { Glibc.close(input) }
    input = -1
  }

  /// Waits until the program has written, or takes more.
  func wait(milliseconds: Int32) {
    var sources = [
      pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    // Without one, only its end is waited for.
    _ = poll(&sources, nfds_t(sources.count), milliseconds)
  }

  /// Writes what the program takes now. One that reads no more gets no more.
  func write(_ rest: inout ArraySlice<UInt8>) {
    // Writing to one that is gone would end this process too, unless it has said otherwise.
    var pipeSignal = sigset_t()
    var before = sigset_t()
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
    defer {
      var none = timespec()
      while sigtimedwait(&pipeSignal, nil, &none) == SIGPIPE {}
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    while input >= 0, !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(input, $0.baseAddress, min($0.count, 1 << 16)) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        return
      } else if errno != EINTR {
        rest = []
      }
    }
  }

  /// Reads standard output, up to so many bytes in all.
  func readOutput(into bytes: inout [UInt8], limit: Int) {
    Self.read(&output, into: &bytes, limit: limit, dropsRest: false)
  }

  /// Reads standard error, of which so many bytes are kept.
  func readErrors(into bytes: inout [UInt8], limit: Int) {
    Self.read(&errors, into: &bytes, limit: limit, dropsRest: true)
  }

  private static func read(
    _ end: inout Int32, into bytes: inout [UInt8], limit: Int, dropsRest: Bool
  ) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    // Not without end: what writes all the time must leave time for other looks.
    for _ in 0..<64 where end >= 0 && (dropsRest || bytes.count < limit) {
      let count = Glibc.read(end, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count].prefix(max(0, limit - bytes.count))
      } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
        Glibc.close(end)
        end = -1
      } else if errno == EAGAIN {
        return
      }
    }
  }
}
