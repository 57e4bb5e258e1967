import BriefingReader
import Synchronization

/// Where threads leave what they have for the loop: under a lock, with a byte in the pipe that wakes it.
final class Mailbox: Sendable {
  /// What a job says.
  enum Letter: Sendable {
    /// It has an answer.
    case event(Event, from: Jobs.ID)
    /// It has come to its end.
    case finished(Jobs.ID)
  }

  /// The byte in the pipe; no signal has the number 0.
  static let wakeUp: UInt8 = 0

  private let letters = Mutex<[Letter]>([])
  private let pipe: SelfPipe

  /// Makes a mailbox that wakes the reader of `pipe`.
  init(waking pipe: SelfPipe) { self.pipe = pipe }

  /// Leaves a letter; from any thread.
  func post(_ letter: Letter) {
    let wasEmpty = letters.withLock { letters in
      letters.append(letter)
      return letters.count == 1
    }
    if wasEmpty { pipe.write(Self.wakeUp) }
  }

  /// Takes all letters, oldest first.
  func collect() -> [Letter] {
    letters.withLock { letters in
      defer { letters = [] }
      return letters
    }
  }
}
