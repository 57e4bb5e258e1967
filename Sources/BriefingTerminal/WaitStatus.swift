/// What `waitpid` tells of a child, as the macros of <sys/wait.h> read it, which Swift cannot import.
struct WaitStatus {
  let rawValue: Int32

  /// The signal that stopped it; nil where it has ended.
  var stopSignal: Int32? { rawValue & 0x7F == 0x7F ? upper : nil }

  /// Its exit status; 128 and the signal's number where a signal ended it.
  var exitStatus: Int32 {
    let signal = rawValue & 0x7F
    return signal != 0 ? 128 + signal : upper
  }

  /// Whether there was no such program: what `posix_spawnp` could not tell of in time.
  var isNotFound: Bool { rawValue & 0x7F == 0 && upper == 127 }

  private var upper: Int32 { (rawValue >> 8) & 0xFF }
}
