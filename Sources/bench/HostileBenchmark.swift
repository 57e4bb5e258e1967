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

  func run() throws {
    print("shape".padding(toLength: 44, withPad: " ", startingAt: 0), "n, ms    10n, ms   growth")
    for sample in HostileSample.all where only.map({ sample.name.contains($0) }) ?? true {
      let small = try seconds(for: sample.bytes(size.value))
      let large = try seconds(for: sample.bytes(size.value * 10))
      let note = small > 0.1 || large > small * 15 && large > 0.01 ? "  <- not linear" : ""
      print(
        sample.name.padding(toLength: 40, withPad: " ", startingAt: 0),
        String(format: "%10.2f %10.2f %8.1f", small * 1000, large * 1000, large / small) + note)
    }
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
