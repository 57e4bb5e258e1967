import Foundation

/// Another Markdown parser's command.
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

  /// Runs it on a file and throws its output away.
  func run(_ path: String) throws {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments + [path]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
  }
}
