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
    var isLinear: [Bool] = []
    for sample in HostileSample.all where only.map({ sample.name.contains($0) }) ?? true {
      isLinear.append(try measure(sample.name, showsAll: true, sample.bytes))
    }
    for seed in 0..<random {
      let sample = TokenSample(seed: UInt64(seed))
      isLinear.append(try measure("seed \(seed): \(sample.name)", showsAll: false, sample.bytes))
    }
    print("\(isLinear.count) shapes, \(isLinear.count { !$0 }) not linear")
  }

  /// How often a shape is measured, and how often at most where it seems not to be linear.
  private static let rounds = (least: 5, most: 25)

  /// Prints the times of a shape, and returns whether they are linear.
  private func measure(_ name: String, showsAll: Bool, _ sample: (Int) -> [UInt8]) throws -> Bool {
    let sources = (small: sample(size.value), large: sample(size.value * 10))
    var best = (small: Double.infinity, large: Double.infinity)
    var isLinear = false
    // Both sizes in turn: each finds the memory as the other has left it, and neither runs in pages that are its
    // own from the run before. Whatever else the machine does can only add, so the best counts.
    for round in 1...Self.rounds.most where round <= Self.rounds.least || !isLinear {
      best.small = min(best.small, try seconds(for: sources.small))
      best.large = min(best.large, try seconds(for: sources.large))
      isLinear = self.isLinear(best.small, best.large)
    }
    guard showsAll || !isLinear else { return isLinear }
    print(
      name.padding(toLength: max(40, name.count), withPad: " ", startingAt: 0),
      String(format: "%10.2f %10.2f %8.1f", best.small * 1000, best.large * 1000, best.large / best.small),
      isLinear ? "" : "<- not linear")
    return isLinear
  }

  /// Ten times is linear and a hundred is quadratic; what lies between is new pages and colder caches. Below 10 ms
  /// the clock says more than the parser.
  private func isLinear(_ small: Double, _ large: Double) -> Bool {
    large <= max(small * 15, 0.01) && small * 100_000 / Double(size.value) < 0.1
  }

  /// The processor's time for both phases and the HTML.
  private func seconds(for source: [UInt8]) throws -> Double {
    try Stopwatch.processorSeconds {
      _ = HTMLRenderer().render(try Document(parsing: source))
    }
  }
}
