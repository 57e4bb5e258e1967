import BriefingText

/// What has changed in a briefing since it was read: the sections that are other than they were, those that came, and those
/// that were removed.
public struct BriefingDiff: Hashable, Sendable {
  /// A section of the text now that is not as it was read.
  public struct Section: Hashable, Sendable {
    /// 0 for the lead, else the 1-based place among the sections.
    public var ordinal: Int
    /// Whether it was not there.
    public var isNew: Bool
    /// What has changed in it; nil where the text as it was read is not kept, and for a new section that is longer than what
    /// is kept.
    public var diff: SectionDiff?
    /// Words of its text.
    public var words: Int

    /// Makes a section.
    public init(ordinal: Int, isNew: Bool, diff: SectionDiff? = nil, words: Int = 0) {
      self.ordinal = ordinal
      self.isNew = isNew
      self.diff = diff
      self.words = words
    }

    /// Words that are there now and were not; nil where that is not known.
    public var addedWords: Int? { diff?.addedWords ?? (isNew ? words : nil) }
    /// Words that were there and are not any more; nil where that is not known.
    public var removedWords: Int? { diff?.removedWords ?? (isNew ? 0 : nil) }
  }

  /// In the order of the text.
  public var sections: [Section]
  /// Sections that were read and are not there any more, in the order in which they stood.
  public var removed: [RemovedSection]
  /// When what has changed was last read, in milliseconds since 1970 (UTC); 0 where that is not known.
  public var time: Int64

  /// Makes a comparison of its parts.
  public init(sections: [Section], removed: [RemovedSection] = [], time: Int64 = 0) {
    self.sections = sections.sorted { $0.ordinal < $1.ordinal }
    self.removed = removed
    self.time = time
  }

  /// Compares a briefing with its text as it was last read.
  ///
  /// - Parameters:
  ///   - earlier: What was other.
  ///   - units: The text as it is now.
  ///   - words: The words of each section now, by ordinal.
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  public init(
    since earlier: EarlierText, _ units: BriefingUnits, words: [Int], isCancelled: () -> Bool = { false }
  ) throws {
    func count(_ ordinal: Int) -> Int { words.indices.contains(ordinal) ? words[ordinal] : 0 }
    var sections = try earlier.changed.map { section in
      let diff = try section.text.map { old in
        let new = try SectionContent(units, ordinal: section.ordinal, isCancelled: isCancelled)
        return try SectionDiff(from: old, to: new.blocks, isCancelled: isCancelled)
      }
      return Section(ordinal: section.ordinal, isNew: false, diff: diff, words: count(section.ordinal))
    }
    sections += try earlier.new.map { ordinal in
      // A longer text is all new without being compared.
      let text = try SectionContent.kept(units, ordinal: ordinal, isCancelled: isCancelled)
      let diff = try text.map { _ in
        let new = try SectionContent(units, ordinal: ordinal, isCancelled: isCancelled)
        return try SectionDiff(from: [], to: new.blocks, isCancelled: isCancelled)
      }
      return Section(ordinal: ordinal, isNew: true, diff: diff, words: count(ordinal))
    }
    let removed = try earlier.removed.map { section in
      guard let text = section.text else { return section }
      var section = section
      section.words = try SectionDiff(from: text, to: [], isCancelled: isCancelled).removedWords
      return section
    }
    self.init(sections: sections, removed: removed, time: earlier.time)
  }

  /// What has changed in some sections, and was removed behind them.
  ///
  /// - Parameter ordinals: 0 for the lead, else 1-based places among the sections.
  public func limited(to ordinals: Range<Int>) -> BriefingDiff {
    BriefingDiff(
      sections: sections.filter { ordinals.contains($0.ordinal) },
      removed: removed.filter { ordinals.contains($0.after) }, time: time)
  }

  /// Whether no word has changed.
  public var isEmpty: Bool { sections.isEmpty && removed.isEmpty }

  /// Words that are there now and were not; nil where the text of a section as it was read is not kept.
  public var addedWords: Int? {
    sections.reduce(0) { sum, section in sum.flatMap { sum in section.addedWords.map { sum + $0 } } }
  }

  /// Words that were there and are not any more; nil as for ``addedWords``.
  public var removedWords: Int? {
    sections.reduce(removed.reduce(0) { $0 + $1.words }) { sum, section in
      sum.flatMap { sum in section.removedWords.map { sum + $0 } }
    }
  }

  /// What changed, for a line of its own: `3 sections changed, 1 new, 2 removed · 42 words added, 17 removed`; nil where no
  /// word did. The words are left out where a text to compare with is not kept.
  public var summary: String? {
    let new = sections.count { $0.isNew }
    let parts = Self.joined(
      [(sections.count - new, "changed"), (new, "new"), (removed.count, "removed")], of: "section")
    guard let parts else { return nil }
    let words = addedWords.flatMap { added in
      removedWords.flatMap { Self.joined([(added, "added"), ($0, "removed")], of: "word") }
    }
    return words.map { "\(parts) · \($0)" } ?? parts
  }

  /// `3 sections changed, 1 new`; nil where all counts are 0.
  private static func joined(_ counts: [(count: Int, what: String)], of noun: String) -> String? {
    let counts = counts.filter { $0.count > 0 }
    guard let first = counts.first else { return nil }
    var text = "\(first.count) \(noun)\(first.count == 1 ? "" : "s") \(first.what)"
    for (count, what) in counts.dropFirst() { text += ", \(count) \(what)" }
    return text
  }
}
