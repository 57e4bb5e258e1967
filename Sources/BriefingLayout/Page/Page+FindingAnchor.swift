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
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  public func place(ofStored text: String, isCancelled: () -> Bool = { false }) throws -> Place? {
    try Anchor(text: text).flatMap { try place(of: $0, isCancelled: isCancelled)?.place }
  }
}
