import BriefingConfiguration

extension ConfigurationValues.Hyperlinks {
  /// Whether the terminal is told where links lead.
  ///
  /// No terminfo entry says whether a terminal knows OSC 8, and what does not know it may show it: so only those count
  /// that are known to by what they say of themselves.
  ///
  /// - Parameter variable: A variable of the environment; nil where it is not set or empty.
  func holds(in variable: (String) -> String?) -> Bool {
    switch self {
    case .on: true
    case .off: false
    case .auto: Self.isKnown(variable)
    }
  }

  private static func isKnown(_ variable: (String) -> String?) -> Bool {
    let term = variable("TERM") ?? ""
    // What stands outside of a tmux or screen is of no use within.
    if term.hasPrefix("tmux") || term.hasPrefix("screen") || variable("TMUX") != nil {
      guard variable("TERM_PROGRAM") == "tmux", let version = variable("TERM_PROGRAM_VERSION") else {
        return false
      }
      let numbers = version.split { !$0.isASCII || !$0.isNumber }.prefix(2).compactMap { Int($0) }
      return numbers.lexicographicallyPrecedes([3, 4]) == false && !numbers.isEmpty
    }
    let terms = ["xterm-kitty", "foot", "alacritty", "wezterm", "xterm-ghostty", "contour", "rio"]
    if terms.contains(where: { term == $0 || term.hasPrefix($0 + "-") }) { return true }
    let programs = ["iTerm.app", "WezTerm", "vscode", "ghostty", "rio"]
    if programs.contains(variable("TERM_PROGRAM") ?? "") { return true }
    // VTE 0.50 was the first, GNOME's terminal and its kin; Konsole has it since 20.12.
    if let version = variable("VTE_VERSION").flatMap({ Int($0) }) { return version >= 5000 }
    if let version = variable("KONSOLE_VERSION").flatMap({ Int($0) }) { return version >= 201_200 }
    return variable("WT_SESSION") != nil
  }
}
