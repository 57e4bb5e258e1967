import Glibc

/// How another program is started: with no signal blocked or ignored, whatever this process does with them.
final class SpawnAttributes {
  var attributes = posix_spawnattr_t()

  /// Of what a program is a part.
  enum Group {
    /// A job of its own, as a shell would start it.
    case job
    /// A session of its own, without a terminal: `^C` and a closing terminal are not meant for it.
    case session
  }

  /// `POSIX_SPAWN_SETSID`, which glibc has and its Swift module has not.
  private static let setSession = 0x80

  init(_ group: Group) {
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flag = group == .job ? Int(POSIX_SPAWN_SETPGROUP) : Self.setSession
    posix_spawnattr_setflags(
      &attributes, Int16(Int(POSIX_SPAWN_SETSIGMASK) | Int(POSIX_SPAWN_SETSIGDEF) | flag))
  }

  deinit { posix_spawnattr_destroy(&attributes) }
}
