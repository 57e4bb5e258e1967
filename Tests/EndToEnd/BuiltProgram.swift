import Foundation

/// The program that the build put beside the tests.
enum BuiltProgram {
  /// Where it is.
  static let url = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("briefing")
}
