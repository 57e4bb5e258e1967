/// How a cell looks, said by meaning: a ``Theme`` turns it into colours and attributes at the screen, so that
/// a new theme lays nothing out again.
public struct Style: Hashable, Sendable {
  /// What the cell is part of.
  public var role: Role
  /// What holds of it besides.
  public var traits: Traits

  /// Makes a style.
  public init(_ role: Role = .text, _ traits: Traits = []) {
    self.role = role
    self.traits = traits
  }

  /// What a cell is part of: the page first, then the program around it.
  public enum Role: UInt8, Hashable, Sendable, CaseIterable {
    /// Running text.
    case text
    /// The page's own heading.
    case title
    /// A heading of the highest level of sections.
    case heading
    /// A heading below that.
    case subheading
    /// The levels further below: two, three, four and five below the highest.
    case subheading2, subheading3, subheading4, subheading5
    /// A code span or a line of a code block.
    case code
    /// The language of a code block and other small print about the text.
    case caption
    /// Text that leads somewhere.
    case link
    /// Text within a block quote.
    case quote
    /// The bar before a quote.
    case bar
    /// A list's bullet, number or box; a footnote's mark.
    case marker
    /// A thematic break, and the rules of a table.
    case rule
    /// The header row of a table.
    case tableHeader
    /// The label and bar of an alert, by kind.
    case note, tip, important, warning, caution
    /// The visible symbol that stands for a byte or character that must not reach the terminal.
    case replacement
    /// The signs around what was added since the text was read, and around what was removed.
    case added, removed

    /// The program's own text: the line at the top.
    case header
    /// The line at the bottom.
    case status
    /// A key named in the status line or in help.
    case key
    /// Secondary text of lists and panes.
    case faint
    /// Something went wrong.
    case error
    /// The outline's mark of the section that is being read.
    case current
    /// A prompt's label.
    case prompt
  }

  /// What holds of a cell besides its role.
  public struct Traits: OptionSet, Hashable, Sendable {
    /// One bit a trait.
    public let rawValue: UInt16
    /// Makes the set from its bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Markdown's emphasis.
    public static let emphasis = Traits(rawValue: 1 << 0)
    /// Markdown's strong emphasis.
    public static let strong = Traits(rawValue: 1 << 1)
    /// Struck through.
    public static let strikethrough = Traits(rawValue: 1 << 2)
    /// Matches what is searched for.
    public static let match = Traits(rawValue: 1 << 3)
    /// The match that the reader is at.
    public static let currentMatch = Traits(rawValue: 1 << 4)
    /// The selected row of a list.
    public static let selected = Traits(rawValue: 1 << 5)
    /// Stands in the bar at the bottom.
    public static let statusBar = Traits(rawValue: 1 << 7)
    /// Marked by its author (`==text==`, `<mark>`).
    public static let mark = Traits(rawValue: 1 << 8)
    /// Was added since the text was read.
    public static let added = Traits(rawValue: 1 << 9)
    /// Was removed since the text was read.
    public static let removed = Traits(rawValue: 1 << 10)
    /// Not yet read.
    public static let unread = Traits(rawValue: 1 << 6)
    /// Was read in another briefing, word for word.
    public static let repeated = Traits(rawValue: 1 << 11)
  }
}
