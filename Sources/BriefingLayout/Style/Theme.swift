import BriefingText

/// Turns meaning into colours and attributes.
public struct Theme: Hashable, Sendable {
  /// The name that configuration and messages use.
  public internal(set) var name: String
  /// The looks of the roles, by their raw values.
  var looks: [Attributes]
  /// The text and the ground where it sets both; else they are the terminal's own.
  public internal(set) var ground: Ground?
  /// How what is found looks; without colours nil.
  var match: Ground?
  /// How what is found looks where the reader is.
  var currentMatch: Ground?
  /// The colour in place of dim; nil where that is dim.
  var faint: Color?

  /// A colour on another.
  public struct Ground: Hashable, Sendable {
    /// Of the text.
    public var text: Color
    /// What it stands on.
    public var ground: Color

    /// Makes a pair.
    public init(text: Color, ground: Color) {
      self.text = text
      self.ground = ground
    }
  }

  /// Makes a theme; without `match` it has no colours.
  init(_ name: String, _ colors: ThemeColors, match: Ground?, currentMatch: Ground?, ground: Ground? = nil) {
    self.name = name
    self.ground = ground
    self.match = match
    self.currentMatch = currentMatch
    faint = colors.faint
    looks = Style.Role.allCases.map { role in
      var traits = role.traits(isColored: match != nil)
      // A colour of its own is not dimmed: nobody knows how much a terminal does.
      if colors.faint != nil { traits.remove(.dim) }
      return Attributes(foreground: colors.color(of: role), traits: traits)
    }
  }

  /// How the cells of a role look without traits of their own.
  private func attributes(of role: Style.Role) -> Attributes {
    let index = Int(role.rawValue)
    return looks.indices.contains(index) ? looks[index] : Attributes()
  }

  /// How a style looks.
  public func attributes(of style: Style) -> Attributes {
    var look = attributes(of: style.role)
    if style.traits.isEmpty { return grounded(look) }
    if style.traits.contains(.emphasis) { look.traits.insert(.italic) }
    if style.traits.contains(.strong) || style.traits.contains(.unread) { look.traits.insert(.bold) }
    if style.traits.contains(.mark) { look.traits.formUnion([.bold, .underline]) }
    // Few terminals strike through, most dim.
    if style.traits.contains(.strikethrough) { dim(&look, .strikethrough) }
    // Without its colour: a bright one is not dim, and few terminals dim what is bold.
    if style.traits.contains(.repeated) {
      look = Attributes(traits: look.traits.subtracting(.bold))
      dim(&look)
    }
    if style.traits.contains(.added) {
      look.traits.insert(.underline)
      look.foreground = attributes(of: .added).foreground
    }
    if style.traits.contains(.removed) {
      look.traits.formUnion(match == nil ? [.strikethrough, .dim] : .strikethrough)
      look.foreground = attributes(of: .removed).foreground
    }
    if !style.traits.isDisjoint(with: [.selected, .statusBar]) {
      // Reverse of the ground's own colours, whatever the text's were.
      look = Attributes(traits: look.traits.union(.reverse))
    }
    if style.traits.contains(.currentMatch) {
      mark(&look, currentMatch, [.bold, .underline])
    } else if style.traits.contains(.match) {
      mark(&look, match, style.traits.contains(.selected) ? [.underline] : [])
    }
    return grounded(look)
  }

  /// What has no colour gets the theme's.
  private func grounded(_ look: Attributes) -> Attributes {
    guard let ground else { return look }
    var look = look
    look.foreground = look.foreground ?? ground.text
    look.background = look.background ?? ground.ground
    return look
  }

  /// Makes a look secondary.
  private func dim(_ look: inout Attributes, _ traits: Attributes.Traits = []) {
    look.traits.formUnion(traits)
    if let faint { look.foreground = faint } else { look.traits.insert(.dim) }
  }

  /// Lights a match: dark on a colour, or reverse where there is none.
  private func mark(_ look: inout Attributes, _ colors: Ground?, _ traits: Attributes.Traits) {
    look.traits.subtract([.dim, .bold])
    look.traits.formUnion(traits)
    if let colors {
      look.traits.subtract([.reverse, .bold])
      look.foreground = colors.text
      look.background = colors.ground
    } else {
      look.traits.insert(.reverse)
    }
  }

  // MARK: Colours

  /// Whether all its colours are the 16 of the terminal's owner.
  var usesOwnersColors: Bool {
    var isOwners = true
    _ = mapColors { color in
      if color.components != nil { isOwners = false }
      return color
    }
    return isOwners
  }

  /// The theme with other colours for its own.
  func mapColors(_ change: (Color) -> Color) -> Theme {
    var theme = self
    let pair = { (pair: Ground) in Ground(text: change(pair.text), ground: change(pair.ground)) }
    theme.ground = ground.map(pair)
    theme.match = match.map(pair)
    theme.currentMatch = currentMatch.map(pair)
    theme.faint = faint.map(change)
    for index in looks.indices {
      theme.looks[index].foreground = looks[index].foreground.map(change)
      theme.looks[index].background = looks[index].background.map(change)
    }
    return theme
  }
}
