import Foundation

/// How numbers lie: the middle, what all but one in twenty stay below, the worst.
struct Figures: CustomStringConvertible {
  private(set) var values: [Double] = []
  private let format: String

  /// Starts without numbers, which are shown by a format of `printf`.
  init(_ format: String) { self.format = format }

  mutating func add(_ value: Double) { values.append(value) }

  var description: String {
    guard !values.isEmpty else { return "none" }
    let sorted = values.sorted()
    let chosen = [
      ("median", sorted[sorted.count / 2]), ("95%", sorted[(sorted.count * 95 + 99) / 100 - 1]),
      ("worst", sorted[sorted.count - 1]),
    ]
    return chosen.map { "\($0.0) " + String(format: format, $0.1) }.joined(separator: ", ")
  }
}
