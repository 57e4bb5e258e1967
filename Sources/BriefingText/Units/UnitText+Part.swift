import Algorithms

extension UnitText {
  /// A stretch of the text by itself, with what it has of runs and links.
  ///
  /// - Parameter openLinks: indices of the links that start before it and reach into it.
  package func part(_ range: Range<Int>, openLinks: [Int] = []) -> UnitText {
    let utf8 = string.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    let end = utf8.index(start, offsetBy: range.count)
    return UnitText(string: String(string[start..<end]), range, of: runs, links, openLinks: openLinks)
  }

  /// A text with what a stretch of another one has of runs and links.
  init(string: String, _ range: Range<Int>, of runs: [Run], _ links: [Link], openLinks: [Int]) {
    func moved(_ other: Range<Int>) -> Range<Int> {
      let part = other.clamped(to: range)
      return part.lowerBound - range.lowerBound..<part.upperBound - range.lowerBound
    }
    self.init(string: string)
    for run in runs[runs.partitioningIndex { $0.range.upperBound > range.lowerBound }...] {
      guard run.range.lowerBound < range.upperBound else { break }
      self.runs.append(Run(range: moved(run.range), style: run.style))
    }
    let first = links.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    let starting = links[first...].prefix { $0.range.lowerBound < range.upperBound }
    self.links = (openLinks.map { links[$0] } + starting).map { link in
      Link(range: moved(link.range), destination: link.destination, kind: link.kind)
    }
  }
}
