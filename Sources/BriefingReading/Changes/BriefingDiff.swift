/// What has changed in a briefing since it was read: the sections that are other than they were, those that came, and those
/// that went.
public struct BriefingDiff: Hashable, Sendable {
  /// A section of the text now that is not as it was read.
  public struct Section: Hashable, Sendable {
    /// 0 for the lead, else the 1-based place among the sections.
    public var ordinal: Int
    /// Whether it was not there.
    public var isNew: Bool
    /// What has changed in it; nil for a new one, and where the text as it was read is not kept any more.
    public var diff: SectionDiff?
    /// Words of a new section.
    public var words: Int

    /// Makes a section.
    public init(ordinal: Int, isNew: Bool, diff: SectionDiff? = nil, words: Int = 0) {
      self.ordinal = ordinal
      self.isNew = isNew
      self.diff = diff
      self.words = words
    }
  }

  /// In the order of the text.
  public var sections: [Section]
  /// The headings of sections that were read and are not there any more.
  public var gone: [String]

  /// Makes a comparison of its parts.
  public init(sections: [Section], gone: [String]) {
    self.sections = sections.sorted { $0.ordinal < $1.ordinal }
    self.gone = gone
  }

  /// Whether no word has changed.
  public var isEmpty: Bool { sections.isEmpty && gone.isEmpty }

  /// What changed, for a line of its own: `3 sections changed, 1 new, 41 words`; nil where no word did. The words are those
  /// that were added or removed; they are left out where a text to compare with is missing.
  public var summary: String? {
    let new = sections.count { $0.isNew }
    let counts = [(sections.count - new, "changed"), (new, "new"), (gone.count, "gone")].filter { $0.0 > 0 }
    guard let first = counts.first else { return nil }
    var text = "\(first.0) \(first.0 == 1 ? "section" : "sections") \(first.1)"
    for (count, word) in counts.dropFirst() { text += ", \(count) \(word)" }
    guard sections.allSatisfy({ $0.isNew || $0.diff != nil }) else { return text }
    let words = sections.reduce(0) { $0 + ($1.diff?.changedWords ?? $1.words) }
    return words > 0 ? text + ", \(words) \(words == 1 ? "word" : "words")" : text
  }
}
