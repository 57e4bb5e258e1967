/// How many colours a terminal shows.
public enum ColorDepth: Hashable, Sendable, CaseIterable {
  /// None, or too few to tell things apart.
  case none
  /// The 8 or 16 of its owner.
  case sixteen
  /// These and 240 that are the same nearly everywhere.
  case palette
  /// Any, by red, green and blue.
  case direct

  /// The depth of a terminal that has so many colours, as the terminal database counts them.
  public init(colors: Int) {
    switch colors {
    case ..<8: self = .none
    case ..<256: self = .sixteen
    case 256: self = .palette
    // Terminals of 88 or some thousand colours are not made any more: more than 256 are red, green and blue.
    default: self = .direct
    }
  }
}

extension Theme {
  /// The theme as far as a terminal can show it. On one with its owner's colours alone, a theme that has others is the
  /// standard one: the nearest of unknown colours may not be readable.
  public func limited(to depth: ColorDepth) -> Theme {
    switch depth {
    case .none: .monochrome
    case .sixteen: usesOwnersColors ? self : .standard
    case .palette: mapColors(\.nearestInPalette)
    case .direct: self
    }
  }

  /// Whether a terminal can show it, and not another one in its place; see ``limited(to:)``.
  public func isShown(at depth: ColorDepth) -> Bool {
    switch depth {
    case .none: self == .monochrome
    case .sixteen: usesOwnersColors
    case .palette, .direct: true
    }
  }
}
