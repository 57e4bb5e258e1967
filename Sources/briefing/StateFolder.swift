import BriefingLibrary

/// Where the program keeps what it remembers from run to run: `$XDG_STATE_HOME/briefing`, else
/// `~/.local/state/briefing`.
struct StateFolder: Hashable, Sendable {
  /// Its path; there may be no such folder yet.
  let path: String

  /// The one that the environment names; nil where it names none.
  init?(
    stateHome: String? = Environment.value("XDG_STATE_HOME"), home: String? = Environment.value("HOME")
  ) {
    // The XDG base directory specification says that relative paths are to be ignored.
    if let stateHome, stateHome.hasPrefix("/") {
      path = stateHome + "/briefing"
    } else if let home, home.hasPrefix("/") {
      path = home + "/.local/state/briefing"
    } else {
      return nil
    }
  }

  /// Makes it, for nobody else to look into; false where it cannot be.
  func make() -> Bool { (try? PrivateFolder.make(path)) != nil }
}
