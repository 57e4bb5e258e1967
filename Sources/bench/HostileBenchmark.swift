import ArgumentParser
import CommonMark
import CommonMarkSamples
import Foundation

/// Measures inputs that are made to be slow, at a size and at ten times that.
struct HostileBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pathological",
    abstract: "Parse and render hostile inputs at a size and at ten times the size.")

  @Option(help: "The smaller size.") var size = ByteCount(argument: "100kB")!
  @Option(help: "Measure only shapes whose name has this text.") var only: String?

  @Option(help: "Measure so many random repetitions of tokens as well, and show those that are not linear.")
  var random = 0

  func run() throws {
    print("shape".padding(toLength: 44, withPad: " ", startingAt: 0), "n, ms    10n, ms   growth")
    for sample in HostileSample.all where only.map({ sample.name.contains($0) }) ?? true {
      try measure(sample.name, showsAll: true, sample.bytes)
    }
    for seed in 0..<random {
      let sample = TokenSample(seed: UInt64(seed))
      try measure("seed \(seed): \(sample.name)", showsAll: false, sample.bytes)
    }
  }

  private func measure(_ name: String, showsAll: Bool, _ sample: (Int) -> [UInt8]) throws {
    let small = try seconds(for: sample(size.value))
    let large = try seconds(for: sample(size.value * 10))
    // Ten times is linear and a hundred is quadratic; what lies between is new pages and colder caches, as the
    // smaller size runs in memory that is warm. Below 10 ms the clock says more than the parser.
    let isLinear = large <= max(small * 30, 0.01) && small * 100_000 / Double(size.value) < 0.1
    guard showsAll || !isLinear else { return }
    print(
      name.padding(toLength: max(40, name.count), withPad: " ", startingAt: 0),
      String(format: "%10.2f %10.2f %8.1f", small * 1000, large * 1000, large / small),
      isLinear ? "" : "<- not linear")
  }

  /// The best of three runs of both phases and the HTML.
  private func seconds(for source: [UInt8]) throws -> Double {
    try (0..<3).map { _ in
      try Stopwatch.seconds {
        _ = HTMLRenderer().render(try Document(parsing: source))
      }
    }.min() ?? 0
  }
}
