/// The constructs beyond CommonMark 0.31.2 that a parse recognises.
public struct Extensions: OptionSet, Hashable, Sendable {
  /// One bit an extension.
  public let rawValue: UInt32

  /// Makes the set from its bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// GFM "Tables (extension)".
  public static let tables = Extensions(rawValue: 1 << 0)
  /// GFM "Task list items (extension)".
  public static let taskLists = Extensions(rawValue: 1 << 1)
  /// GFM "Strikethrough (extension)".
  public static let strikethrough = Extensions(rawValue: 1 << 2)
  /// GFM "Autolinks (extension)": bare `www.`, `http://`, `https://`, and e-mail addresses.
  public static let autolinks = Extensions(rawValue: 1 << 3)
  /// GFM "Disallowed Raw HTML (extension)"; it acts on HTML output alone.
  public static let tagFilter = Extensions(rawValue: 1 << 4)
  /// `[^label]` and its definitions, as GitHub has them.
  public static let footnotes = Extensions(rawValue: 1 << 5)
  /// `> [!NOTE]` and its four siblings, as GitHub has them.
  public static let alerts = Extensions(rawValue: 1 << 6)

  /// Bare `http://…` in brackets, whatever is in front: GFM wants white space or one of `*_~(` there, and briefings
  /// give their sources as `[https://…]`.
  public static let bracketedAutolinks = Extensions(rawValue: 1 << 7)

  /// The five extensions of GFM 0.29.
  public static let gfm: Extensions = [.tables, .taskLists, .strikethrough, .autolinks, .tagFilter]
  /// Everything of GitHub's that this parser knows. What briefings have besides is ``briefing``.
  public static let all: Extensions = [.gfm, .footnotes, .alerts, .bracketedAutolinks]
}
