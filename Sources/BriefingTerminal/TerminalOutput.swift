import CTerminalGuard
import Glibc

/// What the terminal is to get, and has not taken yet.
///
/// A terminal may take nothing for hours: its window hangs, its line is down, someone has pressed `^S`. So nothing
/// here waits, but for ``drain(within:)``, which gives up.
struct TerminalOutput {
  private let descriptor: Int32
  private var bytes: [UInt8] = []
  /// How many of `bytes` the terminal has taken.
  private var taken = 0
  private var isLost = false

  /// Writes to a descriptor of a terminal.
  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// How much of it has been delivered.
  var delivery: TerminalDelivery {
    if isLost { return .lost }
    return taken == bytes.count ? .complete : .waiting(for: descriptor)
  }

  /// Adds bytes; ``deliver()`` writes them.
  mutating func append(_ more: some Sequence<UInt8>) { bytes += more }

  /// Writes as much as the terminal takes now.
  mutating func deliver() { write(milliseconds: 0) }

  /// Writes everything; false where the terminal does not take it in this time, which is in milliseconds.
  mutating func drain(within milliseconds: Int32) -> Bool {
    write(milliseconds: milliseconds)
    return delivery == .complete
  }

  /// Forgets what the terminal has not taken.
  mutating func discard() {
    bytes.removeAll(keepingCapacity: true)
    taken = 0
  }

  private mutating func write(milliseconds: Int32) {
    guard !isLost, taken < bytes.count else { return }
    let count = bytes[taken...].withUnsafeBytes { rest in
      terminal_guard_write(descriptor, rest.baseAddress, rest.count, milliseconds)
    }
    isLost = count < 0
    taken += max(0, count)
    if taken == bytes.count { discard() }
  }
}

/// How much of what was drawn the terminal has taken.
enum TerminalDelivery: Equatable {
  /// All of it.
  case complete
  /// Not all: this descriptor can be written to once the terminal takes more.
  case waiting(for: Int32)
  /// The terminal is gone.
  case lost
}
