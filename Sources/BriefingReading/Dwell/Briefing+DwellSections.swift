import BriefingCore
import CommonMark

extension Briefing {
  /// What a ``DwellTracker`` watches, in bytes of the source: the lead, then the sections. What is written in a section and
  /// shows nothing there, as link definitions and footnotes at the end of a file, is left out at its end.
  ///
  /// - Parameter digest: The digest of the briefing.
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  public func dwellSections(
    _ digest: BriefingDigest, isCancelled: () -> Bool = { false }
  ) throws -> [DwellTracker.Section] {
    try digest.sections.map { section in
      if isCancelled() { throw CancellationError() }
      let index = section.ordinal == 0 ? nil : section.ordinal - 1
      let start = index.map { document[sections[$0].heading].range.lowerBound } ?? document.body.lowerBound
      let first = index.map { sections[$0].heading } ?? document.root
      var last = ownEnd(ofSection: index).index - 1
      while last > first.index, let hidden = hiddenBlock(around: BlockID(index: last)) {
        last = hidden.index - 1
      }
      let end = last > first.index || index != nil ? document[BlockID(index: last)].range.upperBound : start
      return DwellTracker.Section(extent: start..<max(start, end), words: section.words)
    }
  }

  /// The outermost block around one, or that one itself, that shows nothing where it is written; nil where all does.
  private func hiddenBlock(around block: BlockID) -> BlockID? {
    if document[block].kind == .linkDefinition { return block }
    var id = block
    while let parent = document[id].parent, parent != document.root { id = parent }
    return document[id].kind == .footnoteDefinition ? id : nil
  }
}
