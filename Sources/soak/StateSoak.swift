import ArgumentParser
import BriefingReading
import BriefingStore
import CommonMarkSamples
import Foundation
import ProgramDriver
import Synchronization

/// Kills a program that marks sections, again and again, and looks whether every mark is there that was on the disk.
struct StateSoak: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state",
    abstract: "Kill a program that marks sections at random moments, and look for the marks.",
    discussion: """
      A mark that was said to be written has to be there whenever the program is killed. "late" counts the marks that were \
      made more than a second, and twice the slowest write of a page that was measured beside, before the end and are \
      not there.
      """)

  @Option(help: "How often the program is killed.") var kills = 200
  @Option(help: "Where the sequence of random numbers starts.") var seed: UInt64 = 1
  @Option(help: "Milliseconds that the program lives at most.") var life = 2000

  func run() throws {
    var random = SeededGenerator(seed: seed)
    let folder = "\(NSTemporaryDirectory())briefing-state-\(getpid())"
    defer { Scratch.remove(folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var (shown, written, lost, late, damaged) = (0, 0, 0, 0, 0)
    for kill in 0..<kills {
      let run = try StateRun(
        program: CommandLine.arguments[0], folder: folder, seed: seed &+ UInt64(kill),
        life: Int.random(in: 30...max(31, life), using: &random))
      shown += run.shown.count
      written += run.shown.count { $0.number <= run.written }
      let (missing, isSound) = run.missing(in: folder)
      lost += missing.count { $0.number <= run.written }
      late += missing.count { $0.uptime < run.end - 1000 - 2 * run.slowestWrite }
      damaged += isSound ? 0 : 1
    }
    print(
      "\(kills) kills: \(shown) marks shown, \(written) written, \(lost) of these lost, \(late) late, \(damaged) damaged"
    )
    if lost + late + damaged > 0 { throw ExitCode(1) }
  }
}

/// One life of a program that marks sections.
struct StateRun {
  /// A mark that was made.
  struct Shown {
    var number: Int
    var section: Int64
    var time: Int64
    /// Milliseconds of the machine's clock.
    var uptime: Int
  }

  /// The marks that were made.
  private(set) var shown: [Shown] = []
  /// The number up to which they were said to be written.
  private(set) var written = 0
  /// When it was killed, in milliseconds of the machine's clock.
  let end: Int
  /// How long the machine kept somebody waiting at most who wrote a page to its disk, in milliseconds.
  let slowestWrite: Int

  /// Starts the program, and kills it when it has lived so many milliseconds.
  init(program: String, folder: String, seed: UInt64, life: Int) throws {
    let output = "\(folder)/output"
    let words = [program, "state-child", "--folder", "\(folder)/state", "--seed", "\(seed)"]
    let child = try ChildProcess(
      words.map { Array($0.utf8) }, environment: ["SWIFT_BACKTRACE": "enable=no"], output: .writing(output),
      errors: .writing("\(folder)/errors"))
    // From its first mark on, for it takes a while to start.
    let deadline = StateChild.uptime + 20_000
    while StateChild.uptime < deadline,
      (try? String(contentsOfFile: output, encoding: .utf8))?.isEmpty ?? true
    {
      usleep(2000)
    }
    let disk = DiskProbe(folder: folder)
    usleep(UInt32(life) * 1000)
    end = StateChild.uptime
    kill(child.id, SIGKILL)
    _ = child.wait()
    slowestWrite = disk.stop()
    for line in try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n") {
      let words = line.split(separator: " ")
      let numbers = words.dropFirst().compactMap { Int($0) }
      if words[0] == "shown", numbers.count == 4 {
        shown.append(
          Shown(number: numbers[0], section: Int64(numbers[1]), time: Int64(numbers[2]), uptime: numbers[3]))
      } else if words[0] == "written", numbers.count == 1 {
        written = numbers[0]
      }
    }
  }

  /// The marks that are not in the state, and whether the state was sound.
  func missing(in folder: String) -> (marks: [Shown], isSound: Bool) {
    let damage = DamageFlag()
    let store = BriefingStore(StateLocation(folder: "\(folder)/state")) { event in
      if case .notice = event { damage.isSet.store(true, ordering: .relaxed) }
    }
    var times: [Int64: Int64] = [:]
    for summary in store.summaries().values {
      for (section, mark) in store.marks(of: summary.id).marks { times[section.rawValue] = mark.time }
    }
    _ = store.close(milliseconds: 5000)
    return (shown.filter { times[$0.section] ?? 0 < $0.time }, !damage.isSet.load(ordering: .relaxed))
  }
}

/// What the store's thread has said.
private final class DamageFlag: Sendable {
  let isSet = Atomic(false)
}
