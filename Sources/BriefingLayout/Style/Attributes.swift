/// What a terminal can do to a cell.
public struct Attributes: Hashable, Sendable {
  /// Nil is the terminal's own.
  public var foreground: Color?
  /// Nil is the terminal's own.
  public var background: Color?
  /// Bold, dim and so on.
  public var traits: Traits

  /// Makes attributes.
  public init(foreground: Color? = nil, background: Color? = nil, traits: Traits = []) {
    self.foreground = foreground
    self.background = background
    self.traits = traits
  }

  /// The attributes besides colour.
  public struct Traits: OptionSet, Hashable, Sendable {
    /// One bit an attribute.
    public let rawValue: UInt8
    /// Makes the set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// SGR 1.
    public static let bold = Traits(rawValue: 1 << 0)
    /// SGR 2.
    public static let dim = Traits(rawValue: 1 << 1)
    /// SGR 3.
    public static let italic = Traits(rawValue: 1 << 2)
    /// SGR 4.
    public static let underline = Traits(rawValue: 1 << 3)
    /// SGR 7.
    public static let reverse = Traits(rawValue: 1 << 4)
    /// SGR 9.
    public static let strikethrough = Traits(rawValue: 1 << 5)
  }
}
