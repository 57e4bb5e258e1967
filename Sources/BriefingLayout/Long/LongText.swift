import BriefingText

/// The text of a long leaf with the places where it is cut: the slices, joined, are the text.
struct LongText: Sendable {
  private let text: LongUnitText
  /// UTF-8 offsets at which the slices start; one more at the end.
  private let starts: [Int]
  /// The links, as indices, that reach into a slice from before it, outermost first; none for most slices.
  private var openLinks: [Int: [Int]] = [:]

  /// Links within each other that are kept where a slice starts: outermost first, the rest is not seen.
  private static let deepest = 8

  /// Cuts a text.
  ///
  /// - Parameter lines: whether it is code, which is cut after its lines where these are not too long.
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  init(_ text: LongUnitText, lines: Bool = false, _ bounds: LeafBounds, isCancelled: () -> Bool) throws {
    self.text = text
    starts = try TextCutter(text, isCode: lines, bounds).starts(isCancelled: isCancelled)
    try findOpenLinks(isCancelled)
  }

  /// How many slices there are, at least 1.
  var sliceCount: Int { starts.count - 1 }

  /// Whether some of its marks are shown as they are written.
  var isParted: Bool { text.isParted }

  /// The text of a slice, 0-based.
  subscript(slice: Int) -> UnitText {
    text.part(starts[slice]..<starts[slice + 1], openLinks: openLinks[slice] ?? [])
  }

  /// Whether a slice starts within a line.
  func startsWithinLine(_ slice: Int) -> Bool { slice > 0 && !endsBehindLine(slice - 1) }

  /// Whether a slice ends with the line ending before the next slice.
  func endsBehindLine(_ slice: Int) -> Bool {
    let end = starts[slice + 1]
    return slice < sliceCount - 1 && end > 0 && text.bytes[end - 1] == 0x0A
  }

  private mutating func findOpenLinks(_ isCancelled: () -> Bool) throws {
    var open: [Int] = []
    var next = 0
    for slice in 1..<max(1, sliceCount) {
      if slice % 256 == 255, isCancelled() { throw CancellationError() }
      let start = starts[slice]
      open.removeAll { text.links[$0].range.upperBound <= start }
      while next < text.links.count, text.links[next].range.lowerBound < start {
        if text.links[next].range.upperBound > start, open.count < Self.deepest { open.append(next) }
        next += 1
      }
      if !open.isEmpty { openLinks[slice] = open }
    }
  }
}
