/// A key as a terminal can tell it: what was pressed, and what was held with it.
public struct Key: Hashable, Sendable {
  /// What was pressed.
  public var code: Code
  /// What was held with it. Shift is in the character of a printable key already.
  public var modifiers: Modifiers

  /// A key without its modifiers.
  public enum Code: Hashable, Sendable {
    /// A printable character; the space bar is `.character(" ")`.
    case character(Character)
    case up, down, left, right
    case home, end, pageUp, pageDown
    case enter, tab, backspace, delete, insert, escape
    /// F1 is `.function(1)`.
    case function(Int)
  }

  /// Keys that are held while another is pressed.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// A bit for each.
    public let rawValue: UInt8
    /// Makes a set of the bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Control; with a letter, the lower-case one.
    public static let control = Modifiers(rawValue: 1)
    /// Alt, or Escape quickly before.
    public static let alt = Modifiers(rawValue: 2)
    /// Shift, with keys that print nothing.
    public static let shift = Modifiers(rawValue: 4)
  }

  /// Makes a key.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// The key without its modifiers.
  public var plain: Key { Key(code) }

  /// What the key types into a prompt; nil where it types nothing.
  public var typed: Character? {
    if case .character(let character) = code, modifiers.isEmpty { character } else { nil }
  }

  /// What the key does where nothing is bound to it: an arrow with Shift is an arrow. Nil where its modifiers make
  /// it another key.
  var withoutModifiers: Key? {
    guard !modifiers.isEmpty else { return nil }
    return switch code {
    case .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .delete, .insert, .function: plain
    case .enter, .tab, .backspace, .escape: modifiers.contains(.alt) ? nil : plain
    case .character: nil
    }
  }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  /// A printable key.
  public init(extendedGraphemeClusterLiteral character: Character) { self = .character(character) }
}

extension Key {
  /// A printable character, with Shift already in it.
  public static func character(_ character: Character) -> Key { Key(.character(character)) }
  /// Control and a lower-case letter.
  public static func control(_ letter: Character) -> Key { Key(.character(letter), .control) }
  /// Alt (or Escape quickly before) and a character.
  public static func alt(_ character: Character) -> Key { Key(.character(character), .alt) }
  /// F1 is `.function(1)`.
  public static func function(_ number: Int) -> Key { Key(.function(number)) }

  /// The arrow up.
  public static let up = Key(.up)
  /// The arrow down.
  public static let down = Key(.down)
  /// The arrow to the left.
  public static let left = Key(.left)
  /// The arrow to the right.
  public static let right = Key(.right)
  /// Home.
  public static let home = Key(.home)
  /// End.
  public static let end = Key(.end)
  /// Page Up.
  public static let pageUp = Key(.pageUp)
  /// Page Down.
  public static let pageDown = Key(.pageDown)
  /// Enter.
  public static let enter = Key(.enter)
  /// Tab.
  public static let tab = Key(.tab)
  /// Shift and Tab.
  public static let backTab = Key(.tab, .shift)
  /// Backspace.
  public static let backspace = Key(.backspace)
  /// Delete.
  public static let delete = Key(.delete)
  /// Insert.
  public static let insert = Key(.insert)
  /// Escape.
  public static let escape = Key(.escape)
}
