import Foundation

/// A command that reads Markdown on standard input and writes HTML.
final class ReferenceProgram {
  /// What came of a run.
  enum Outcome {
    case output([UInt8])
    /// It took too long, or ended by itself with a failure: in words.
    case failure(String)
  }

  /// What the program says of itself, on one line: `cmark 0.30.2 …`; nil where it says nothing.
  let version: String?
  private let path: String
  private let arguments: [String]
  private let timeout: Double
  /// The file that is its standard input: so a large document needs nobody who writes while the output is read.
  private let input: FileHandle
  private let inputPath: String

  /// Finds the program; `timeout` is that of a run, in seconds.
  ///
  /// - Throws: ``ReferenceProgramError`` where there is none of this name or no room for its input.
  init(_ words: [String], timeout: Double) throws {
    guard let name = words.first, let path = Self.find(name) else {
      throw ReferenceProgramError.notFound(words.first ?? "")
    }
    self.path = path
    self.timeout = timeout
    arguments = words
    let inputPath = FileManager.default.temporaryDirectory
      .appendingPathComponent("compare-\(UUID().uuidString).md").path
    guard FileManager.default.createFile(atPath: inputPath, contents: nil),
      let input = FileHandle(forUpdatingAtPath: inputPath)
    else { throw ReferenceProgramError.noInput(inputPath) }
    self.input = input
    self.inputPath = inputPath
    if case .output(let bytes)? = try? Self.run(path, [name, "--version"], inputPath, timeout) {
      version = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    } else {
      version = nil
    }
  }

  deinit { unlink(inputPath) }

  private static func find(_ name: String) -> String? {
    if name.contains("/") { return FileManager.default.isExecutableFile(atPath: name) ? name : nil }
    return (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first(where: FileManager.default.isExecutableFile(atPath:))
  }

  /// The HTML of a document.
  func render(_ markdown: [UInt8]) throws -> Outcome {
    try input.truncate(atOffset: 0)
    try input.write(contentsOf: Data(markdown))
    return try Self.run(path, arguments, inputPath, timeout)
  }

  private static func run(
    _ path: String, _ arguments: [String], _ inputPath: String, _ timeout: Double
  ) throws -> Outcome {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw ReferenceProgramError.noProcess(errno) }
    defer { close(ends[0]) }
    // No other process may hold the end that this one writes to.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, inputPath, O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    let error = posix_spawn(&process, path, &actions, nil, &words, environ)
    close(ends[1])
    guard error == 0 else { throw ReferenceProgramError.noProcess(error) }

    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let end = Date.now.addingTimeInterval(timeout)
    var isLate = false
    while true {
      var poller = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
      let ready = poll(&poller, 1, Int32(max(0, end.timeIntervalSinceNow * 1000)))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else {
        isLate = true
        kill(process, SIGKILL)
        break
      }
      let count = read(ends[0], &buffer, buffer.count)
      guard count > 0 else { break }
      output.append(contentsOf: buffer[..<count])
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    if isLate { return .failure("took more than \(timeout) s") }
    // As the shell has it: what the program said, or 128 and the signal that ended it.
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    return code == 0 ? .output(output) : .failure("ended with status \(code)")
  }
}

/// Why a command cannot be compared with.
enum ReferenceProgramError: Error, CustomStringConvertible {
  case notFound(String)
  case noInput(String)
  case noProcess(Int32)

  var description: String {
    switch self {
    case .notFound(let name): "\(name): no such program; name another with --command"
    case .noInput(let path): "\(path): cannot be written; set TMPDIR to a folder that can be"
    case .noProcess(let code): "no process can be started: \(String(cString: strerror(code)))"
    }
  }
}
