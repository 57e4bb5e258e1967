/// What has to be put back to undo one thing that a person did to marks, in one briefing or in several.
public struct MarkUndo: Hashable, Sendable {
  /// What it undoes, as a message goes on after "undone: ": `marked 12 sections read`.
  public var label: String
  /// What was changed, briefing by briefing.
  public var parts: [Part]

  /// Makes one.
  public init(label: String, parts: [Part]) {
    self.label = label
    self.parts = parts
  }

  /// What was changed in one briefing.
  public struct Part: Hashable, Sendable {
    /// The briefing.
    public var briefing: BriefingID
    /// Its sections that were changed.
    public var entries: [Entry]

    /// Its stars that were changed.
    public var stars: [Star]

    /// Makes a part.
    public init(briefing: BriefingID, entries: [Entry] = [], stars: [Star] = []) {
      self.briefing = briefing
      self.entries = entries
      self.stars = stars
    }

    /// What is to be remembered where the briefing is not open: in the list, say.
    ///
    /// - Parameter time: In milliseconds since 1970 (UTC).
    public func changes(at time: Int64) -> [StateChange] {
      entries.map { entry in
        .mark(
          section: entry.section, briefing: briefing,
          entry.restoring(at: time, hash: entry.before?.hash ?? 0))
      }
        + stars.map { star in
          .star(
            section: star.section, briefing: briefing, StarMark(isOn: star.before?.isOn ?? false, time: time))
        }
    }
  }

  /// A star as it was.
  public struct Star: Hashable, Sendable {
    /// The section; nil for the briefing itself.
    public var section: SectionID?
    /// Its star; nil where it never had one.
    public var before: StarMark?

    /// Makes one.
    public init(section: SectionID?, before: StarMark?) {
      self.section = section
      self.before = before
    }
  }

  /// One section as it was.
  public struct Entry: Hashable, Sendable {
    /// The section.
    public var section: SectionID
    /// The mark that it had.
    public var before: ReadMark?

    /// Makes an entry.
    public init(section: SectionID, before: ReadMark?) {
      self.section = section
      self.before = before
    }

    /// The mark that puts it back, which is newer than what it undoes.
    func restoring(at time: Int64, hash: UInt64) -> ReadMark {
      ReadMark(isRead: before?.isRead ?? false, hash: before?.hash ?? hash, byHandAt: time)
    }
  }
}
