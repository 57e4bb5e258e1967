import ProgramDriver

/// Leaves out of a burst what its finding does not need.
struct MonkeyReduction {
  /// How often it plays the burst at most, and for how long: a reader of the finding can do the rest.
  private static let limits = (runs: 24, time: Duration.seconds(60))

  let program: String
  let shipped: String

  /// The numbers of the steps that are left, in order: all of them where the finding does not come a second time.
  func reduce(_ burst: MonkeyBurst, _ outcome: MonkeyOutcome) throws -> [Int] {
    let kinds = Set(outcome.findings.map(\.kind))
    var kept = Array(burst.steps.indices)
    var runs = 0
    let end = ContinuousClock.now + Self.limits.time
    func isStillFound(_ steps: [Int]) throws -> Bool {
      runs += 1
      var plan = burst
      plan.steps = steps.map { burst.steps[$0] }
      let outcome = try MonkeyRun(plan, program: program, shipped: shipped).run()
      return outcome.findings.contains { kinds.contains($0.kind) }
    }
    var size = max(1, kept.count / 2)
    var start = 0
    while runs < Self.limits.runs, .now < end {
      if start >= kept.count {
        guard size > 1 else { break }
        size /= 2
        start = 0
      }
      let candidate = Array(kept[..<start] + kept[min(start + size, kept.count)...])
      if try isStillFound(candidate) { kept = candidate } else { start += size }
    }
    return kept
  }
}
