/// The marks of an open briefing: a value that the reader changes at once and that says what is to be remembered.
public struct BriefingMarks: Hashable, Sendable {
  /// The briefing.
  public let briefing: BriefingID
  /// Its sections by ordinal: 0 is the lead, then the sections in document order.
  public private(set) var sections: [SectionState]
  /// The star of the briefing itself.
  public private(set) var star: StarMark?
  /// When the visit began, in milliseconds since 1970 (UTC).
  public let visit: Int64
  /// Since when automatic marks count again, for sections of which a mark by hand was undone.
  private var since: [Int: Int64] = [:]

  /// Makes the marks of a visit.
  ///
  /// - Parameter visit: When it began, in milliseconds since 1970 (UTC).
  public init(briefing: BriefingID, sections: [SectionState], star: StarMark? = nil, visit: Int64) {
    self.briefing = briefing
    self.sections = sections
    self.star = star
    self.visit = visit
  }

  // MARK: Counts

  /// Whether a section counts: a lead without words does not, unless there is nothing else.
  public func counts(_ ordinal: Int) -> Bool {
    ordinal > 0 || sections.count == 1 || (sections.first?.words ?? 0) > 0
  }

  /// The ordinals of what is unread, ascending.
  public var unread: [Int] { sections.indices.filter { counts($0) && !sections[$0].isRead } }
  /// How many sections there are to read.
  public var total: Int { sections.indices.count { counts($0) } }
  /// The ordinals of what was read as another text, ascending.
  public var changed: [Int] { sections.indices.filter { counts($0) && sections[$0].isChanged } }

  /// By ordinal, the ordinals that sections with the same text have among other marks of the briefing.
  public func places(in other: BriefingMarks) -> [Int: Int] {
    let old = Dictionary(
      other.sections.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return sections.enumerated().reduce(into: [:]) { places, section in
      guard let place = old[section.element.id], other.sections[place].hash == section.element.hash else {
        return
      }
      places[section.offset] = place
    }
  }

  // MARK: Changes

  /// Marks sections read that were on the screen for long enough. Those that were marked by hand in this visit stay as
  /// they are.
  ///
  /// - Parameter time: In milliseconds since 1970 (UTC).
  /// - Returns: What is to be remembered: what has changed.
  public mutating func read(_ ordinals: [Int], at time: Int64) -> [StateChange] {
    ordinals.compactMap { ordinal in
      guard sections.indices.contains(ordinal), !sections[ordinal].isRead else { return nil }
      let section = sections[ordinal]
      return put(
        ReadMark(readAt: time, hash: section.hash, since: since[ordinal] ?? visit), section: ordinal)
    }
  }

  /// Marks all sections as a ``ReadingSeed`` says, where nobody and nothing has marked any. Every other mark overrules these.
  ///
  /// - Returns: What is to be remembered.
  public mutating func seed(isRead: Bool) -> [StateChange] {
    guard isRead, sections.allSatisfy({ $0.mark == nil }) else { return [] }
    return sections.indices.compactMap { ordinal in
      put(ReadMark(readAt: 0, hash: sections[ordinal].hash, since: 0), section: ordinal)
    }
  }

  /// Marks sections by hand.
  ///
  /// - Parameter time: In milliseconds since 1970 (UTC).
  /// - Returns: What is to be remembered, and what ``MarkHistory`` needs to undo it; nil where they are so already, by
  ///   hand.
  public mutating func mark(
    _ ordinals: [Int], isRead: Bool, at time: Int64
  ) -> (changes: [StateChange], undo: MarkUndo.Part)? {
    var before: [MarkUndo.Entry] = []
    var changes: [StateChange] = []
    for ordinal in ordinals where sections.indices.contains(ordinal) {
      let section = sections[ordinal]
      // "Keep unread" of what is unread still has to stick.
      if section.isRead == isRead, section.mark?.isByHand == true || isRead { continue }
      let mark = ReadMark(isRead: isRead, hash: section.hash, byHandAt: Self.time(after: section.mark, time))
      guard let change = put(mark, section: ordinal) else { continue }
      before.append(MarkUndo.Entry(section: section.id, before: section.mark))
      changes.append(change)
    }
    return changes.isEmpty ? nil : (changes, MarkUndo.Part(briefing: briefing, entries: before))
  }

  /// Takes back what was done by hand. Automatic marks count again from now on.
  ///
  /// - Returns: What is to be remembered.
  public mutating func restore(_ part: MarkUndo.Part, at time: Int64) -> [StateChange] {
    guard part.briefing == briefing else { return [] }
    let ordinals = Dictionary(
      sections.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let stars = part.stars.compactMap { star -> StateChange? in
      guard let section = star.section else { return restore(star, section: nil, at: time) }
      return ordinals[section].flatMap { restore(star, section: $0, at: time) }
    }
    return stars
      + part.entries.compactMap { entry in
        guard let ordinal = ordinals[entry.section] else { return nil }
        let now = Self.time(after: sections[ordinal].mark, time)
        since[ordinal] = now + 1
        return put(entry.restoring(at: now, hash: sections[ordinal].hash), section: ordinal)
      }
  }

  /// Gives a section a star or takes it away; the briefing itself where nil.
  ///
  /// - Returns: What is to be remembered.
  public mutating func setStar(_ isOn: Bool, section ordinal: Int?, at time: Int64) -> StateChange? {
    let star = StarMark(isOn: isOn, time: time)
    guard let ordinal else {
      self.star = star
      return .star(section: nil, briefing: briefing, star)
    }
    guard sections.indices.contains(ordinal) else { return nil }
    sections[ordinal].star = star
    return .star(section: sections[ordinal].id, briefing: briefing, star)
  }

  /// What undoes the next ``setStar(_:section:at:)``.
  public func star(ofSection ordinal: Int?) -> MarkUndo.Star? {
    guard let ordinal else { return MarkUndo.Star(section: nil, before: star) }
    guard sections.indices.contains(ordinal) else { return nil }
    return MarkUndo.Star(section: sections[ordinal].id, before: sections[ordinal].star)
  }

  /// Puts a star back as it was.
  private mutating func restore(_ star: MarkUndo.Star, section ordinal: Int?, at time: Int64) -> StateChange?
  {
    let now = self.star(ofSection: ordinal)?.before
    return setStar(star.before?.isOn ?? false, section: ordinal, at: max(time, (now?.time ?? 0) + 1))
  }

  /// Takes in what another program has remembered meanwhile. Returns whether anything is other than before.
  public mutating func merge(
    marks: [SectionID: ReadMark], stars: [SectionID: StarMark], star: StarMark?
  ) -> Bool {
    let old = self
    for ordinal in sections.indices {
      let id = sections[ordinal].id
      sections[ordinal].mark = ReadMark.merge(sections[ordinal].mark, marks[id])
      sections[ordinal].star = StarMark.merge(sections[ordinal].star, stars[id])
    }
    self.star = StarMark.merge(self.star, star)
    return self != old
  }

  private mutating func put(_ mark: ReadMark, section ordinal: Int) -> StateChange? {
    guard sections[ordinal].mark.map({ mark.overrules($0) }) ?? true else { return nil }
    sections[ordinal].mark = mark
    return .mark(section: sections[ordinal].id, briefing: briefing, mark)
  }

  /// A person's last word counts, whatever the clock says: it may have been set back.
  private static func time(after mark: ReadMark?, _ time: Int64) -> Int64 {
    mark.map { max(time, max($0.time, $0.since) + 1) } ?? time
  }
}
