import Dispatch

/// Large files are read one at a time, whatever reads them: a parsed briefing takes several times its size in memory,
/// and a list and an index are made at the same time.
package final class LargeFiles: Sendable {
  /// Those that are read for a list, an index, or a search without one.
  package static let ofLibrary = LargeFiles()
  /// Those that are read for their excerpts: a reader waits for them, and an index takes long.
  package static let ofHits = LargeFiles()

  /// Bytes beyond which a file is large. Most people have none.
  private static let size: Int64 = 4 << 20

  private let free = DispatchSemaphore(value: 1)

  private init() {}

  /// Whether a file of so many bytes is large.
  package static func contains(_ size: Int64) -> Bool { size > Self.size }

  /// The turn of a large file; it ends with its last use.
  package final class Turn: Sendable {
    private let files: LargeFiles

    fileprivate init(of files: LargeFiles) { self.files = files }

    deinit { files.free.signal() }
  }

  /// Waits until no other large file is in memory.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true before that.
  package func turn(isCancelled: () -> Bool) throws -> Turn {
    while free.wait(timeout: .now() + .milliseconds(20)) == .timedOut {
      if isCancelled() { throw CancellationError() }
    }
    return Turn(of: self)
  }

  /// Does something with a file of so many bytes; with a large one when it is its turn.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true before that; what `body` throws.
  package func turn<Result>(
    for size: Int64, isCancelled: () -> Bool, _ body: () throws -> Result
  ) throws -> Result {
    let turn = Self.contains(size) ? try turn(isCancelled: isCancelled) : nil
    defer { withExtendedLifetime(turn) {} }
    return try body()
  }
}
