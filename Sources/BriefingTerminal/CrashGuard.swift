import CTerminalGuard
import Glibc
import Synchronization

/// Gives the terminal back when the program cannot do so in the ordinary way: at a crash, at a signal that nobody
/// returns, and at an `exit` from anywhere.
///
/// This prepares what is needed then; what runs in the handlers stands in `TerminalGuard.c`.
enum CrashGuard {
  /// Signals of crashes, and `^\`.
  private static let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS, SIGQUIT]

  /// Signals from outside that end a process unless it handles them. Nothing here asks for any of them.
  static let endings =
    [
      SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGPOLL, SIGPWR, SIGSTKFLT, SIGXCPU, SIGXFSZ,
    ] + (__libc_current_sigrtmin()...__libc_current_sigrtmax())

  private static let isPrepared = Atomic<Bool>(false)
  // Only the thread that owns the terminal touches it.
  nonisolated(unsafe) private static var reset: UnsafeMutableBufferPointer<UInt8>?

  /// Prepares for the terminal on a descriptor: the modes that it gets back, and the bytes that reset it.
  static func prepare(terminal: Int32, modes: termios, reset: [UInt8]) {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: reset.count)
    _ = bytes.initialize(from: reset)
    var modes = modes
    terminal_guard_prepare(terminal, &modes, bytes.baseAddress, bytes.count)
    // A second terminal in one process, as in tests.
    self.reset?.deallocate()
    self.reset = bytes
    guard !isPrepared.exchange(true, ordering: .relaxed) else { return }
    giveThisThreadASignalStack()
    for signal in crashes { terminal_guard_install(signal) }
    for signal in endings where signal == SIGALRM || !Signals.isIgnored(signal) {
      terminal_guard_install(signal)
    }
    atexit { terminal_guard_restore() }
  }

  /// From here on the terminal is in the program's modes.
  static func arm() { terminal_guard_arm() }

  /// The terminal is as it was.
  static func disarm() { terminal_guard_disarm() }

  /// Runs something on a thread that has a stack for signal handlers, so that a stack overflow on it resets
  /// the terminal too.
  static func withSignalStack(_ body: () -> Void) {
    let stack = giveThisThreadASignalStack()
    body()
    var none = stack_t()
    none.ss_flags = Int32(SS_DISABLE)
    sigaltstack(&none, nil)
    stack.deallocate()
  }

  @discardableResult
  private static func giveThisThreadASignalStack() -> UnsafeMutableRawPointer {
    let size = 64 * 1024
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    var stack = stack_t(ss_sp: memory, ss_flags: 0, ss_size: size)
    sigaltstack(&stack, nil)
    return memory
  }
}
