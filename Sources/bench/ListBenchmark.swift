import ArgumentParser
import Foundation
import ProgramDriver

/// Measures what a reader waits for who opens a library: the first screen of its list, and keys in it.
struct ListBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Open libraries with the built program, in a terminal, and time the list.",
    discussion: """
      "first time" is from the start to the first rows where nothing is known of the folder, "again" where the list is \
      in the cache. Keys are timed once all rows are there, to the first output that follows.
      """)

  @Argument(help: "The libraries' folders.") var folders: [String]
  @Option(help: "The program; without it the briefing beside this one.") var program: String?
  @Option(help: "So many starts of each kind.") var rounds = 9
  @Flag(help: "With a reading state in which every briefing is marked read.") var state = false

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds: a number of 1 or more, please") }
  }

  func run() throws {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let program = program ?? own.appendingPathComponent("briefing").path
    let width = folders.map(\.count).max() ?? 0
    print(
      "".padding(toLength: width, withPad: " ", startingAt: 0),
      "first time, ms  again, ms  filter, ms  order, ms  MB")
    for folder in folders {
      let cache = "\(NSTemporaryDirectory())briefing-list-\(UUID().uuidString)"
      let state = cache + "-state"
      defer { for path in [cache, state] { try? FileManager.default.removeItem(atPath: path) } }
      if self.state { try mark(program, folder, cache: cache) }
      var (first, again): ([Double], [Double]) = ([], [])
      for _ in 0..<rounds {
        try? FileManager.default.removeItem(atPath: cache)
        first.append(try open(program, folder, cache: cache).seconds)
      }
      // One that is left alone until all is known.
      let (_, terminal) = try open(program, folder, cache: cache, stays: true)
      guard let terminal else { continue }
      try terminal.settle()
      let keys = try Self.keys(terminal)
      let memory = ProcessFacts(terminal.id)?.peakMemory ?? 0
      _ = try terminal.end(with: "Q")
      for _ in 0..<rounds { again.append(try open(program, folder, cache: cache).seconds) }
      print(
        folder.padding(toLength: width, withPad: " ", startingAt: 0),
        String(
          format: "%14.1f %10.1f %11.1f %10.1f %3d", Self.median(first) * 1000, Self.median(again) * 1000,
          keys.filter * 1000, keys.order * 1000, memory >> 20))
    }
  }

  /// Opens a folder and waits for the first rows.
  private func open(
    _ program: String, _ folder: String, cache: String, stays: Bool = false
  ) throws -> (seconds: Double, terminal: ProgramInTerminal?) {
    let environment = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": cache,
      "XDG_CACHE_HOME": cache, "XDG_STATE_HOME": cache + "-state", "SWIFT_BACKTRACE": "enable=no",
    ]
    let start = ContinuousClock.now
    let terminal = try ProgramInTerminal([program, folder], environment: environment, columns: 120, rows: 40)
    // Where the selection is, which is shown as soon as there are rows.
    try terminal.waitForText("1 of ")
    let seconds = start.duration(to: .now) / .seconds(1)
    if stays { return (seconds, terminal) }
    _ = try terminal.end(with: "Q")
    return (seconds, nil)
  }

  /// Marks all briefings read.
  private func mark(_ program: String, _ folder: String, cache: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["mark", folder, "--read"]
    process.environment = ["HOME": cache, "XDG_CACHE_HOME": cache, "XDG_STATE_HOME": cache + "-state"]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw DriverFailure("\(folder) could not be marked") }
  }

  /// The slowest key of a filter and of a change of order.
  private static func keys(_ terminal: ProgramInTerminal) throws -> (filter: Double, order: Double) {
    _ = try terminal.firstAnswer(to: "/")
    let filter = try "missile".map { try terminal.firstAnswer(to: String($0)) }.max() ?? 0
    _ = try terminal.firstAnswer(to: "\u{1B}")
    let order = try (0..<2).map { _ in try terminal.firstAnswer(to: "z") }.max() ?? 0
    return (filter, order)
  }

  private static func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }
}
