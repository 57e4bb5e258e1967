import Foundation
import Testing

/// The built program in a terminal that nobody need read, which tmux cannot play.
final class WindowlessTerminal {
  /// What gives the terminal back: keypad, pastes, the shell's screen.
  static let restoring = ["\u{1B}[?1l", "\u{1B}[?2004l", "\u{1B}[?1049l"]

  /// Whether output leaves the cursor hidden.
  static func hidesCursor(_ output: String) -> Bool {
    guard let hidden = output.range(of: "\u{1B}[?25l", options: .backwards) else { return false }
    return output.range(of: "\u{1B}[?25h", range: hidden.upperBound..<output.endIndex) == nil
  }

  /// The program.
  let process: pid_t
  /// The end that a window would be at.
  private let window: Int32
  /// Kept open: so the terminal outlives the program, and can be asked for its modes.
  private let terminal: Int32
  /// The modes before the program.
  let modesBefore: String
  private var isOver = false

  /// `POSIX_SPAWN_SETSID`, which glibc has and its Swift module has not.
  private static let setSession: Int16 = 0x80
  /// Much longer than anything takes: only a failing test waits so long.
  private static let patience: TimeInterval = 60

  /// Starts the built program, or another one, in a session of its own whose terminal this is.
  init(
    _ arguments: [String], of program: String? = nil, rows: UInt16 = 50, columns: UInt16 = 120,
    environment: [String] = [],
    folder: TemporaryFolder
  ) throws {
    var (window, terminal): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: Int(PATH_MAX))
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openpty(&window, &terminal, &name, nil, &size) == 0)
    for end in [window, terminal] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(window, F_SETFL, O_NONBLOCK)
    (self.window, self.terminal) = (window, terminal)
    modesBefore = Self.modes(of: terminal)

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
      &attributes, Self.setSession | Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)

    let program = try program ?? BuiltProgram.url.path
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    let standard = [
      "TERM=xterm-256color", "LC_ALL=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin", "HOME=\(folder.path)",
      // The prompt to examine a crash would wait for an answer.
      "SWIFT_BACKTRACE=enable=no",
    ]
    // Of two values of a variable the first counts.
    var variables = (environment + standard).map { strdup($0) } + [nil]
    defer { for text in words + variables { free(text) } }
    var process: pid_t = 0
    try #require(posix_spawn(&process, program, &actions, &attributes, &words, &variables) == 0)
    self.process = process
  }

  deinit {
    if !isOver {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(window)
    close(terminal)
  }

  /// Types text as it is.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { write(window, $0.baseAddress, $0.count) }
      if count > 0 { start += count } else if isEnded { return } else { usleep(1000) }
    }
  }

  /// Drags the window to another size.
  func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
  }

  /// Stops what the program writes on its way, or lets it go on.
  func setFlow(_ isOn: Bool) { tcflow(terminal, isOn ? Int32(TCOON) : Int32(TCOOFF)) }

  /// What was written and not read yet.
  func read() -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = Glibc.read(window, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads until a text has come, and returns all that was read; throws where it does not come.
  @discardableResult
  func wait(for text: String) async throws -> String {
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    var all = ""
    while true {
      all += read()
      if all.contains(text) { return all }
      guard Date() < deadline, !isEnded else {
        throw TerminalSession.Failure(
          "Waited in vain for \(text.debugDescription) in \(all.debugDescription)")
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Draws again and again, without reading, until the terminal takes no more.
  func fill() async throws {
    var (before, waiting): (Int32, Int32) = (-1, 0)
    // What waits to be read grows until the terminal is full.
    while waiting > before {
      before = waiting
      for _ in 0..<20 {
        type("\u{C}")
        try await Task.sleep(for: .milliseconds(20))
      }
      _ = ioctl(window, UInt(FIONREAD), &waiting)
    }
  }

  /// Waits for the program's end: its exit status, or the signal that ended it; nil where it goes on.
  func end() async throws -> Ending? {
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while Date() < deadline {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        isOver = true
        return status & 0x7F == 0 ? .status((status >> 8) & 0xFF) : .signal(status & 0x7F)
      }
      try await Task.sleep(for: .milliseconds(10))
    }
    return nil
  }

  /// How a program ended.
  enum Ending: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  /// Every mode of the terminal, to be compared.
  var modes: String { Self.modes(of: terminal) }

  private var isEnded: Bool { kill(process, 0) != 0 }

  private static func modes(of terminal: Int32) -> String {
    var modes = termios()
    tcgetattr(terminal, &modes)
    let characters = withUnsafeBytes(of: modes.c_cc, Array.init)
    return "\(modes.c_iflag) \(modes.c_oflag) \(modes.c_cflag) \(modes.c_lflag) \(characters)"
  }
}
