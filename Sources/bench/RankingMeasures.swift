import Foundation

/// How good rankings are, as the mean over queries.
struct RankingMeasures {
  private(set) var count = 0
  private var sums: [String: Double] = [:]
  private static let names = ["nDCG@10", "MAP", "MRR", "S@1", "S@5", "S@10"]

  /// Adds a query's ranking.
  ///
  /// - Parameters:
  ///   - ranking: What was found, the best first.
  ///   - grades: How well each returns the query; what is not among them does not.
  mutating func add(_ ranking: [String], _ grades: [String: Int]) {
    count += 1
    let found = ranking.map { max(0, grades[$0] ?? 0) }
    let best = grades.values.filter { $0 > 0 }.sorted(by: >)
    let ideal = Self.gain(best)
    if ideal > 0 { sums["nDCG@10", default: 0] += Self.gain(found) / ideal }
    var relevant = 0
    var precisions = 0.0
    for (index, grade) in found.enumerated() where grade > 0 {
      relevant += 1
      precisions += Double(relevant) / Double(index + 1)
    }
    if !best.isEmpty { sums["MAP", default: 0] += precisions / Double(best.count) }
    guard let first = found.firstIndex(where: { $0 > 0 }) else { return }
    sums["MRR", default: 0] += 1 / Double(first + 1)
    for limit in [1, 5, 10] where first < limit { sums["S@\(limit)", default: 0] += 1 }
  }

  /// The discounted gain of the first ten.
  private static func gain(_ grades: [Int]) -> Double {
    grades.prefix(10).enumerated().reduce(0) { $0 + Double($1.element) / log2(Double($1.offset + 2)) }
  }

  /// The names of the columns of ``line(_:)``.
  static var header: String {
    "".padding(toLength: 24, withPad: " ", startingAt: 0)
      + (["queries"] + names).map { String(repeating: " ", count: 9 - $0.count) + $0 }.joined()
  }

  /// The means after a name.
  func line(_ name: String) -> String {
    name.padding(toLength: 24, withPad: " ", startingAt: 0) + String(format: "%9d", count)
      + Self.names.map { String(format: "%9.3f", (sums[$0] ?? 0) / Double(max(1, count))) }.joined()
  }
}
