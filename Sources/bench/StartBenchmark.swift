import ArgumentParser
import CommonMarkSamples
import Foundation
import ProgramDriver

/// Measures what a reader waits for who opens a file, beside less.
struct StartBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract:
      "Open files of all sizes with the built program and with less, in a terminal, and time the first paint.",
    discussion: """
      The two take turns; what is printed is the median. Processor time is that of the whole run, which is left as soon as \
      the text is there, so of a long file that is not all of its work. Instructions are counted by \
      `valgrind --tool=callgrind`.
      """)

  @Option(help: "The program; without it the briefing beside this one.") var program: String?
  @Option(help: "So many starts of each.") var rounds = 15

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds: a number of 1 or more, please") }
  }

  /// What is waited for: it stands in the first row.
  private static let mark = "Startmark"

  func run() throws {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let program = program ?? own.appendingPathComponent("briefing").path
    let folder = "\(NSTemporaryDirectory())briefing-start-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let less = ["/usr/bin/less", "/bin/less"].first { FileManager.default.isExecutableFile(atPath: $0) }
    print("file                     paint, ms   less  apart   CPU, ms   less    MB")
    for sample in Sample.all {
      let path = "\(folder)/a.md"
      try Data(sample.bytes()).write(to: URL(fileURLWithPath: path))
      var (ours, others): ([Start], [Start]) = ([], [])
      for _ in 0..<rounds {
        ours.append(try start([program, path], in: folder))
        if let less { others.append(try start([less, path], in: folder)) }
      }
      let (paint, work) = (Self.median(ours.map(\.paint)), Self.median(ours.map(\.work)))
      let other = less.map { _ in (Self.median(others.map(\.paint)), Self.median(others.map(\.work))) }
      print(
        sample.name.padding(toLength: 24, withPad: " ", startingAt: 0),
        String(format: "%9.1f", paint * 1000),
        other.map { String(format: "%6.1f %6.1f", $0.0 * 1000, (paint - $0.0) * 1000) } ?? "     -      -",
        String(format: "%9.1f", work * 1000), other.map { String(format: "%6.1f", $0.1 * 1000) } ?? "     -",
        String(format: "%5.0f", Self.median(ours.map { Double($0.memory >> 20) })))
    }
  }

  /// One start.
  private struct Start {
    /// Seconds until the text is on the screen.
    var paint: Double
    /// Seconds of processor time until the program has ended.
    var work: Double
    /// Bytes at most, until the text is there.
    var memory: Int
  }

  private func start(_ words: [String], in folder: String) throws -> Start {
    let environment = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": folder,
      "XDG_CACHE_HOME": folder, "XDG_STATE_HOME": folder, "BRIEFING_STATE": "off",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    let begin = ContinuousClock.now
    let terminal = try ProgramInTerminal(words, environment: environment, columns: 120, rows: 40)
    try terminal.waitForText(Self.mark)
    let paint = begin.duration(to: .now) / .seconds(1)
    let memory = ProcessFacts(terminal.id)?.peakMemory ?? 0
    _ = try terminal.end(with: "Q")
    return Start(paint: paint, work: terminal.ending?.processorSeconds ?? 0, memory: memory)
  }

  private static func median(_ numbers: [Double]) -> Double { numbers.sorted()[numbers.count / 2] }

  /// A file.
  private struct Sample: Sendable {
    let name: String
    let bytes: @Sendable () -> [UInt8]

    static let all = [
      Sample(name: "news, 6 kB") { text(NewsSample.make(byteCount: 6000)) },
      Sample(name: "news, 1 MB") { text(NewsSample.make(byteCount: 1_000_000)) },
      Sample(name: "news, 20 MB") { text(NewsSample.make(byteCount: 20_000_000)) },
      Sample(name: "news, 200 MB") {
        let news = NewsSample.make(byteCount: 20_000_000)
        return text((0..<10).flatMap { _ in news })
      },
      Sample(name: "links, 20 MB") { text(links(sections: 30_000)) },
      Sample(name: "links, 200 MB") { text(links(sections: 300_000)) },
      Sample(name: "600,000 sections, 200 MB") {
        var bytes: [UInt8] = []
        for number in 0..<600_000 { bytes += Array("## Section \(number)\n\n\(sentence)\n\n".utf8) }
        return text(bytes)
      },
    ]

    /// Sections with links that are defined at the end, the first of them in the lead.
    private static func links(sections: Int) -> [UInt8] {
      var bytes = Array("News of [Reuters][1] and others [sic].\n\n".utf8)
      for number in 0..<sections {
        bytes += Array("## Section \(number)\n\n\(sentence) [More][\(number % 500)].\n\n\(sentence)\n\n".utf8)
      }
      for number in 0..<500 { bytes += Array("[\(number)]: https://news.example/\(number)\n".utf8) }
      return bytes
    }

    private static let sentence =
      "The minister said on Monday that talks on the sale would go on for a week or more in Ankara, officials said. "
      + "Both sides had met in Washington before, and both want the engines that the sale leaves out. Congress has "
      + "fifteen days to object, which it may do by a vote; analysts expect none."

    private static func text(_ bytes: [UInt8]) -> [UInt8] { Array("# \(mark)\n\n".utf8) + bytes }
  }
}
