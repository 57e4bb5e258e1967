import ArgumentParser
import Foundation
import ProgramDriver

/// `soak monkey`: presses keys at random.
struct Monkey: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Press random keys in the built program, change its files and send it signals.",
    discussion: """
      A burst is one visit to the program: a library, a window, and what is done there. It follows from the seed and \
      the burst's number alone, and is played again by --burst. Exit status: 0 nothing found, 1 findings.
      """)

  @OptionGroup var options: SoakOptions
  @Option(help: "Begin no burst after so many seconds.") var seconds = 60.0
  @Option(help: "Play this burst alone.") var burst: Int?
  @Option(help: "Of that burst only these steps: 0-4,7.") var steps: StepRange?
  @Option(help: "The briefings that every library has.") var briefings = "Briefings"
  @Flag(help: "Print a line for each burst; with --burst its steps too.") var verbose = false

  func run() throws {
    SoakOptions.limitResources()
    let program = try options.programPath()
    var answers = Figures("%.3f s")
    var (memory, threads) = (Figures("%.0f MB"), Figures("%.0f"))
    var (bursts, found, written) = (0, 0, 0)
    let end = ContinuousClock.now + .seconds(seconds)
    for number in burst.map({ $0..<$0 + 1 }) ?? 0..<Int.max {
      guard burst != nil || .now < end else { break }
      var plan = MonkeyBurst(seed: options.seed, number: number)
      if let steps { plan.steps = steps.choose(from: plan.steps) }
      let outcome = try MonkeyRun(plan, program: program, shipped: briefings).run()
      outcome.answers.forEach { answers.add($0) }
      memory.add(Double(outcome.peakMemory) / 1_000_000)
      threads.add(Double(outcome.threads))
      written += outcome.written
      bursts += 1
      if verbose {
        if burst != nil { plan.steps.enumerated().forEach { print("step \($0): \($1)") } }
        print(
          "burst \(number): \(plan.term) \(plan.columns)x\(plan.rows), \(plan.steps.count) steps,",
          "\(outcome.written) bytes, \(outcome.ending), answer \(outcome.answers.last ?? 0) s")
      }
      fflush(nil)
      guard !outcome.findings.isEmpty else { continue }
      found += 1
      try report(outcome, of: plan, number: number, program: program)
    }
    print(
      "\(bursts) bursts (seed \(options.seed)), \(written / 1000) kB on the screen, \(found) with findings")
    print("answer to a key: \(answers)")
    print("memory: \(memory)")
    print("threads: \(threads)")
    if found > 0 { throw ExitCode(1) }
  }

  private func report(
    _ outcome: MonkeyOutcome, of plan: MonkeyBurst, number: Int, program: String
  ) throws {
    let reduction = MonkeyReduction(program: program, shipped: briefings)
    let kept = try steps.map { $0.numbers } ?? reduction.reduce(plan, outcome)
    let shown = StepRange(numbers: kept)
    let isWhole = kept.count == plan.steps.count
    var words = [CommandLine.arguments[0], "monkey", "--seed", "\(options.seed)", "--burst", "\(number)"]
    if !isWhole || steps != nil { words += ["--steps", shown.description] }
    if options.program != nil { words += ["--program", program] }
    let command = words.map { ShellWord.quoted($0) }.joined(separator: " ")
    for finding in outcome.findings { print("FOUND \(finding.kind): \(finding.detail)") }
    print("  again: \(command)")
    let folder = "\(options.out)/monkey-\(options.seed)-\(number)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text =
      [command, ""] + outcome.findings.map { "\($0.kind): \($0.detail)" }
      + ["", "TERM=\(plan.term) \(plan.columns)x\(plan.rows) \(plan.options.joined(separator: " "))"]
      + plan.files.enumerated().map { "file \($0): \(ShellWord.quoted($1.name)), \($1.subject)" }
      + ["opened: \(plan.opened.map(String.init) ?? "the library"), at first \(plan.initialFiles) files", ""]
      + (steps == nil ? kept.map { "step \($0): \(plan.steps[$0])" } : plan.steps.map { "step: \($0)" })
    try Data((text.joined(separator: "\n") + "\n").utf8).write(
      to: URL(fileURLWithPath: "\(folder)/burst.txt"))
    try Data(outcome.tail).write(to: URL(fileURLWithPath: "\(folder)/output"))
    print("  input: \(folder)/burst.txt")
    fflush(nil)
  }
}

/// Some of the numbers from 0, as in `0-4,7`.
struct StepRange: ExpressibleByArgument, CustomStringConvertible {
  /// In order.
  let numbers: [Int]

  init(numbers: [Int]) { self.numbers = numbers }

  init?(argument: String) {
    var numbers: [Int] = []
    for part in argument.split(separator: ",") {
      let ends = part.split(separator: "-").map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
        last < 1_000_000
      else { return nil }
      numbers += first...last
    }
    self.numbers = numbers
  }

  /// Those of some steps that are meant.
  func choose<Step>(from steps: [Step]) -> [Step] {
    numbers.filter(steps.indices.contains).map { steps[$0] }
  }

  var description: String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    guard !runs.isEmpty else { return "" }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ",")
  }
}
