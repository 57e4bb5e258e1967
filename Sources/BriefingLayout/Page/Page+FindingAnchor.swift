import Algorithms
import BriefingCore

extension Page {
  /// The place of an anchor that was made of this briefing or of another version of it; nil where what it stood in is
  /// gone. In a text that has not changed it is the same place, at any width.
  ///
  /// Takes as long as the file is long at most. Where the old version is at hand, ``PageReplacement`` knows more.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true; it is asked every few milliseconds.
  public func place(
    of anchor: Anchor, isCancelled: () -> Bool = { false }
  ) throws -> (place: Place, match: Anchor.Match)? {
    var section: Int?
    if case .section(let identity, let isShared) = anchor.region, !identity.path.isEmpty {
      let index = SectionLookup(try briefing.sectionIdentities(isCancelled: isCancelled))
      section = index.match(for: identity, isShared: isShared)?.index
    }
    var finder = AnchorFinder(self)
    return try finder.place(of: anchor, section: section, isCancelled: isCancelled)
  }

  /// The same of an anchor in its stored form (`Anchor.text`); nil too where that cannot be read.
  ///
  /// - Parameter isUnchanged: Whether the file is the one that the anchor was made in: then the place is found at once.
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  public func place(
    ofStored text: String, isUnchanged: Bool = false, isCancelled: () -> Bool = { false }
  ) throws -> Place? {
    guard let anchor = Anchor(text: text) else { return nil }
    if isUnchanged, let place = place(where: anchor) { return place }
    return try place(of: anchor, isCancelled: isCancelled)?.place
  }

  /// The place of an anchor where all is as it was; nil where that is not so, or footnotes have been moved. Costs the text of
  /// three units, whatever the file's length.
  private func place(where anchor: Anchor) -> Place? {
    guard !units.table.movesFootnotes else { return nil }
    let first = (0..<unitCount).partitioningIndex { sourceStart(of: $0) >= anchor.byteOffset }
    // Parts of the title block start where others do.
    for unit in first..<min(unitCount, first + 4) where sourceStart(of: unit) == anchor.byteOffset {
      let place = Place(unit: unit, offset: anchor.offset, skip: anchor.skip)
      let found = self.anchor(of: place)
      if found.textFingerprint == anchor.textFingerprint, found.neighbours == anchor.neighbours {
        return place
      }
    }
    return nil
  }
}
