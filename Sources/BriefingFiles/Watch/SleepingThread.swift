import Dispatch

/// A thread that sleeps until there is something to do, and ends when it is told to.
final class SleepingThread: Sendable {
  /// The queue that a thread works on, so that it can be told from others.
  private static let key = DispatchSpecificKey<ObjectIdentifier>()

  private let sleeper: Sleeper
  private let isDone = DispatchGroup()

  /// Starts it.
  ///
  /// - Parameter body: Returns soon once the sleeper says that it is stopped.
  init(_ label: String, _ sleeper: Sleeper, _ body: @escaping @Sendable () -> Void) {
    self.sleeper = sleeper
    let queue = DispatchQueue(label: label, qos: .utility)
    queue.setSpecific(key: Self.key, value: ObjectIdentifier(sleeper))
    queue.async(group: isDone, execute: body)
  }

  /// Ends it; it has ended when this returns. On the thread itself, this returns at once.
  func stop() {
    sleeper.stop()
    if DispatchQueue.getSpecific(key: Self.key) != ObjectIdentifier(sleeper) { isDone.wait() }
  }
}
