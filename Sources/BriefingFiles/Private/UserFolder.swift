import Glibc

/// The folders that the environment gives programs for their user's files, by the XDG base directory specification,
/// which says that relative paths are to be ignored.
public enum UserFolder {
  /// For what can be made again: `$XDG_CACHE_HOME`, else `~/.cache`; nil where neither is an absolute path.
  package static var cache: String? {
    folder(variable("XDG_CACHE_HOME"), home: variable("HOME"), or: ".cache")
  }

  /// For what a program remembers from run to run; nil where neither is an absolute path.
  ///
  /// - Parameters:
  ///   - stateHome: `$XDG_STATE_HOME`.
  ///   - home: `$HOME`, below which it is `.local/state`.
  public static func state(stateHome: String?, home: String?) -> String? {
    folder(stateHome, home: home, or: ".local/state")
  }

  /// For what the user sets; nil where neither is an absolute path.
  ///
  /// - Parameters:
  ///   - configHome: `$XDG_CONFIG_HOME`.
  ///   - home: `$HOME`, below which it is `.config`.
  public static func configuration(configHome: String?, home: String?) -> String? {
    folder(configHome, home: home, or: ".config")
  }

  private static func folder(_ given: String?, home: String?, or path: String) -> String? {
    if let given, given.hasPrefix("/") { return given }
    return home.flatMap { $0.hasPrefix("/") ? $0.appendingName(path) : nil }
  }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
