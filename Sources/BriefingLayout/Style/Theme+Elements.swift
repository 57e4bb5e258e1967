import BriefingCore
import BriefingText

/// What can be changed of a theme.
extension Theme {
  /// The names of the elements: those of the roles, and `match` and `current-match`.
  public static let elements = Style.Role.allCases.map(\.name) + ["match", "current-match"]

  /// Another theme with this one's looks.
  public func named(_ name: String) -> Theme {
    var theme = self
    theme.name = name
    return theme
  }

  /// Sets the text's colour and the ground's.
  public mutating func set(_ ground: Ground) { self.ground = ground }

  /// Sets how an element looks; false where there is no such element, or a match without two colours.
  public mutating func set(_ element: String, _ look: Attributes) -> Bool {
    if element == "match" || element == "current-match" {
      guard let text = look.foreground, let ground = look.background else { return false }
      let colors = Ground(text: text, ground: ground)
      if element == "match" { match = colors } else { currentMatch = colors }
      return true
    }
    guard let role = Style.Role.allCases.first(where: { $0.name == element }) else { return false }
    looks[Int(role.rawValue)] = look
    if role == .faint { faint = look.foreground }
    return true
  }
}

extension Style.Role {
  /// What it is called in the configuration: `table-header`.
  var name: String { "\(self)".hyphenated }
}
