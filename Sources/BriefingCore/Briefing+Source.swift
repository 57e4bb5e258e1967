import CommonMark

extension Briefing {
  /// The bytes of the file that a section takes with those below it, whole lines from its heading's line on; with nil what
  /// stands before the first section, without front matter.
  public func source(ofSection index: Int?) -> Range<Int> {
    guard let index else {
      let end = sections.first.map { startOfLine(at: document[$0.heading].range.lowerBound) }
      return document.body.lowerBound..<max(document.body.lowerBound, end ?? document.source.count)
    }
    let start = startOfLine(at: document[sections[index].heading].range.lowerBound)
    let following = extent(ofSection: index).upperBound
    guard following < sections.count else { return start..<document.source.count }
    return start..<max(start, startOfLine(at: document[sections[following].heading].range.lowerBound))
  }

  /// A heading may stand within a quote or an item, whose marks are part of its line.
  private func startOfLine(at offset: Int) -> Int {
    var start = offset
    while start > document.body.lowerBound, ![0x0A, 0x0D].contains(document.source[start - 1]) { start -= 1 }
    return start
  }
}
