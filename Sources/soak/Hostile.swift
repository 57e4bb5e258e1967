import ArgumentParser
import CommonMarkSamples
import Foundation
import ProgramDriver

/// `soak hostile`: runs every command over files that are made to do harm.
struct Hostile: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run every command of the built program, and its screen, over hostile briefings.",
    discussion: """
      A finding is an exit status other than 0 and 1, output that a terminal would obey, JSON that is none, or more \
      time or memory than the bounds allow. Exit status: 0 nothing found, 1 findings.
      """)

  @OptionGroup var options: SoakOptions
  @Option(help: "About how many bytes the large files have.") var size = 100_000
  @Option(
    help: "Begin nothing after so many seconds, and take the runs in a random order; without it run all.")
  var seconds: Double?
  @Option(help: "Only entries whose name or subject has this text.") var only: String?
  @Flag(help: "Print a line for each run.") var verbose = false

  func run() throws {
    SoakOptions.limitResources()
    let program = try options.programPath()
    let scratch = try Scratch()
    let folder = "\(options.out)/hostile"
    Scratch.remove(folder)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let checks = try self.checks(in: folder)
    let run = HostileRun(program: program, scratch: scratch)
    let end = seconds.map { ContinuousClock.now + .seconds($0) }
    var (times, speeds, memory) = (Figures("%.3f s"), Figures("%.2f s"), Figures("%.0f MB"))
    var answers = Figures("%.3f s")
    var worst = (seconds: (0.0, ""), speed: (0.0, ""), memory: (0.0, ""))
    var (runs, found) = (0, 0)
    for check in checks {
      if let end, .now >= end { break }
      let outcome = try run.run(check)
      runs += 1
      let command = command(check, program)
      times.add(outcome.seconds)
      memory.add(outcome.megabytes)
      if check.byteCount >= size / 2, size >= 1000 {
        let speed = outcome.seconds * 1_000_000 / Double(check.byteCount)
        speeds.add(speed)
        if speed > worst.speed.0 { worst.speed = (speed, command) }
      }
      outcome.answers.forEach { answers.add($0) }
      if outcome.seconds > worst.seconds.0 { worst.seconds = (outcome.seconds, command) }
      if outcome.megabytes > worst.memory.0 { worst.memory = (outcome.megabytes, command) }
      if verbose {
        print(String(format: "%.3f s %.0f MB", outcome.seconds, outcome.megabytes), command, check.subject)
      }
      fflush(nil)
      guard !outcome.findings.isEmpty else { continue }
      found += 1
      for finding in outcome.findings { print("FOUND \(finding) (\(check.subject.debugDescription))") }
      print("  again: \(command)\(check.form == .screen ? "   # in a terminal: \(Self.keys)" : "")")
      fflush(nil)
    }
    print("\(runs) of \(checks.count) runs (seed \(options.seed), size \(size)), \(found) with findings")
    print("processor time: \(times)")
    print("  worst: \(worst.seconds.1)")
    print("for each MB of large files: \(speeds)")
    print("  worst: \(worst.speed.1)")
    print("memory: \(memory)")
    print("  worst: \(worst.memory.1)")
    print("from a key to the end of its answer: \(answers)")
    if found > 0 {
      print("the files: \(folder)")
      throw ExitCode(1)
    }
    Scratch.remove(folder)
  }

  private static let keys = HostileCheck.keys.joined(separator: " ").debugDescription

  private func checks(in folder: String) throws -> [HostileCheck] {
    let files = HostileCorpus(seed: options.seed, byteCount: size).files.filter { file in
      guard let only else { return true }
      return file.subject.contains(only) || String(decoding: file.name, as: UTF8.self).contains(only)
    }
    var checks: [HostileCheck] = []
    var total = 0
    for file in files {
      try HostileFolder.write([file], to: folder)
      let path = Array(folder.utf8) + [UInt8(ascii: "/")] + file.name
      var facts = stat()
      let isFile = file.isText && stat(String(decoding: path, as: UTF8.self), &facts) == 0
      total += isFile ? Int(facts.st_size) : 0
      checks += HostileCheck.all(
        file: path, isSafe: file.isText, subject: file.subject, byteCount: isFile ? Int(facts.st_size) : 0)
    }
    for file in files {
      if case .file = file.content { continue }
      let path = Array(folder.utf8) + [UInt8(ascii: "/")] + file.name
      checks += HostileCheck.all(noFile: path, subject: file.subject)
    }
    var whole = HostileCheck.all(folder: folder, byteCount: total)
    guard seconds != nil else { return checks + whole }
    var random = SeededGenerator(seed: options.seed)
    checks.shuffle(using: &random)
    // One in eight is of the whole folder, in their order, for the index that one makes is what others read.
    whole.reverse()
    return checks.enumerated().flatMap { number, check in
      number % 7 == 0 ? [check] + (whole.popLast().map { [$0] } ?? []) : [check]
    }
  }

  private func command(_ check: HostileCheck, _ program: String) -> String {
    ([Array(program.utf8)] + check.words).map { ShellWord.quoted($0) }.joined(separator: " ")
      + (check.input.map { " < \(ShellWord.quoted($0))" } ?? "")
  }
}
