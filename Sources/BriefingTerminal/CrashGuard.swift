import Glibc
import Synchronization

/// Gives the terminal back when the program cannot do so in the ordinary way: at a crash, at `^\`, and at an
/// `exit` from anywhere.
///
/// What is needed then is prepared beforehand, since a handler of a crashed process may neither allocate nor
/// trust ncurses.
enum CrashGuard {
  private struct Prepared {
    var terminal: Int32
    var modes: termios
    var reset: UnsafeMutableBufferPointer<UInt8>
    var previous: [Int32: sigaction]
  }

  private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGQUIT]
  private static let isArmed = Atomic<Bool>(false)
  // Written once by the thread that owns the terminal, before `isArmed` lets a handler read it.
  nonisolated(unsafe) private static let prepared = UnsafeMutablePointer<Prepared>.allocate(capacity: 1)
  private static let isPrepared = Atomic<Bool>(false)

  /// Prepares for the terminal on a descriptor: its present modes, and the bytes that reset it.
  static func prepare(terminal: Int32, modes: termios, reset: [UInt8]) {
    let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: reset.count)
    _ = bytes.initialize(from: reset)
    if isPrepared.load(ordering: .relaxed) {
      // A second terminal in one process, as in tests.
      prepared.pointee.terminal = terminal
      prepared.pointee.modes = modes
      prepared.pointee.reset.deallocate()
      prepared.pointee.reset = bytes
      return
    }
    prepared.initialize(to: Prepared(terminal: terminal, modes: modes, reset: bytes, previous: [:]))
    isPrepared.store(true, ordering: .relaxed)
    giveThisThreadASignalStack()
    for signal in signals { install(signal) }
    atexit { CrashGuard.restore() }
  }

  /// From here on the terminal is in the program's modes.
  static func arm() { isArmed.store(true, ordering: .sequentiallyConsistent) }

  /// The terminal is as it was.
  static func disarm() { isArmed.store(false, ordering: .sequentiallyConsistent) }

  /// Resets the terminal if it has not been. Safe in a signal handler.
  static func restore() {
    guard isArmed.exchange(false, ordering: .sequentiallyConsistent) else { return }
    let terminal = prepared.pointee.terminal
    // In the background the terminal belongs to someone else, and touching it would stop the process.
    if TerminalDevice.isInForeground(of: terminal) {
      _ = write(terminal, prepared.pointee.reset.baseAddress, prepared.pointee.reset.count)
      tcsetattr(terminal, TCSANOW, &prepared.pointee.modes)
    }
    StandardError.restore()
  }

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

  private static func install(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      CrashGuard.restore()
      // What stood here before gets its turn: Swift's backtrace, else the default that ends the process. The
      // signal is blocked until this handler returns.
      if var previous = CrashGuard.prepared.pointee.previous[signal] { sigaction(signal, &previous, nil) }
      raise(signal)
    }
    action.sa_flags = SA_ONSTACK | Int32(bitPattern: UInt32(SA_RESETHAND))
    sigemptyset(&action.sa_mask)
    var previous = sigaction()
    sigaction(signal, &action, &previous)
    prepared.pointee.previous[signal] = previous
  }
}
