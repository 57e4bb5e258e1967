import ArgumentParser
import CommonMarkSamples
import Foundation
import ProgramDriver

/// Kills the built program while somebody reads in it, again and again, and looks whether every mark is there that was shown
/// more than a second before.
struct ReaderSoak: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reader",
    abstract: "Kill the program under a scripted reader at random moments, and look for the marks.",
    discussion: """
      "lost" counts the marks that were on the screen more than a second before the end and are not in the state, \
      "damaged" how often the state was not sound. On a busy machine a mark may take longer: twice the slowest write of a page, \
      which is measured beside, is added to the second.
      """)

  @OptionGroup var options: SoakOptions
  @Option(help: "How often the program is killed.") var kills = 200
  @Option(help: "Milliseconds that somebody reads at most.") var life = 4000

  func run() throws {
    let program = try options.programPath()
    SoakOptions.limitResources()
    let scratch = try Scratch()
    var random = SeededGenerator(seed: options.seed)
    var (shown, old, lost, damaged, slowest) = (0, 0, 0, 0, 0)
    for kill in 0..<kills {
      let run = try ReaderRun(
        program: program, scratch, seed: options.seed &+ UInt64(kill),
        life: Int.random(in: 30...max(31, life), using: &random))
      shown += run.shownCount
      old += run.old.count
      slowest = max(slowest, run.slowestWrite)
      let (missing, isSound) = try run.missing()
      for mark in missing {
        print("kill \(kill): section \(mark.section) of \(run.path) is not as it was shown; \(run.account)")
      }
      lost += missing.count
      damaged += isSound ? 0 : 1
    }
    print(
      """
      \(kills) kills: \(shown) marks shown, \(old) more than a second before the end, \(lost) of these lost, \
      \(damaged) damaged; slowest write of a page \(slowest) ms
      """)
    if lost + damaged > 0 { throw ExitCode(1) }
  }
}
