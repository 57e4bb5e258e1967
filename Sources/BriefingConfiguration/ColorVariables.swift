/// What the environment wants of colours, by the conventions of <https://no-color.org> and <https://bixense.com/clicolors>:
/// `NO_COLOR` comes first, then `CLICOLOR_FORCE`, then `CLICOLOR`.
public enum ColorVariables: Hashable, Sendable {
  /// None, for this variable says so.
  case off(String)
  /// Colours wherever text goes.
  case forced
  /// Colours on terminals that have them.
  case automatic

  /// Asks the environment.
  ///
  /// - Parameter variable: A variable of the environment; nil where it is not set or empty.
  public init(variable: (String) -> String?) {
    if variable("NO_COLOR") != nil {
      self = .off("NO_COLOR")
    } else if let force = variable("CLICOLOR_FORCE"), force != "0" {
      self = .forced
    } else if variable("CLICOLOR") == "0" {
      self = .off("CLICOLOR")
    } else {
      self = .automatic
    }
  }
}
