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
  /// - Throws: `CancellationError` when `isCancelled` answers true; it is asked every few milliseconds.
  public init(of old: Page, by page: Page, isCancelled: () -> Bool = { false }) throws {
    self.old = old
    self.page = page
    changes = try SectionChanges(from: old.briefing, to: page.briefing, isCancelled: isCancelled)
  }

  /// What has become of a section, by its index; nil where it is gone.
  public func section(_ index: Int) -> Int? { changes.matching.matches[index]?.index }

  /// Where a place of the old page is on the new one.
  ///
  /// - Returns: `match` is nil where it is gone; the place is then the start of what follows.
  /// - Throws: `CancellationError` when `isCancelled` answers true.
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
      if let found = try finder.place(
        of: old.anchor(of: place), section: section.flatMap(self.section), isCancelled: isCancelled)
      {
        return (found.place, found.match)
      }
      return (placeOfWhatFollows(section), nil)
    }
  }

  /// The start of the section that came behind one that is gone, else of the one before it.
  private func placeOfWhatFollows(_ section: Int?) -> Place {
    guard let section, !page.briefing.sections.isEmpty else { return Place() }
    let matches = changes.matching.matches
    let next =
      matches[section...].lazy.compactMap(\.self).first ?? matches[..<section].last(where: { $0 != nil })
      ?? nil
    return next.map { Place(unit: page.sectionUnits[$0.index]) } ?? Place()
  }
}
