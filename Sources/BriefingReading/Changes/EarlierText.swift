/// A briefing as it was last read, as far as it is another one now.
public struct EarlierText: Hashable, Sendable {
  /// Sections that were read as another text, by ordinal.
  public var changed: [Section]
  /// The ordinals of sections that were not there, ascending.
  public var new: [Int]
  /// Sections that were read and are not there any more, in the order in which they stood.
  public var removed: [RemovedSection]
  /// When what has changed was last read, in milliseconds since 1970 (UTC); 0 where that is not known.
  public var time: Int64

  /// A section that was read as another text.
  public struct Section: Hashable, Sendable {
    /// 0 for the lead, else the 1-based place among the sections now.
    public var ordinal: Int
    /// Its text as it was read; nil where that is not kept.
    public var text: [ReadBlock]?

    /// Makes a section.
    public init(ordinal: Int, text: [ReadBlock]?) {
      self.ordinal = ordinal
      self.text = text
    }
  }

  /// Makes it.
  public init(changed: [Section] = [], new: [Int] = [], removed: [RemovedSection] = [], time: Int64 = 0) {
    self.changed = changed
    self.new = new
    self.removed = removed
    self.time = time
  }

  /// Whether nothing has changed.
  public var isEmpty: Bool { changed.isEmpty && new.isEmpty && removed.isEmpty }
}
