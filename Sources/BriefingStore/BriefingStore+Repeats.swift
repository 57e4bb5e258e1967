import BriefingReading

extension BriefingStore {
  /// Blocks of a briefing that are looked up at most; what follows them counts as new.
  static let repeatsLimit = 100_000
  /// Blocks that are looked up in one question.
  private static let repeatsStep = 2000

  /// What of a briefing stood word for word in another one that was read.
  ///
  /// - Parameters:
  ///   - digest: Its text as it is now.
  ///   - briefing: Who it is: what was read in itself is no repeat.
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  public func repeats(
    in digest: BriefingDigest, of briefing: BriefingID, isCancelled: () -> Bool = { false }
  ) throws -> Repeats {
    let blocks = Array(digest.sections.lazy.flatMap { $0.blocks.lazy.map(\.value) }.prefix(Self.repeatsLimit))
    var known: Set<UInt64> = []
    for start in stride(from: 0, to: blocks.count, by: Self.repeatsStep) {
      if isCancelled() { throw CancellationError() }
      let step = blocks[start..<min(blocks.count, start + Self.repeatsStep)]
      guard let found = ask({ try StateReader($0).known(step, notIn: briefing) }) else { break }
      known.formUnion(found)
    }
    return Repeats(in: digest) { known.contains($0) }
  }
}
