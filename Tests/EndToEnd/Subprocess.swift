import Foundation

/// Runs other programs as a shell would.
///
/// Not by Foundation's `Process`: its children inherit blocked signals, and a daemon among them a descriptor that
/// keeps `waitUntilExit` waiting for ever.
enum Subprocess {
  /// How a program ended, and what it wrote.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs a program that is looked up in PATH and waits for its end. What it writes goes through files in
  /// `folder`, so that a child that lives on keeps nobody waiting.
  static func run(
    _ arguments: [String], environment: [String: String], folder: TemporaryFolder
  ) throws -> Result {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    for (descriptor, name) in [(STDOUT_FILENO, ".output"), (STDERR_FILENO, ".errors")] {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, "\(folder.path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    }

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)

    var process: pid_t = 0
    let variables = environment.map { "\($0.key)=\($0.value)" }
    let failure = withCStrings(arguments) { arguments in
      withCStrings(variables) { variables in
        posix_spawnp(&process, arguments[0]!, &actions, &attributes, arguments, variables)
      }
    }
    guard failure == 0 else { throw CocoaError(.executableLoad, userInfo: [:]) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let isExit = status & 0x7F == 0
    return Result(
      status: isExit ? (status >> 8) & 0xFF : 128 + (status & 0x7F),
      output: folder.read(".output") ?? "", errors: folder.read(".errors") ?? "")
  }

  private static func withCStrings<Value>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
  ) -> Value {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
