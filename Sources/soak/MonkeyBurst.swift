import CommonMarkSamples
import Glibc

/// A visit to the program: what is in the library, how the program is started, and what is done to it. All of it
/// follows from a seed and the burst's number, so that any burst can be played again.
struct MonkeyBurst: Sendable {
  /// What `TERM` says.
  let term: String
  let columns: UInt16
  let rows: UInt16
  /// What `BROWSER` says.
  let browser: String
  /// Arguments besides the path.
  let options: [String]
  /// The library's files, besides the briefings that ship; further ones for changes to come.
  let files: [HostileFile]
  /// How many files there are at the start.
  let initialFiles: Int
  /// How many generated briefings there are; with many of them the library has an index.
  let briefings: Int
  /// The file that is opened, by its number; nil where the library is.
  let opened: Int?
  /// What is done, one after the other.
  var steps: [MonkeyStep] = []

  /// Draws a burst.
  init(seed: UInt64, number: Int) {
    var mix = SeededGenerator(seed: seed)
    var random = SeededGenerator(seed: mix.next() &+ UInt64(truncatingIfNeeded: number))
    term =
      random.oneIn(2)
      ? "xterm-256color"
      : ["tmux-256color", "screen-256color", "linux"][Int.random(in: 0..<3, using: &random)]
    (columns, rows) = Self.size(using: &random)
    browser = random.oneIn(3) ? "w3m" : "browser"
    options = random.oneIn(6) ? ["--width", "\(Int.random(in: 10...1000, using: &random))"] : []
    let byteCount = [300, 300, 5000, 5000, 40_000, 150_000].randomElement(using: &random) ?? 300
    let corpus = HostileCorpus(seed: random.next(), byteCount: byteCount).files
    files = (0..<16).map { _ in corpus.randomElement(using: &random) ?? corpus[0] }
    initialFiles = Int.random(in: 1...10, using: &random)
    briefings = random.oneIn(10) ? 700 : Int.random(in: 0...5, using: &random)
    let texts = files.prefix(initialFiles).enumerated().filter { $0.element.isText }.map(\.offset)
    opened = random.oneIn(4) ? texts.randomElement(using: &random) : nil
    let count = Int.random(in: 3...(random.oneIn(5) ? 120 : 30), using: &random)
    for _ in 0..<count { steps.append(step(using: &random)) }
  }

  /// Signals that end the program: some that it answers, and some that it only gives the terminal back for.
  private static let endings = [SIGINT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2]

  private func step(using random: inout SeededGenerator) -> MonkeyStep {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<62: .keys(MonkeyKeys.draw(using: &random))
    case 62..<72: .wait(Double(Int.random(in: 1...80, using: &random)) / 1000)
    case 72..<84: Self.resize(using: &random)
    case 84..<88:
      .stop(random.oneIn(2) ? SIGTSTP : SIGSTOP, Double(Int.random(in: 0...30, using: &random)) / 1000)
    case 88..<90: .signal([SIGWINCH, SIGWINCH, SIGCONT, SIGTSTP].randomElement(using: &random) ?? SIGWINCH)
    case 90:
      random.oneIn(3)
        ? .signal(Self.endings.randomElement(using: &random) ?? SIGINT) : .signal(SIGWINCH)
    case 91..<95: .write(name(using: &random), files.randomElement(using: &random) ?? files[0])
    case 95..<98: .remove(name(using: &random))
    default: .rename(name(using: &random), name(using: &random))
    }
  }

  private func name(using random: inout SeededGenerator) -> Int {
    Int.random(in: 0..<files.count, using: &random)
  }

  private static func resize(using random: inout SeededGenerator) -> MonkeyStep {
    let (columns, rows) = size(using: &random)
    return .resize(columns: columns, rows: rows)
  }

  private static func size(using random: inout SeededGenerator) -> (UInt16, UInt16) {
    func number(_ range: ClosedRange<Int>) -> UInt16 { UInt16(Int.random(in: range, using: &random)) }
    return switch Int.random(in: 0..<10, using: &random) {
    case 0: (number(1...5), number(1...5))
    case 1: (number(1...20), number(1...60))
    case 2: (number(200...500), number(100...300))
    default: (number(20...160), number(5...60))
    }
  }
}
