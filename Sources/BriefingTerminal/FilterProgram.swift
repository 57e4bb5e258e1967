import Glibc

/// A program that reads a text and writes another, without a terminal: started by argument vector, ended when it takes too
/// long, writes too much or is not wanted any more, with all that it has started.
public struct FilterProgram: Sendable {
  /// Its name, which is looked for in PATH, and its arguments.
  public var words: [String]
  /// What it reads.
  public var input: [UInt8]
  /// How long it may take.
  public var patience: Duration
  /// Bytes of its output that are kept.
  public var outputLimit: Int
  /// Bytes of its standard error that are kept; what it writes there besides is dropped.
  public var errorLimit = 64_000

  /// How it ended.
  public enum Ending: Equatable, Sendable {
    /// By itself, with this status; 128 and the signal's number where a signal ended it.
    case ended(status: Int32)
    /// It was ended, since it took too long.
    case tookTooLong
    /// It was ended, since it wrote too much.
    case wroteTooMuch
    /// It was ended, since nobody wanted its result any more.
    case cancelled
    /// There is no program of that name.
    case notFound
    /// It could not be started: an error number of the system.
    case failed(Int32)
  }

  /// What it has written, and how it ended.
  public struct Result: Sendable {
    /// What it wrote to standard output.
    public var output: [UInt8] = []
    /// What it wrote to standard error.
    public var errors: [UInt8] = []
    /// How it ended.
    public var ending: Ending
  }

  /// Milliseconds between two looks at whether it has ended or is to end.
  private static let pause: Int32 = 20

  /// Makes a description; nothing is started.
  public init(_ words: [String], input: [UInt8], patience: Duration, outputLimit: Int) {
    self.words = words
    self.input = input
    self.patience = patience
    self.outputLimit = outputLimit
  }

  /// Starts it, and waits for its end.
  ///
  /// - Parameter isCancelled: Asked some fifty times a second.
  public func run(isCancelled: () -> Bool = { false }) -> Result {
    guard let name = words.first, let pipes = FilterPipes() else {
      return Result(ending: words.isEmpty ? .notFound : .failed(errno))
    }
    defer { pipes.close() }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    let spawn = SpawnAttributes(.session)
    var process = pid_t()
    let code = posix_spawnp(&process, name, &pipes.actions, &spawn.attributes, &arguments, environ)
    guard code == 0 else { return Result(ending: code == ENOENT ? .notFound : .failed(code)) }
    pipes.closeOtherEnds()

    var result = Result(ending: .cancelled)
    var rest = input[...]
    let deadline = ContinuousClock.now + patience
    var status: Int32 = 0
    while true {
      if rest.isEmpty { pipes.closeInput() }
      pipes.wait(milliseconds: Self.pause)
      pipes.write(&rest)
      pipes.readOutput(into: &result.output, limit: outputLimit + 1)
      pipes.readErrors(into: &result.errors, limit: errorLimit)
      if waitpid(process, &status, WNOHANG) == process { break }
      if isCancelled() {
        result.ending = .cancelled
      } else if result.output.count > outputLimit {
        result.ending = .wroteTooMuch
      } else if .now > deadline {
        result.ending = .tookTooLong
      } else {
        continue
      }
      end(process)
      result.output = Array(result.output.prefix(outputLimit))
      return result
    }
    // What it has written before its end; what it has started may go on to write, and is not waited for.
    pipes.readOutput(into: &result.output, limit: outputLimit + 1)
    pipes.readErrors(into: &result.errors, limit: errorLimit)
    let end = WaitStatus(rawValue: status)
    result.ending = end.isNotFound ? .notFound : .ended(status: end.exitStatus)
    if result.output.count > outputLimit {
      result.ending = .wroteTooMuch
      result.output = Array(result.output.prefix(outputLimit))
    }
    return result
  }

  /// Ends a program and its children: politely, then by force.
  private func end(_ process: pid_t) {
    kill(-process, SIGTERM)
    for _ in 0..<10 {
      if waitpid(process, nil, WNOHANG) == process {
        kill(-process, SIGKILL)
        return
      }
      usleep(UInt32(Self.pause) * 1000)
    }
    kill(-process, SIGKILL)
    while waitpid(process, nil, 0) < 0, errno == EINTR {}
  }
}
