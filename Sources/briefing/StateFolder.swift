import Glibc

/// Where the program keeps what it remembers from run to run: `$XDG_STATE_HOME/briefing`, else
/// `~/.local/state/briefing`.
struct StateFolder: Hashable, Sendable {
  /// Its path; there may be no such folder yet.
  let path: String

  /// The one that the environment names; nil where it names none.
  init?(
    stateHome: String? = Environment.value("XDG_STATE_HOME"), home: String? = Environment.value("HOME")
  ) {
    // The specification of these folders says that relative paths are to be ignored.
    if let stateHome, stateHome.hasPrefix("/") {
      path = stateHome + "/briefing"
    } else if let home {
      path = home + "/.local/state/briefing"
    } else {
      return nil
    }
  }

  /// Makes it, for nobody else to look into; false where it cannot be.
  func make() -> Bool {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      // A folder above that is there and may not be written is no problem.
      guard mkdir(made, 0o700) == 0 || access(made, F_OK) == 0 else { return false }
    }
    return true
  }
}
