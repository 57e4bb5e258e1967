import Glibc

/// Another program that the reader has asked for, started by argument vector: no shell reads what it is given.
public struct OtherProgram: Sendable {
  /// Its name, which is looked for in PATH, and its arguments.
  public var words: [String]
  /// Whether it gets the terminal, which nobody else may be using; else it gets neither the terminal nor its signals.
  public var needsTerminal: Bool

  /// What became of it.
  public enum Outcome: Equatable, Sendable {
    /// It ended with this status; 128 and the signal's number where a signal ended it.
    case ended(status: Int32)
    /// There is no program of that name.
    case notFound
    /// It could not be started: an error number of the system.
    case failed(Int32)
    /// It was started, but the system does not tell what became of it: an error number.
    case lost(Int32)
  }

  /// Makes a description; nothing is started.
  public init(_ words: [String], needsTerminal: Bool) {
    self.words = words
    self.needsTerminal = needsTerminal
  }

  /// Starts it and waits for its end.
  public func run() -> Outcome {
    guard let name = words.first else { return .notFound }
    let terminal = needsTerminal ? open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY) : -1
    defer { if terminal >= 0 { close(terminal) } }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if needsTerminal {
      // Standard input may be the briefing.
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/tty", O_RDWR, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    let spawn = SpawnAttributes(needsTerminal ? .job : .session)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process = pid_t()
    let code = posix_spawnp(&process, name, &actions, &spawn.attributes, &arguments, environ)
    guard code == 0 else { return code == ENOENT ? .notFound : .failed(code) }
    if terminal >= 0 { give(terminal, to: process) }
    defer { if terminal >= 0 { give(terminal, to: getpgrp()) } }
    return wait(for: process, terminal)
  }

  private func wait(for process: pid_t, _ terminal: Int32) -> Outcome {
    guard needsTerminal else {
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0 {
        guard errno == EINTR else { return .lost(errno) }
      }
      return outcome(WaitStatus(rawValue: status))
    }
    let waiting = ChildWait()
    while true {
      let status: WaitStatus
      switch waiting.change(of: process) {
      case .status(let change): status = WaitStatus(rawValue: change)
      case .failed(let error): return .lost(error)
      case .told(let signal):
        // We are to end, and it with us: without us nobody would look after it.
        kill(-process, signal)
        kill(-process, SIGCONT)
        return .ended(status: 128 + signal)
      }
      guard let stop = status.stopSignal else { return outcome(status) }
      // It was stopped: by `^Z`, which is meant for both; or it asked for the terminal before it had it.
      if stop != SIGTTIN, stop != SIGTTOU {
        give(terminal, to: getpgrp())
        Signals.stopProcess()
        // Gone on in the background, the terminal is the shell's.
        while !TerminalDevice.isInForeground(of: terminal), Signals.endSignal == nil { raise(SIGSTOP) }
        if Signals.endSignal != nil { continue }
      }
      if !give(terminal, to: process) { kill(-process, SIGHUP) }
      kill(-process, SIGCONT)
    }
  }

  private func outcome(_ status: WaitStatus) -> Outcome {
    status.isNotFound ? .notFound : .ended(status: status.exitStatus)
  }

  /// Makes a process group the terminal's foreground; false where that cannot be.
  @discardableResult
  private func give(_ terminal: Int32, to group: pid_t) -> Bool {
    // From the background it would stop us.
    var mask = sigset_t()
    var before = sigset_t()
    sigemptyset(&mask)
    sigaddset(&mask, SIGTTOU)
    pthread_sigmask(SIG_BLOCK, &mask, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return tcsetpgrp(terminal, group) == 0
  }
}
