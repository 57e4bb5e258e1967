import BriefingReader
import Glibc

/// Hands an address to the reader's browser or mail program.
enum Launcher {
  /// Starts `$BROWSER`, else `xdg-open`, with the address as one argument: no shell reads it. The program gets
  /// neither our terminal nor our signals.
  ///
  /// - Returns: What went wrong, as a sentence; nil where the program ended well.
  static func open(_ address: WebAddress) -> String? {
    let arguments = arguments(for: address.text, browser: Environment.value("BROWSER"))
    switch run(arguments) {
    case .success(0): return nil
    case .success(127):
      return "\(arguments[0]) was not found: set $BROWSER to the program that opens addresses."
    case .success(let status): return "\(arguments[0]) could not open the address (status \(status))."
    case .failure(let error):
      return
        "\(arguments[0]) could not be started: \(String(cString: strerror(error.code))). $BROWSER names another."
    }
  }

  /// `$BROWSER` by its customs: programs by preference between colons, each with arguments, `%s` for the address.
  static func arguments(for address: String, browser: String?) -> [String] {
    let first = browser?.split(separator: ":").first ?? ""
    let words = first.split(separator: " ").map(String.init)
    guard let program = words.first, program != "%s" else { return ["xdg-open", address] }
    guard words.contains("%s") else { return words + [address] }
    return words.map { $0 == "%s" ? address : $0 }
  }

  /// `POSIX_SPAWN_SETSID`, which glibc has and its Swift module has not.
  private static let setSession = 0x80

  private struct SpawnError: Error {
    var code: Int32
  }

  private static func run(_ arguments: [String]) -> Result<Int32, SpawnError> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // A session of its own: `^C` and a closing terminal are not meant for it.
    let flags = Int(POSIX_SPAWN_SETSIGMASK) | Int(POSIX_SPAWN_SETSIGDEF) | setSession
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    let code = posix_spawnp(&process, arguments[0], &actions, &attributes, &words, environ)
    guard code == 0 else { return code == ENOENT ? .success(127) : .failure(SpawnError(code: code)) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return .success(0) }
    }
    return .success((status >> 8) & 0xFF)
  }
}
