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
      "ended" is the longest time from a signal to the end, and which signal of SIGTERM, SIGINT, SIGHUP and SIGQUIT it was: \
      while the file is opened, and while its end is laid out. It ends with 1 where one took more than a second.
      """)

  @Option(help: "The sizes.") var size: [ByteCount] = []
  @Option(help: "Measure only shapes whose name has this text.") var only: String?
  @Flag(help: "Measure only how signals end it.") var signals = false
  @Option(help: "The program; without it the briefing beside this one.") var program: String?

  /// Keys by the name of their column.
  private static let keys = [
    ("page down", "      "), ("G", "G"), ("page up", "bbbb"), ("g", "g"), ("pan", "lll"), ("w", "ww"),
    ("s", "s"), ("letter", "a"), ("Enter", "\r"),
  ]
  /// What ends the program, by name.
  private static let endings = [("TERM", SIGTERM), ("INT", SIGINT), ("HUP", SIGHUP), ("QUIT", SIGQUIT)]
  /// Seconds within which a signal has to end the program.
  private static let patience = 1.0

  func run() throws {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let program = program ?? own.appendingPathComponent("briefing").path
    let folder = "\(NSTemporaryDirectory())briefing-leaves-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }

    print("longest time of a key, ms".padding(toLength: 42, withPad: " ", startingAt: 0), terminator: "")
    if !signals { print(Self.keys.map { Self.right($0.0) }.joined() + Self.right("resize"), terminator: "") }
    print((signals ? "" : "   opened, s       MB") + "   ended opening, s   ended reading, s")
    var isSlow = false
    for size in size.isEmpty ? [20, 50].map({ ByteCount(argument: "\($0)MB")! }) : size {
      for sample in LongLeafSample.all + [.manySections] + LongLeafSample.nested + LongLeafSample.marks
      where only.map({ sample.name.contains($0) }) ?? true {
        let file = "\(folder)/leaf.md"
        try Data(sample.bytes(size.value)).write(to: URL(fileURLWithPath: file))
        let name = "\(sample.name), \(size.value / 1_000_000) MB"
        print(name.padding(toLength: 42, withPad: " ", startingAt: 0), terminator: "")
        // A file beyond a limit ends the program at once.
        do {
          if !signals { print(try line(program, file, home: folder), terminator: "") }
          let (text, longest) = try endings(program, file, home: folder)
          print(text)
          if longest > Self.patience { isSlow = true }
        } catch let failure as DriverFailure {
          print("  not opened: \(failure)")
        }
      }
    }
    if isSlow { throw ExitCode.failure }
  }

  private func start(_ program: String, _ file: String, home: String) throws -> ProgramInTerminal {
    try ProgramInTerminal(
      [program, file],
      environment: [
        "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": home,
        "SWIFT_BACKTRACE": "enable=no",
      ], columns: 100, rows: 40)
  }

  /// Waits for the text, and returns after how many seconds it was there.
  private static func waitForText(in terminal: ProgramInTerminal) throws -> Double {
    // A message about the briefing's marks stands in the place of the percentage.
    try terminal.waitForText("%", or: "All", "many marks")
  }

  /// The longest time that a signal takes to end the program, while the file is opened and in the text.
  private func endings(
    _ program: String, _ file: String, home: String
  ) throws -> (text: String, longest: Double) {
    var opening: [(name: String, seconds: Double)] = []
    var reading: [(name: String, seconds: Double)] = []
    for (name, signal) in Self.endings {
      let early = try start(program, file, home: home)
      // What opens at once does not say that it opens.
      try early.waitForText("Opening", or: " · ")
      opening.append((name, try early.end(by: signal)))
      let late = try start(program, file, home: home)
      _ = try Self.waitForText(in: late)
      // Its end is laid out at another width, and the signal comes into that. In a prompt SIGINT would only close it, as
      // `^C` does.
      try late.write(Array("wG".utf8))
      usleep(50_000)
      reading.append((name, try late.end(by: signal)))
    }
    let longest = [opening, reading].compactMap { $0.max { $0.seconds < $1.seconds } }
    let text = longest.map {
      String(repeating: " ", count: 8 - $0.name.count) + $0.name + String(format: "%10.2f", $0.seconds)
    }
    return (text.joined(), longest.map(\.seconds).max() ?? 0)
  }

  private func line(_ program: String, _ file: String, home: String) throws -> String {
    let terminal = try start(program, file, home: home)
    let opened = try Self.waitForText(in: terminal)
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
    _ = try terminal.end(by: SIGTERM)
    return text + String(format: "%12.2f %8d", opened, memory / 1_000_000)
  }

  private static func right(_ text: String) -> String {
    String(repeating: " ", count: max(0, 10 - text.count)) + text
  }

  private static func milliseconds(_ seconds: Double) -> String { String(format: "%10.1f", seconds * 1000) }
}
