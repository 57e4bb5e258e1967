import BriefingText

/// Turns meaning into colours and attributes.
public struct Theme: Hashable, Sendable {
  /// The name that configuration and messages use.
  public let name: String
  private let palette: Palette

  /// The colours that a theme draws from.
  private enum Palette: Hashable, Sendable {
    case none, sixteen, full
  }

  /// The 16-colour palette on the terminal's own ground, light or dark.
  public static let standard = Theme(name: "default", palette: .sixteen)
  /// Middle tones of the 256-colour palette, readable on light and on dark grounds.
  public static let full = Theme(name: "muted", palette: .full)
  /// No colour: bold, dim, italic, underline, reverse alone (NO_COLOR, monochrome terminals).
  public static let monochrome = Theme(name: "mono", palette: .none)

  /// The themes that have a name in the configuration.
  public static let builtIn: [Theme] = [.standard, .full, .monochrome]

  /// How a style looks.
  public func attributes(of style: Style) -> Attributes {
    var look = attributes(of: style.role)
    if style.traits.isEmpty { return look }
    if style.traits.contains(.emphasis) { look.traits.insert(.italic) }
    if style.traits.contains(.strong) || style.traits.contains(.unread) { look.traits.insert(.bold) }
    if style.traits.contains(.mark) { look.traits.formUnion([.bold, .underline]) }
    // Few terminals strike through, most dim.
    if style.traits.contains(.strikethrough) { look.traits.formUnion([.strikethrough, .dim]) }
    // Without its colour: a bright one is not dim, and few terminals dim what is bold.
    if style.traits.contains(.repeated) {
      look = Attributes(traits: look.traits.subtracting(.bold).union(.dim))
    }
    if style.traits.contains(.added) {
      look.traits.insert(.underline)
      look.foreground = attributes(of: .added).foreground
    }
    if style.traits.contains(.removed) {
      look.traits.formUnion(palette == .none ? [.strikethrough, .dim] : .strikethrough)
      look.foreground = attributes(of: .removed).foreground
    }
    if !style.traits.isDisjoint(with: [.selected, .statusBar]) {
      // Reverse of the terminal's own colours, whatever the text's were.
      look = Attributes(traits: look.traits.union(.reverse))
    }
    if style.traits.contains(.currentMatch) {
      mark(&look, background: 6, [.bold, .underline])
    } else if style.traits.contains(.match) {
      mark(&look, background: 3, style.traits.contains(.selected) ? [.underline] : [])
    }
    return look
  }

  /// Lights a match: black on a colour, or reverse where there is none.
  private func mark(_ look: inout Attributes, background: UInt8, _ traits: Attributes.Traits) {
    look.traits.subtract([.dim, .bold])
    look.traits.formUnion(traits)
    if palette == .none {
      look.traits.insert(.reverse)
    } else {
      look.traits.subtract([.reverse, .bold])
      look.foreground = 0
      look.background = background
    }
  }

  /// How the cells of a role look without traits of their own.
  private func attributes(of role: Style.Role) -> Attributes {
    let look = Theme.look(of: role)
    switch palette {
    case .none: return Attributes(traits: look.colourless ?? look.traits)
    case .sixteen: return Attributes(foreground: look.sixteen, traits: look.traits)
    case .full: return Attributes(foreground: look.full, traits: look.traits)
    }
  }

  /// A role's look in each palette.
  private struct Look {
    var traits: Attributes.Traits = []
    var sixteen: UInt8?
    var full: UInt8?
    /// The traits where there is no colour, if they differ.
    var colourless: Attributes.Traits?
  }

  /// Black, white, yellow and bright black are left alone: on one ground or the other they cannot be read.
  private static func look(of role: Style.Role) -> Look {
    switch role {
    // What stands within a quote is told by the bar before it.
    case .text, .quote, .status: Look()
    case .title: Look(traits: [.bold, .underline])
    case .heading: Look(traits: .bold, sixteen: 5, full: 30)
    case .subheading: Look(traits: .bold, colourless: [.bold, .italic])
    case .code: Look(sixteen: 6, full: 30, colourless: .dim)
    case .caption, .faint, .rule: Look(traits: .dim)
    case .link: Look(traits: .underline, sixteen: 4, full: 68)
    case .bar: Look(sixteen: 2, full: 65)
    case .marker: Look(sixteen: 5, full: 130, colourless: .bold)
    case .tableHeader, .header, .prompt: Look(traits: .bold)
    case .note: Look(traits: .bold, sixteen: 4, full: 68)
    case .tip: Look(traits: .bold, sixteen: 2, full: 64)
    case .important: Look(traits: .bold, sixteen: 5, full: 134)
    case .warning: Look(traits: .bold, sixteen: 1, full: 130)
    case .caution: Look(traits: [.bold, .underline], sixteen: 1, full: 167)
    case .replacement: Look(traits: .reverse, sixteen: 1, full: 167, colourless: [.reverse, .dim])
    case .added: Look(sixteen: 2, full: 64, colourless: .bold)
    case .removed: Look(sixteen: 1, full: 167, colourless: .bold)
    case .key: Look(traits: .bold, colourless: [.bold, .underline])
    case .error: Look(traits: .bold, sixteen: 1, full: 167, colourless: [.bold, .reverse])
    case .current: Look(traits: .bold, sixteen: 5, full: 30, colourless: [.bold, .underline])
    }
  }
}
