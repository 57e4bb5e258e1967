import CommonMarkSamples

/// Goes through documents, and keeps what it found.
struct DisagreementSearch {
  /// How many documents go into one run.
  static let batchSize = 100

  let comparison: Comparison
  let known: [KnownDifference]
  /// How many disagreements, and failures of the command, are enough.
  let limit: Int
  let showsKnown: Bool

  private var documents = 0
  private var failures = 0
  private var found: Set<[UInt8]> = []
  /// How often each known difference was met.
  private var counts: [String: Int] = [:]

  init(comparison: Comparison, known: [KnownDifference], limit: Int, showsKnown: Bool) {
    self.comparison = comparison
    self.known = known
    self.limit = limit
    self.showsKnown = showsKnown
  }

  var hasFound: Bool { !found.isEmpty }
  var isFull: Bool { found.count + failures >= limit }

  /// What was done, in some lines.
  var summary: String {
    var lines = counts.sorted { $0.value > $1.value }.map { "known, \($0.value)×: \($0.key)" }
    lines.append(
      "\(documents) documents, \(comparison.runs) runs, \(found.count) disagreements, "
        + "\(counts.values.reduce(0, +)) known differences, \(failures) failures of the command")
    return lines.joined(separator: "\n")
  }

  /// Compares the documents of some seeds.
  mutating func look(at seeds: [UInt64], dialect: ComparedDialect) throws {
    let batch = seeds.map { DocumentGenerator.document(seed: $0, dialect) }
    documents += batch.count
    let suspects = try comparison.suspects(among: batch)
    var isExplained = suspects.isEmpty
    for place in suspects where try examine(batch[place], seed: "\(seeds[place])") { isExplained = true }
    // One reached into another: only together they differ.
    if !isExplained {
      try examine(Array(batch.joined(separator: Array("\n\n<!-- -->\n\n".utf8))), seed: "\(seeds[0])…")
    }
  }

  /// Compares a document alone; returns whether there was anything.
  @discardableResult
  private mutating func examine(_ document: [UInt8], seed: String) throws -> Bool {
    guard !isFull, let difference = try comparison.difference(of: document) else { return false }
    if let failure = difference.failure {
      failures += 1
      show("seed \(seed): the command \(failure): \(Self.shown(document))\n")
      return true
    }
    let comparison = comparison
    let reducer = Reducer(suspects: comparison.suspects) {
      guard let difference = try comparison.difference(of: $0) else { return false }
      return difference.failure == nil
    }
    let reduced = try reducer.reduce(document)
    let text = String(decoding: reduced, as: UTF8.self)
    if let reason = known.first(where: { $0.explains(text) })?.reason {
      counts[reason, default: 0] += 1
      if showsKnown, counts[reason] == 1 { show("known: \(reason): \(Self.shown(reduced))\n") }
    } else if found.insert(reduced).inserted, let difference = try comparison.difference(of: reduced) {
      show("seed \(seed): \(Self.shown(reduced))")
      show("  here   \(Self.shown(difference.ours))")
      show("  there  \(Self.shown(difference.theirs))\n")
    }
    return true
  }

  private static func shown(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).debugDescription
  }
}
