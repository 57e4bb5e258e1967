import Foundation

/// Another program's command, to compare with.
struct ReferenceCommand {
  let name: String
  private let executable: URL
  private let arguments: [String]

  private init?(_ name: String, _ arguments: [String] = []) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let paths = folders.map { "\($0)/\(name)" }
    guard let path = paths.first(where: FileManager.default.isExecutableFile(atPath:)) else { return nil }
    self.name = name
    self.executable = URL(fileURLWithPath: path)
    self.arguments = arguments
  }

  /// Those that this machine has, with the extensions that they know.
  static var installed: [ReferenceCommand] {
    let extensions = ["table", "strikethrough", "autolink", "tagfilter", "tasklist", "footnotes"]
    return [
      ReferenceCommand("cmark"), ReferenceCommand("cmark-gfm", extensions.flatMap { ["-e", $0] }),
      ReferenceCommand("md2html", ["--github"]),
    ].compactMap { $0 }
  }

  /// ripgrep, asked for the names of the files in which a pattern is found in any case; nil where it is not
  /// installed.
  static func ripgrep(_ pattern: String) -> ReferenceCommand? {
    ReferenceCommand("rg", ["-il", "--", pattern])
  }

  /// Runs it on a file or folder and throws its output away.
  ///
  /// - Parameter succeeds: The exit statuses that are not a failure.
  func run(_ path: String, succeeds: Set<Int32> = [0]) throws {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments + [path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard succeeds.contains(process.terminationStatus) else { throw CocoaError(.executableLoad) }
  }
}
