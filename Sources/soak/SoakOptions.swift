import ArgumentParser
import Foundation
import ProgramDriver

/// What all that drives the program is told.
struct SoakOptions: ParsableArguments {
  @Option(help: "The program; without it the briefing beside this one.") var program: String?
  @Option(help: "The folder that findings are written to.") var out = "soak-out"
  @Option(help: "Where the sequence of random numbers starts.") var seed: UInt64 = 1

  /// The program's path, which is absolute.
  func programPath() throws -> String {
    let own = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let path = program.map { URL(fileURLWithPath: $0).path } ?? own.appendingPathComponent("briefing").path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw DriverFailure("\(path): no program; build it: make build")
    }
    return path
  }

  /// What the program may use: a crash leaves no core, and what runs wild ends before the machine does.
  static func limitResources() {
    var core = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &core)
    var memory = rlimit(rlim_cur: 8 << 30, rlim_max: 8 << 30)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory)
  }
}
