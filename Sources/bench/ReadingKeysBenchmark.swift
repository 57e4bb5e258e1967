import ArgumentParser
import Foundation
import ProgramDriver

/// Measures what a reader waits for in a briefing, with a reading state and without: from a key to the first output.
struct ReadingKeysBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reading-keys",
    abstract:
      "Press keys in a briefing of the built program, with and without a reading state, and time the answers.",
    discussion: "The two programs are asked in turn, so that what else the machine does meets both.")

  @Argument(help: "A briefing with at least three sections.") var file: String
  @Option(help: "The program; without it the briefing beside this one.") var program: String?
  @Option(help: "Each key is pressed so often.") var rounds = 40

  /// Pairs, so that each has something to change and the next round finds what this one did.
  private static let keys = ["j", "k", " ", "b", "]", "[", "x", "U", "*", "U"]

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds: a number of 1 or more, please") }
  }

  func run() throws {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let program = program ?? own.appendingPathComponent("briefing").path
    let home = "\(NSTemporaryDirectory())briefing-keys-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: home) }
    let environment = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": home,
      "XDG_CACHE_HOME": home, "XDG_STATE_HOME": home, "SWIFT_BACKTRACE": "enable=no",
    ]
    let terminals = try [["--no-state"], []].map { options in
      let terminal = try ProgramInTerminal(
        [program] + options + [file], environment: environment, columns: 120, rows: 40)
      try terminal.settle()
      return terminal
    }
    var times: [String: [[Double]]] = [:]
    for _ in 0..<rounds {
      for key in Self.keys {
        for (index, terminal) in terminals.enumerated() {
          times[key, default: [[], []]][index].append(
            try terminal.answer(to: key, silence: 0.02, patience: 10).first)
        }
      }
    }
    print("keys in a briefing, 120x40     without state, ms         with state, ms")
    print("                         median     95%     max   median     95%     max")
    for key in Set(Self.keys).sorted() {
      let name = key == " " ? "Space" : key
      let figures = (times[key] ?? []).map(Self.figures).joined(separator: " ")
      print(name.padding(toLength: 23, withPad: " ", startingAt: 0) + figures)
    }
    for terminal in terminals { _ = try terminal.end(with: "q") }
  }

  private static func figures(_ times: [Double]) -> String {
    let sorted = times.sorted()
    return [sorted.count / 2, (sorted.count * 95 + 99) / 100 - 1, sorted.count - 1].map {
      String(format: "%8.1f", sorted[$0] * 1000)
    }.joined()
  }
}
