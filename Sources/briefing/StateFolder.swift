import BriefingFiles

/// Where the program keeps what it remembers from run to run: `$XDG_STATE_HOME/briefing`, else
/// `~/.local/state/briefing`.
struct StateFolder: Hashable, Sendable {
  /// Its path; there may be no such folder yet.
  let path: String

  /// The one that the environment names; nil where it names none.
  init?(
    stateHome: String? = Environment.value("XDG_STATE_HOME"), home: String? = Environment.value("HOME")
  ) {
    guard let folder = UserFolder.state(stateHome: stateHome, home: home) else { return nil }
    path = folder + "/briefing"
  }

  /// Makes it, for nobody else to look into; false where it cannot be.
  func make() -> Bool { (try? PrivateFolder.make(path)) != nil }
}
