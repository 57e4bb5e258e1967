/// The text of one unit as it is read: markup gone, character references decoded, soft breaks as spaces.
///
/// Find, places and highlights count in UTF-8 offsets of this text, so they hold at every width.
public struct UnitText: Hashable, Sendable {
  /// The text. Hard breaks and the borders of table cells are LF.
  public var string: String
  /// Styled stretches, in order, without gaps or overlaps.
  public var runs: [Run]
  /// Links and images, in order; a wrapped link is one link.
  public var links: [Link]
  /// Whether it has so many marks that those which stood open too long are shown as they are written.
  package var isParted = false

  /// A stretch of one style.
  public struct Run: Hashable, Sendable {
    /// UTF-8 offsets.
    public var range: Range<Int>
    /// How it looks.
    public var style: Style

    /// Makes a run.
    public init(range: Range<Int>, style: Style) {
      self.range = range
      self.style = style
    }
  }

  /// A stretch that leads somewhere.
  public struct Link: Hashable, Sendable {
    /// UTF-8 offsets.
    public var range: Range<Int>
    /// Where it leads, as written (unescaped); for a footnote its label.
    public var destination: String
    /// What it is in the text.
    public var kind: Kind

    /// What leads somewhere.
    public enum Kind: Hashable, Sendable {
      case link, image, footnote
    }

    /// Makes a link.
    public init(range: Range<Int>, destination: String, kind: Kind = .link) {
      self.range = range
      self.destination = destination
      self.kind = kind
    }
  }

  /// Makes a text.
  public init(string: String = "", runs: [Run] = [], links: [Link] = []) {
    self.string = string
    self.runs = runs
    self.links = links
  }
}
