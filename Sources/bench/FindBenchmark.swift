import ArgumentParser
import BriefingCore
import BriefingLayout
import BriefingSearch
import BriefingText
import CommonMarkSamples
import Foundation

/// Measures what looking for something costs in briefings that are one unit: what they cost in all, at a size and at ten
/// times that, and how long nobody can stop it.
struct FindBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Measure collecting, searching and excerpts of one long paragraph, table or HTML block.")

  @Option(help: "The larger size.") var size = ByteCount(argument: "20MB")!
  @Option(help: "Measure only shapes whose name has this text.") var only: String?

  /// One unit of about a size.
  private static let shapes: [(name: String, make: @Sendable (Int) -> String)] = [
    ("paragraph of links", { String(repeating: "[a link](b) and text, ", count: $0 / 22) }),
    ("paragraph of emphasis", { String(repeating: "*a **b** c* ", count: $0 / 12) }),
    ("paragraph beyond ASCII", { String(repeating: "Erdoğan’ın “sözü” ", count: $0 / 25) }),
    (
      "references to definitions",
      { size in
        let count = size / 40
        return (0..<count).map { "[\($0)]: /a/\($0)\n" }.joined() + (0..<count).map { "![][\($0)] " }.joined()
      }
    ),
    ("quote of many lines", { String(repeating: "> a line of text\n", count: $0 / 17) }),
    (
      "table of two columns",
      { "| a | b |\n|---|---|\n" + String(repeating: "| a b | [c](d) |\n", count: $0 / 17) }
    ),
    (
      "short rows of a wide table",
      { size in
        // A quarter each for the header and its rule.
        let columns = size / 8
        return String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns)
          + "|\n"
          + String(repeating: "|b|\n", count: size / 8)
      }
    ),
    ("HTML block", { "<div>\n" + String(repeating: "<p>some text\n", count: $0 / 13) + "</div>\n" }),
    ("code block", { "```\n" + String(repeating: "some code\n", count: $0 / 10) + "```\n" }),
  ]

  func run() throws {
    print("CPU ms of n and 10n, and of the longest time between two questions whether to go on")
    print(
      row("shape", ["collect", "", "stop", "find", "", "stop", "words", "", "stop", "excerpt", "", "stop"]))
    for shape in Self.shapes where only.map({ shape.name.contains($0) }) ?? true {
      let small = try measure(shape.make(size.value / 10))
      let large = try measure(shape.make(size.value))
      print(
        row(
          shape.name,
          zip(small, large).flatMap { [$0.milliseconds, $1.milliseconds, $1.silence] }.map {
            String(format: "%.1f", $0)
          }))
    }
  }

  private func row(_ name: String, _ columns: [String]) -> String {
    name.padding(toLength: 28, withPad: " ", startingAt: 0)
      + columns.map { String(repeating: " ", count: max(1, 9 - $0.count)) + $0 }.joined()
  }

  /// What something costs, and how long it does not ask whether to go on.
  private struct Cost {
    var milliseconds: Double
    var silence: Double

    init(_ work: (() -> Bool) throws -> Void) rethrows {
      milliseconds = try Stopwatch.processorSeconds { try work { false } } * 1000
      // Once more, for to ask the clock is dear. It is the processor's: others may use the machine too.
      var last = clock()
      var longest = 0
      try work {
        let now = clock()
        longest = max(longest, now - last)
        last = now
        return false
      }
      silence = Double(max(longest, clock() - last)) / Double(CLOCKS_PER_SEC) * 1000
    }
  }

  /// Of collecting, searching what was collected, an index's words and an excerpt.
  private func measure(_ markdown: String) throws -> [Cost] {
    let briefing = try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample"))
    let page = Page(briefing, width: 80)
    var text: FindText?
    let patterns = [WordPattern(words: ["nowhere"]), WordPattern(words: ["no"], isPrefix: true)]
    return [
      Cost { text = FindText(page, isCancelled: $0) },
      Cost { _ = text?.matches(of: FindQuery("Nowhere"), isCancelled: $0) },
      try Cost { _ = try SearchableBriefing(briefing, path: "sample.md", isCancelled: $0) },
      try Cost {
        _ = try Excerpt(ofSection: 0, of: BriefingUnits(briefing), showing: patterns, isCancelled: $0)
      },
    ]
  }
}
