import BriefingText

/// What has changed in the text of a page since an earlier version, as ``MarkedPage`` shows it.
public struct PageEdits: Sendable {
  /// The texts of units of `BriefingUnits` that have changed, in stretches.
  public var texts: [Int: [TextChange]] = [:]
  /// What stands between the units, in order: of two at one position the first comes first.
  public var insertions: [Insertion] = []

  /// Makes edits that change nothing.
  public init() {}

  /// Something that stands between units.
  public struct Insertion: Sendable {
    /// What it is.
    public var content: Content
    /// Where it stands.
    public var position: Position

    /// Makes one.
    public init(_ content: Content, _ position: Position) {
      self.content = content
      self.position = position
    }
  }

  /// What stands between units.
  public enum Content: Hashable, Sendable {
    /// A block that was removed.
    case removed(String)
    /// The heading of a section that was removed.
    case removedHeading(String)
    /// A word to the reader in a place where something has changed.
    case remark(String)
    /// A line that counts the changes; the reader does not step to it.
    case summary(String)
  }

  /// Where something stands.
  public enum Position: Hashable, Sendable {
    /// Before everything.
    case start
    /// Behind a unit of `BriefingUnits`, in its containers.
    case behindUnit(Int)
    /// Behind the own text of the section with this ordinal; 0 is the lead.
    case behindSection(Int)
  }
}
