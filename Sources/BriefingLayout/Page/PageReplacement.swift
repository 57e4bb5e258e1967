import BriefingCore

/// A page that takes the place of another with an earlier version of its text, and the way from one to the other: for
/// the line that is being read, and for whatever else the reader has of the old page.
public struct PageReplacement: Sendable {
  /// What the edit did, section by section.
  public let changes: SectionChanges
  /// The page that is shown from now on.
  public let page: Page
  private let old: Page

  /// Compares the texts of two pages, in a time that grows with them: work for a thread of its own.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  public init(of old: Page, by page: Page, isCancelled: () -> Bool = { false }) throws {
    self.old = old
    self.page = page
    changes = try SectionChanges(from: old.briefing, to: page.briefing, isCancelled: isCancelled)
  }

  /// What has become of a section, by its index; nil where it is gone.
  public func section(_ index: Int) -> Int? { changes.matching.matches[index]?.index }

  /// Where a place of the old page is on the new one.
  ///
  /// - Returns: `match` is nil where it is gone; the place is then in what stands there now, else at the start of what
  ///   follows.
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  public func place(
    of place: Place, isCancelled: () -> Bool = { false }
  ) throws -> (place: Place, match: Anchor.Match?) {
    try places(of: [place], isCancelled: isCancelled)[0]
  }

  /// Where some places of the old page are on the new one; see ``place(of:isCancelled:)``. The new text is read once.
  public func places(
    of places: [Place], isCancelled: () -> Bool = { false }
  ) throws -> [(place: Place, match: Anchor.Match?)] {
    var finder = AnchorFinder(page)
    return try places.map { place in
      let unit = min(max(0, place.unit), max(0, old.unitCount - 1))
      let section = old.unitCount > 0 ? old.briefing.section(containing: old.block(of: unit)) : nil
      let anchor = old.anchor(of: place)
      if let found = try finder.place(
        of: anchor, section: section.flatMap(self.section), isCancelled: isCancelled)
      {
        return (found.place, found.match)
      }
      // With little text nothing tells that a section with another title is the same, but a reader had better be there.
      if let heir = section.flatMap(heir),
        let found = try finder.place(of: anchor, section: heir, isCancelled: isCancelled)
      {
        return (found.place, nil)
      }
      return (placeOfWhatFollows(section), nil)
    }
  }

  /// The new section that stands where one was that is gone: as many came as went between the sections around, which are
  /// still there.
  private func heir(of section: Int) -> Int? {
    let matches = changes.matching.matches
    guard matches[section] == nil else { return nil }
    let first = matches[..<section].lastIndex { $0 != nil }.map { $0 + 1 } ?? 0
    let last = matches[section...].firstIndex { $0 != nil } ?? matches.count
    let newFirst = first > 0 ? (matches[first - 1]?.index).map { $0 + 1 } ?? 0 : 0
    let newLast = last < matches.count ? matches[last]?.index ?? 0 : changes.matching.origins.count
    guard newLast - newFirst == last - first else { return nil }
    let heir = newFirst + section - first
    return changes.matching.origins[heir] == nil ? heir : nil
  }

  /// The start of the section that came after one that is gone, else of the one before it.
  private func placeOfWhatFollows(_ section: Int?) -> Place {
    guard let section, !page.briefing.sections.isEmpty else { return Place() }
    let matches = changes.matching.matches
    let next =
      matches[section...].lazy.compactMap(\.self).first ?? matches[..<section].last(where: { $0 != nil })
      ?? nil
    return next.map { Place(unit: page.sectionUnits[$0.index]) } ?? Place()
  }
}
