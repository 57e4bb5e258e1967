/// A key as a terminal can tell it.
public enum Key: Hashable, Sendable {
  /// A printable character, with Shift already in it; the space bar is `.character(" ")`.
  case character(Character)
  /// Control and a lower-case letter.
  case control(Character)
  /// Alt (or Escape quickly before) and a character.
  case alt(Character)
  case up, down, left, right
  case home, end, pageUp, pageDown
  case enter, tab, backTab, backspace, delete, insert, escape
  /// F1 is `.function(1)`.
  case function(Int)
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// A printable key.
  public init(extendedGraphemeClusterLiteral character: Character) { self = .character(character) }
}

extension Key: CustomStringConvertible {
  /// As help shows it: `j`, `Space`, `^F`, `PgDn`.
  public var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "^" + letter.uppercased()
    case .alt(let character): "Alt-\(character)"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .escape: "Esc"
    case .function(let number): "F\(number)"
    }
  }
}
