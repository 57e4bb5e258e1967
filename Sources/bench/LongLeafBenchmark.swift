import ArgumentParser
import CommonMarkSamples
import Foundation
import ProgramDriver

/// Measures what a reader waits for in a file that is one long leaf: from the start to the text, and at each key.
struct LongLeafBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leaves",
    abstract: "Read files of one long paragraph, table and so on in a terminal, and time each key.",
    discussion: """
      A key's time is that to the first output that follows it; of several keys of a kind the longest counts. \
      "ended" is the time from SIGTERM to the end: while the file is opened, and in the text.
      """)

  @Option(help: "The sizes.") var size: [ByteCount] = []
  @Option(help: "Measure only shapes whose name has this text.") var only: String?
  @Option(help: "The program; without it the briefing beside this one.") var program: String?

  /// Keys by the name of their column.
  private static let keys = [
    ("page down", "      "), ("G", "G"), ("page up", "bbbb"), ("g", "g"), ("pan", "lll"), ("w", "ww"),
    ("s", "s"), ("letter", "a"), ("Enter", "\r"),
  ]

  func run() throws {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let program = program ?? own.appendingPathComponent("briefing").path
    let folder = "\(NSTemporaryDirectory())briefing-leaves-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }

    print("longest time of a key, ms".padding(toLength: 42, withPad: " ", startingAt: 0), terminator: "")
    print(Self.keys.map { Self.right($0.0) }.joined() + Self.right("resize"), terminator: "")
    print("   opened, s    ended, s       MB")
    for size in size.isEmpty ? [20, 50].map({ ByteCount(argument: "\($0)MB")! }) : size {
      for sample in LongLeafSample.all + [.manySections] + LongLeafSample.nested + LongLeafSample.marks
      where only.map({ sample.name.contains($0) }) ?? true {
        let file = "\(folder)/leaf.md"
        try Data(sample.bytes(size.value)).write(to: URL(fileURLWithPath: file))
        let name = "\(sample.name), \(size.value / 1_000_000) MB"
        print(name.padding(toLength: 42, withPad: " ", startingAt: 0), terminator: "")
        // A file beyond a limit ends the program at once.
        do { print(try line(program, file, home: folder)) } catch let failure as DriverFailure {
          print("  not opened: \(failure)")
        }
      }
    }
  }

  private func line(_ program: String, _ file: String, home: String) throws -> String {
    func start() throws -> ProgramInTerminal {
      try ProgramInTerminal(
        [program, file],
        environment: [
          "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": home,
          "SWIFT_BACKTRACE": "enable=no",
        ], columns: 100, rows: 40)
    }
    let opening = try start()
    // What opens at once does not say that it opens.
    try opening.waitForText("Opening", or: " · ")
    let endedOpening = try opening.end(by: SIGTERM)

    let terminal = try start()
    // A message about the briefing's marks stands in the place of the percentage.
    let opened = try terminal.waitForText("%", or: "All", "many marks")
    // What is counted in the background is not an answer to a key.
    try terminal.settle()
    var text = ""
    for (_, keys) in Self.keys {
      let times = try keys.map { try terminal.firstAnswer(to: String($0)) }
      text += Self.milliseconds(times.max() ?? 0)
    }
    let sizes: [UInt16] = [60, 140, 100]
    text += Self.milliseconds(try sizes.map { try terminal.firstAnswer(toColumns: $0, rows: 40) }.max() ?? 0)
    let memory = ProcessFacts(terminal.id)?.peakMemory ?? 0
    let ended = try terminal.end(by: SIGTERM)
    return text + String(format: "%12.2f %5.2f %5.2f %8d", opened, endedOpening, ended, memory / 1_000_000)
  }

  private static func right(_ text: String) -> String {
    String(repeating: " ", count: max(0, 10 - text.count)) + text
  }

  private static func milliseconds(_ seconds: Double) -> String { String(format: "%10.1f", seconds * 1000) }
}
