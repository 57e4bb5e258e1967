/// Counts the steps of work that grows with a file, and asks now and then whether to go on with it.
struct WorkSteps {
  private var count = 0

  /// Notes a step.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every 4,096 steps.
  @inline(__always)
  mutating func add(_ isCancelled: () -> Bool) throws(CancellationError) {
    count &+= 1
    if count & 0xFFF == 0, isCancelled() { throw CancellationError() }
  }
}
