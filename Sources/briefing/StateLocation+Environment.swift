import BriefingStore

extension StateLocation {
  /// The one that the environment names; nil where nothing is to be remembered, or it names no folder.
  static var standard: StateLocation? {
    StateLocation(
      state: Environment.value("BRIEFING_STATE"), stateHome: Environment.value("XDG_STATE_HOME"),
      home: Environment.value("HOME"))
  }
}
