import Foundation

/// One run of the built program in a folder of its own, without a terminal.
struct CommandLineRun {
  let output: String
  let errors: String
  let status: Int32

  /// Runs `briefing` with these arguments to its end.
  ///
  /// - Parameters:
  ///   - input: What it reads on standard input.
  ///   - files: What is in its folder, by relative path.
  ///   - environment: Variables besides `PATH`, `TERM`, which names a good terminal, and `LC_ALL`, which is UTF-8.
  ///   - hasHome: Whether its folder is `HOME` too.
  init(
    _ arguments: [String], input: String = "", files: [String: String] = [:],
    environment: [String: String] = [:], hasHome: Bool = false
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "briefing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    // Files rather than pipes: nothing has to be read while the program runs.
    let streams = ["in", "out", "err"].map { folder.appendingPathComponent(".standard-\($0)") }
    try Data(input.utf8).write(to: streams[0])
    for stream in streams[1...] { try Data().write(to: stream) }

    let process = Process()
    process.executableURL = try BuiltProgram.url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var standard = ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]
    if hasHome { standard["HOME"] = folder.path }
    process.environment = environment.merging(standard) { own, _ in own }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    output = String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self)
    errors = String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self)
    status = process.terminationStatus
  }
}
