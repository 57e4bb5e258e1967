import BriefingText

/// Collects the text of a page part by part, from the place on where the reader is, and then from the start.
public struct FindCollector {
  /// What was collected.
  public private(set) var text: FindText
  private let page: Page
  private var reader: UnitTextReader
  /// Where it began.
  private let first: Int
  /// The unit whose text is collected next.
  private var next: Int
  /// Bytes of the next part, at least. The first one is small, so that what stands nearby is found at once.
  private var length: Int
  private let longest: Int

  /// Starts with nothing.
  ///
  /// - Parameters:
  ///   - page: What is collected.
  ///   - unit: The 0-based unit where the reader is.
  public init(_ page: Page, from unit: Int = 0) {
    self.init(page, from: unit, lengths: 256 << 10...4 << 20)
  }

  /// - Parameter lengths: Bytes of the first part, which are doubled for each other, and of the longest.
  init(_ page: Page, from unit: Int = 0, lengths: ClosedRange<Int>) {
    self.page = page
    reader = UnitTextReader(page.units)
    text = FindText(unitCount: page.unitCount)
    var first = min(max(0, unit), max(0, page.unitCount - 1))
    // What is looked for may stand across a cut.
    while first > 0, page.continuesPrevious(first) { first -= 1 }
    self.first = first
    next = first
    (length, longest) = (lengths.lowerBound, lengths.upperBound)
  }

  /// Collects one more part; false when cancelled. Then the collector is of no more use.
  ///
  /// - Parameter isCancelled: Asked every few milliseconds, within a unit too.
  public mutating func collectPart(isCancelled: () -> Bool = { false }) -> Bool {
    if next == page.unitCount { next = 0 }
    let end = next < first ? first : page.unitCount
    let start = next
    var texts = FindTextBuilder()
    while next < end, texts.original.count < length || page.continuesPrevious(next) {
      guard append(next, to: &texts, isCancelled) else { return false }
      next += 1
    }
    let part = FindPart(units: start..<next, texts)
    var versions: MarkedVersions?
    if let marked = page.marked {
      versions = MarkedVersions(marked, part.units, isCancelled: isCancelled)
      guard versions != nil else { return false }
    }
    text.add(FindPassage(part, versions))
    length = min(longest, length * 2)
    return true
  }

  private mutating func append(_ unit: Int, to texts: inout FindTextBuilder, _ isCancelled: () -> Bool)
    -> Bool
  {
    var borders: [Range<Int>] = []
    reader.builder.removeAll()
    if let own = page.ownContent(of: unit) {
      if isCancelled() { return false }
      reader.append(own.content) { borders.append($0) }
    } else if !reader.read(unit, isCancelled: isCancelled, borders: { borders.append($0) }) {
      return false
    }
    return texts.append(
      reader.builder.bytes, borders: borders,
      isContinued: unit + 1 < page.unitCount && page.continuesPrevious(unit + 1), isCancelled: isCancelled)
  }
}
