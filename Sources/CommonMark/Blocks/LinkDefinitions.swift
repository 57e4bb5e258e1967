/// The link reference definitions of a document (section 4.7).
struct LinkDefinitions: Sendable {
  /// A file may have millions of them.
  struct Definition: Sendable {
    private let destinationStart: Int32
    private let destinationEnd: Int32
    private let titleStart: Int32
    private let titleEnd: Int32

    /// The destination's range in the source, without its angle brackets.
    var destination: Range<Int> { Int(destinationStart)..<Int(destinationEnd) }
    /// The title's range in ``LinkDefinitions/texts``; nil where there is none.
    var title: Range<Int>? { titleStart < 0 ? nil : Int(titleStart)..<Int(titleEnd) }

    init(destination: Range<Int>, title: Range<Int>?) {
      destinationStart = Int32(truncatingIfNeeded: destination.lowerBound)
      destinationEnd = Int32(truncatingIfNeeded: destination.upperBound)
      titleStart = Int32(truncatingIfNeeded: title?.lowerBound ?? -1)
      titleEnd = Int32(truncatingIfNeeded: title?.upperBound ?? -1)
    }
  }

  var labels = LabelTable()
  private(set) var definitions: [Definition] = []
  /// The titles as they are written, line endings as LF: unlike destinations they may run over lines. So may labels;
  /// those that do are here too.
  private(set) var texts: [UInt8] = []
  /// The definitions whose label runs over lines, in order, and the label's range in ``texts``.
  private var longLabels: [(definition: Int32, start: Int32, end: Int32)] = []

  /// How many there are.
  var count: Int { definitions.count }

  subscript(index: Int) -> Definition { definitions[index] }

  /// Adds a definition and returns its index; one whose label is taken is kept, but nothing finds it.
  ///
  /// - Parameters:
  ///   - label: normalised.
  ///   - written: the label as it stands between the brackets.
  mutating func add(
    label: [UInt8], _ written: Span<UInt8>, destination: Range<Int>, title: Span<UInt8>?
  ) -> Int {
    var range: Range<Int>?
    if let title { range = add(title) }
    if written.lineFeeds(in: written.indices) > 0 {
      let range = add(written)
      longLabels.append(
        (
          Int32(truncatingIfNeeded: definitions.count), Int32(truncatingIfNeeded: range.lowerBound),
          Int32(truncatingIfNeeded: range.upperBound)
        ))
    }
    labels.insert(label, value: definitions.count)
    definitions.append(Definition(destination: destination, title: range))
    return definitions.count - 1
  }

  private mutating func add(_ text: Span<UInt8>) -> Range<Int> {
    let start = texts.count
    for index in text.indices { texts.append(text[index]) }
    return start..<texts.count
  }

  /// The label as it is written, of a definition that starts at `start`.
  func label(_ index: Int, startingAt start: Int, in source: [UInt8]) -> [UInt8] {
    let place = longLabels.partitioningIndex { Int($0.definition) >= index }
    if place < longLabels.count, Int(longLabels[place].definition) == index {
      return Array(texts[Int(longLabels[place].start)..<Int(longLabels[place].end)])
    }
    // What the source says is what was parsed where it is on one line.
    return LinkScanner.label(source.span, from: start).map { Array(source[$0.content]) } ?? []
  }
}
