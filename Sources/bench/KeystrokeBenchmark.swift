import ArgumentParser
import Foundation
import ProgramDriver

/// Measures what a reader waits for who types into the search: from a key to the screen that returns it.
struct KeystrokeBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keystroke",
    abstract: "Type into the search of the built program, in a terminal, and time what it draws.",
    discussion: """
      "first" is the first output that follows a key; "last" is the last before 300 ms of silence, with which \
      results and preview are complete.
      """)

  @Argument(help: "The library's folder.") var folder: String
  @Option(help: "The program; without it the briefing beside this one.") var program: String?
  @Option(help: "Where the index and earlier searches are kept; without it, in a folder that goes again.")
  var cache: String?
  @Option(help: "Each query is typed and taken back so often.") var rounds = 3

  @Flag(help: "Print a line for each text that a key has left in the prompt, too.") var each = false

  private static let queries = ["missile ankara", "agreement", "the", "mis"]

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds: a number of 1 or more, please") }
  }

  func run() throws {
    let temporary = "\(NSTemporaryDirectory())briefing-keystroke-\(UUID().uuidString)"
    defer { if cache == nil { try? FileManager.default.removeItem(atPath: temporary) } }
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let program = program ?? own.appendingPathComponent("briefing").path
    // As an absolute path: the environment's are to be such.
    let cache = URL(fileURLWithPath: cache ?? temporary).path
    let environment = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": cache,
      "XDG_CACHE_HOME": cache, "XDG_STATE_HOME": cache, "SWIFT_BACKTRACE": "enable=no",
    ]
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw DriverFailure("\(program): no program; build it: make build")
    }
    try index(program, environment)

    let terminal = try ProgramInTerminal(
      [program, folder], environment: environment, columns: 120, rows: 40)
    try terminal.settle()
    _ = try terminal.answer(to: "S")
    try terminal.settle()
    print("keys in the search, 120x40     first output, ms          last output, ms         bytes")
    print("                      keys   median     95%     max    median     95%     max   median")
    var all: [ProgramInTerminal.Answer] = []
    for query in Self.queries {
      var (typed, erased): ([ProgramInTerminal.Answer], [ProgramInTerminal.Answer]) = ([], [])
      for _ in 0..<rounds {
        for letter in query { typed.append(try terminal.answer(to: String(letter))) }
        for _ in query { erased.append(try terminal.answer(to: "\u{7F}")) }
      }
      if each { printEach(query, typed, erased) }
      print(Self.line(query, typed))
      print(Self.line("  taken back", erased))
      all += typed + erased
    }
    print(Self.line("all", all))
    _ = try terminal.answer(to: "\u{1B}")
    let status = try terminal.end(with: "q")
    if status != 0 { throw DriverFailure("the program ended with status \(status)") }
  }

  private func printEach(
    _ query: String, _ typed: [ProgramInTerminal.Answer], _ erased: [ProgramInTerminal.Answer]
  ) {
    let count = query.count
    func every(_ place: Int, of answers: [ProgramInTerminal.Answer]) -> [ProgramInTerminal.Answer] {
      stride(from: place, to: answers.count, by: count).map { answers[$0] }
    }
    for place in 0..<count { print(Self.line("    \(query.prefix(place + 1))", every(place, of: typed))) }
    for place in 0..<count - 1 {
      print(Self.line("  < \(query.dropLast(place + 1))", every(place, of: erased)))
    }
  }

  /// Brings the index up to date: making it is not an answer to a key.
  private func index(_ program: String, _ environment: [String: String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["index", folder]
    process.environment = environment
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw DriverFailure("\(folder) could not be indexed")
    }
  }

  private static func line(_ name: String, _ answers: [ProgramInTerminal.Answer]) -> String {
    func figures(_ times: [Double]) -> String {
      let sorted = times.sorted()
      let chosen = [
        sorted[sorted.count / 2], sorted[(sorted.count * 95 + 99) / 100 - 1], sorted[sorted.count - 1],
      ]
      return chosen.map { String(format: "%8.1f", $0 * 1000) }.joined()
    }
    let bytes = answers.map(\.bytes).sorted()[answers.count / 2]
    return name.padding(toLength: 20, withPad: " ", startingAt: 0) + String(format: "%6d ", answers.count)
      + figures(answers.map(\.first)) + "  " + figures(answers.map(\.last)) + String(format: "%9d", bytes)
  }
}
