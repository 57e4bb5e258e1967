import ArgumentParser
import Foundation
import ProgramDriver

/// Measures how long a reader waits for what was written to the file that is open.
struct FollowBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow",
    abstract: "Write to files that the built program shows, in a terminal, and time the newer text.",
    discussion: """
      From the end of writing until the program says that it has reloaded, with the newer text on the screen; a file has \
      to rest for 150 ms first. "idle" is the processor time that following costs in three seconds in which nothing happens.
      """)

  @Argument(help: "Sizes of the files, as 20MB.") var sizes = ["6kB", "1MB", "20MB"].compactMap(
    ByteCount.init)
  @Option(help: "The program; without it the briefing beside this one.") var program: String?
  @Option(help: "So many changes of each file.") var rounds = 9

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds: a number of 1 or more, please") }
  }

  func run() throws {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let program = program ?? own.appendingPathComponent("briefing").path
    let folder = "\(NSTemporaryDirectory())briefing-follow-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    print("    size, B  in place, ms  by rename, ms  idle, ms")
    for size in sizes { try measure(program, folder, size.value) }
  }

  private func measure(_ program: String, _ folder: String, _ size: Int) throws {
    let path = "\(folder)/briefing.md"
    var text = "# Briefing\n\nVersion 0.\n"
    var number = 0
    while text.utf8.count < size {
      number += 1
      text += "\n## Section \(number)\n\n"
      text +=
        String(repeating: "The missile number \(number) is here, with many words around it. ", count: 8)
        + "\n"
    }
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    let environment = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": folder,
      "SWIFT_BACKTRACE": "enable=no",
    ]
    let terminal = try ProgramInTerminal([program, path], environment: environment, columns: 120, rows: 40)
    try terminal.waitForText("Version 0")
    try terminal.settle()
    var times: [Bool: [Double]] = [:]
    for round in 1...2 * rounds {
      let isRenamed = round % 2 == 0
      text = text.replacingOccurrences(of: "Version \(round - 1).", with: "Version \(round).")
      try text.write(toFile: path, atomically: isRenamed, encoding: .utf8)
      times[isRenamed, default: []].append(try terminal.waitForText("reloaded"))
      // Takes the message away.
      _ = try terminal.answer(to: "\u{C}")
      try terminal.settle()
    }
    let before = Self.ticks(terminal)
    try terminal.read(for: 3)
    let idle = Self.ticks(terminal) - before
    _ = try terminal.end(with: "Q")
    print(
      String(
        format: "%11d %13.0f %14.0f %9d", text.utf8.count, Self.median(times[false]) * 1000,
        Self.median(times[true]) * 1000, idle * 10))
  }

  /// Hundredths of a second that the program has computed.
  private static func ticks(_ terminal: ProgramInTerminal) -> Int {
    ProcessFacts(terminal.id)?.processorTicks.reduce(0, +) ?? 0
  }

  private static func median(_ values: [Double]?) -> Double {
    let sorted = (values ?? []).sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}
