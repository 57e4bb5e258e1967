import ArgumentParser
import BriefingCore
import BriefingLayout
import CommonMark
import CommonMarkSamples
import Foundation

/// Measures what the dialect briefing costs beyond GitHub's: on ordinary text, and each feature on text full of its marks.
struct PageFeatureBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page-features",
    abstract: "Compare the dialects gfm and briefing, and briefing with and without each of its features.",
    discussion: """
      Processor time in nanoseconds a byte; the best of some runs counts, both sides by turns. The text of a feature is full \
      of its marks, and is parsed with inlines. Growth is that of the time where the text is ten times as long: 10 is linear.
      """)

  @Option(help: "The size of each text.") var size = ByteCount(argument: "200kB")!
  @Option(help: "A file to take as ordinary text.") var file: String?
  @Option(help: "How often each is measured.") var runs = 7

  func run() throws {
    let news =
      try file.map { Array(try Data(contentsOf: URL(fileURLWithPath: $0))) }
      ?? NewsSample.make(byteCount: size.value)
    print(Self.padded("ordinary, \(news.count) bytes") + "       gfm  briefing   ratio")
    try report("blocks and inlines", news.count, [Dialect.gfm, .briefing]) {
      try Self.parse(news, $0.extensions)
    }
    try report("the same, laid out", news.count, [Dialect.gfm, .briefing]) { try Self.layOut(news, $0) }
    print(Self.padded("full of a feature's marks") + "   without      with   ratio  growth")
    for feature in PageFeature.all {
      let text = feature.bytes(size.value)
      let sides = [Extensions.briefing.subtracting(feature.extensions), .briefing]
      let seconds = try report(feature.name, text.count, sides, isLast: false) { try Self.parse(text, $0) }
      let long = feature.bytes(size.value * 10)
      let ten = try best([Extensions.briefing]) { try Self.parse(long, $0) }
      print(String(format: "%8.1f", ten[0] / seconds))
    }
  }

  /// Prints a line, and returns the seconds that the second side takes.
  @discardableResult
  private func report<Side>(
    _ name: String, _ count: Int, _ sides: [Side], isLast: Bool = true, _ body: (Side) throws -> Void
  ) throws -> Double {
    let seconds = try best(sides, body)
    let nanoseconds = seconds.map { $0 * 1e9 / Double(count) }
    print(
      Self.padded(name)
        + String(
          format: "%10.1f%10.1f%8.2f", nanoseconds[0], nanoseconds[1], nanoseconds[1] / nanoseconds[0]),
      terminator: isLast ? "\n" : "")
    return seconds[1]
  }

  /// The least seconds that each side takes.
  private func best<Side>(_ sides: [Side], _ body: (Side) throws -> Void) throws -> [Double] {
    var least = sides.map { _ in Double.infinity }
    for _ in 0..<max(1, runs) {
      for (index, side) in sides.enumerated() {
        least[index] = min(least[index], try Stopwatch.processorSeconds { try body(side) })
      }
    }
    return least
  }

  private static func padded(_ name: String) -> String {
    name.padding(toLength: 30, withPad: " ", startingAt: 0)
  }

  private static func parse(_ bytes: [UInt8], _ extensions: Extensions) throws {
    try Document(parsing: bytes, extensions: extensions).forEachLeaf { _, _ in }
  }

  private static func layOut(_ bytes: [UInt8], _ dialect: Dialect) throws {
    let briefing = try Briefing(parsing: bytes, file: .init(name: "news"), dialect: dialect)
    TextWriter().write(try Page(cutting: briefing, width: 80)) { _ in }
  }
}
