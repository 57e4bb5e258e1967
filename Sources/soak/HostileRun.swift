import Foundation
import ProgramDriver

/// Runs the program over something hostile, and looks what comes of it.
struct HostileRun {
  /// What a run may take: so much in any case, and so much for each megabyte that is read.
  static let bounds = (seconds: 2.0, secondsPerMB: 10.0, memory: 200.0, memoryPerMB: 400.0)
  /// Seconds after which it is killed: far more than it takes, for the machine may have much else to do.
  private static let patience = 600.0

  let program: String
  let scratch: Scratch

  /// What came of it.
  struct Outcome {
    var findings: [String] = []
    /// Of the processor.
    var seconds = 0.0
    /// Of memory, at most.
    var megabytes = 0.0
    /// From each key to the last of its answer.
    var answers: [Double] = []

    /// Looks how much memory a process has used. What the system tells at its end counts this program's as well.
    mutating func note(_ process: pid_t) {
      if let facts = ProcessFacts(process) {
        megabytes = max(megabytes, Double(facts.peakMemory) / 1_000_000)
      }
    }
  }

  func run(_ check: HostileCheck) throws -> Outcome {
    var outcome = Outcome()
    let ending =
      switch check.form {
      case .screen: try visit(check, &outcome)
      default: check.isTerminal ? try show(check, &outcome) : try pipe(check, &outcome)
      }
    guard let ending else {
      outcome.findings.append("it does not end within \(Int(Self.patience)) seconds")
      return outcome
    }
    outcome.seconds = ending.processorSeconds
    if ending.status != 0, ending.status != 1 {
      outcome.findings.append("it ends with \(ending.shellStatus)")
    }
    let size = Double(check.byteCount) / 1_000_000
    if outcome.seconds > Self.bounds.seconds + size * Self.bounds.secondsPerMB {
      outcome.findings.append(String(format: "it takes %.1f s for %.2f MB", outcome.seconds, size))
    }
    if outcome.megabytes > Self.bounds.memory + size * Self.bounds.memoryPerMB {
      outcome.findings.append(
        String(format: "it takes %.0f MB of memory for %.2f MB", outcome.megabytes, size))
    }
    return outcome
  }

  // MARK: Without a terminal

  private func pipe(_ check: HostileCheck, _ outcome: inout Outcome) throws -> ChildProcess.Ending? {
    let (output, errors) = ("\(scratch.path)/output", "\(scratch.path)/errors")
    let child = try ChildProcess(
      [Array(program.utf8)] + check.words, environment: scratch.environment(),
      input: .reading(check.input ?? "/dev/null"), output: .writing(output), errors: .writing(errors))
    let limit = ContinuousClock.now + .seconds(Self.patience)
    var ending = child.endingIfOver()
    while ending == nil, .now < limit {
      usleep(2000)
      outcome.note(child.id)
      ending = child.endingIfOver()
    }
    if ending == nil {
      kill(child.id, SIGKILL)
      _ = child.wait()
    }
    outcome.findings += try Self.findings(inFile: errors, .text).map { "standard error: \($0)" }
    switch check.form {
    case .json where ending?.status == 0:
      let bytes = try Data(contentsOf: URL(fileURLWithPath: output), options: .alwaysMapped)
      if let problem = JSONText.problem(in: bytes) { outcome.findings.append(problem) }
    case .json, .html: break
    case .coloured: outcome.findings += try Self.findings(inFile: output, .coloured)
    case .text, .screen: outcome.findings += try Self.findings(inFile: output, .text)
    }
    return ending
  }

  private static func findings(inFile path: String, _ rules: OutputScanner.Rules) throws -> [String] {
    let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    var scanner = OutputScanner(rules)
    while let piece = try file.read(upToCount: 1 << 18), !piece.isEmpty {
      piece.withUnsafeBytes { scanner.scan($0) }
    }
    scanner.finish()
    return Array(scanner.findings.prefix(3))
  }

  // MARK: In a terminal

  private func show(_ check: HostileCheck, _ outcome: inout Outcome) throws -> ChildProcess.Ending? {
    let terminal = try start(check)
    var scanner = OutputScanner(check.form == .coloured ? .coloured : .text, isTerminal: true)
    terminal.onOutput = { scanner.scan($0) }
    let ending = terminal.waitForEnd(seconds: Self.patience)
    scanner.finish()
    outcome.findings += scanner.findings.prefix(3)
    return ending
  }

  private func visit(_ check: HostileCheck, _ outcome: inout Outcome) throws -> ChildProcess.Ending? {
    let terminal = try start(check)
    var scanner = OutputScanner(.screen)
    terminal.onOutput = { scanner.scan($0) }
    do throws(DriverFailure) {
      // A file that cannot be read ends it at once.
      while try terminal.read(within: 0.3) == nil, terminal.ending == nil { terminal.checkForEnd() }
      for key in HostileCheck.keys where terminal.ending == nil {
        try terminal.write(Array(key.utf8))
        // Escape waits for more.
        let start = ContinuousClock.now
        while try terminal.read(within: key == "\u{1B}" ? 0.06 : 0.02) != nil {}
        outcome.note(terminal.id)
        outcome.answers.append(start.duration(to: .now) / .seconds(1))
      }
      try terminal.write([0x0C])
      _ = try terminal.read(within: Self.patience)
      for _ in 0..<5 {
        try terminal.write([0x1B])
        try terminal.read(for: 0.04)
      }
      // An Escape and a key that are read in one piece are Alt and the key, which ends nothing: on a busy machine the first
      // may be read with the last Escape.
      for _ in 0..<3 where terminal.ending == nil {
        try terminal.write([UInt8(ascii: "Q")])
        _ = terminal.waitForEnd(seconds: 2)
      }
    } catch {
      // It has ended; how, is looked at below.
    }
    let ending = terminal.waitForEnd(seconds: Self.patience)
    scanner.finish()
    // Where there was no screen, there was a message.
    if ending?.status == 0 {
      outcome.findings += scanner.findings.prefix(3) + scanner.modes.leftovers
    }
    return ending
  }

  private func start(_ check: HostileCheck) throws -> ProgramInTerminal {
    try ProgramInTerminal(
      bytes: [Array(program.utf8)] + check.words, environment: scratch.environment(), columns: 100, rows: 30,
      echoes: false)
  }
}
