import Foundation

/// The program that the build put beside the tests.
enum BuiltProgram {
  /// Where it is; throws with what to do where it is not.
  static var url: URL {
    get throws {
      let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("briefing")
      guard FileManager.default.isExecutableFile(atPath: program.path) else {
        throw TerminalSession.Failure("There is no program at \(program.path): swift build builds it.")
      }
      return program
    }
  }
}
