/// Tells which of some labels the rest of a file defines, much faster than a parser would.
///
/// It goes from line to line, and knows of blocks no more than what may swallow a line that looks like a definition. Where that
/// is not enough a label stays undecided: behind what may go on over blank lines (code in a container, HTML, comments, tables
/// between lines of dashes), and for definitions that stand in a container, in a paragraph or on several lines.
package struct DefinitionScan {
  /// The lines of the definitions, without their ends, one for each label that is certainly defined: the first that defines it.
  package private(set) var lines: [Range<Int>] = []
  /// The labels that may be defined or not; all others that are not in ``lines`` are not.
  package private(set) var undecided: Set<[UInt8]> = []

  let source: UnsafeRawBufferPointer
  var bytes: UnsafeBufferPointer<UInt8> { source.bindMemory(to: UInt8.self) }
  /// The labels of which nothing was found yet.
  private var wanted: Set<[UInt8]>
  /// The fence that is open; nil where there is none.
  var fence: (marker: UInt8, length: Int)?
  /// Whether something may be open that goes on over blank lines.
  var isLost = false
  /// Whether a line that is set in by nothing starts a block of the document's own: no paragraph is open.
  private var isFresh = true
  /// What the lines since then were.
  private var run = Run.other

  /// The bytes whose labels were left undecided.
  private var unclear: Set<UInt8> = []

  private enum Run {
    case definitions, footnotes, other
  }

  /// Scans a file.
  ///
  /// - Parameters:
  ///   - labels: Normalised, those of footnotes with their `^`: ``LeafReader/undefinedLabels(of:)``.
  ///   - source: The file; nothing of it is read later.
  ///   - start: Where a block of the document's own starts.
  package init(_ labels: Set<[UInt8]>, in source: UnsafeRawBufferPointer, from start: Int) {
    (wanted, self.source) = (labels, source)
    var line = start
    var brackets: [Int] = []
    while line < source.count, !wanted.isEmpty {
      brackets.removeAll(keepingCapacity: true)
      var end = nextMark(from: line)
      while end < source.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
        if bytes[end] == UInt8(ascii: "]"), end + 1 < source.count, bytes[end + 1] == UInt8(ascii: ":") {
          brackets.append(end)
        }
        end = nextMark(from: end + 1)
      }
      take(line..<end, brackets)
      line = startOfNextLine(after: end)
    }
  }

  private func startOfNextLine(after end: Int) -> Int {
    let isPair =
      end + 1 < source.count && bytes[end] == UInt8(ascii: "\r") && bytes[end + 1] == UInt8(ascii: "\n")
    return end + (isPair ? 2 : 1)
  }

  /// The next `]` or control character: eight bytes at a time.
  private func nextMark(from start: Int) -> Int {
    let (ones, highBits): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var position = start
    while position &+ 8 <= source.count {
      let word = UInt64(littleEndian: source.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      // A subtraction borrows from the high bit of a byte that is too small. It may borrow from those behind it, too, which
      // does not matter: the first one is meant.
      let brackets = word ^ (ones &* 0x5D)
      let marks = (((brackets &- ones) & ~brackets) | ((word &- (ones &* 0x0E)) & ~word)) & highBits
      if marks != 0 { return position &+ marks.trailingZeroBitCount / 8 }
      position &+= 8
    }
    while position < source.count, bytes[position] != UInt8(ascii: "]"), bytes[position] > 0x0D {
      position &+= 1
    }
    return position
  }

  /// - Parameter brackets: Where `]:` stands in the line.
  private mutating func take(_ line: Range<Int>, _ brackets: [Int]) {
    if let (marker, length) = fence {
      guard closes(line, marker, length) else { return }
      fence = nil
      (isFresh, run) = (true, .other)
      return
    }
    guard !isBlank(line) else {
      (isFresh, run) = (true, .other)
      return
    }
    let wasFresh = isFresh
    isFresh = false
    run = kind(of: line, isFirst: wasFresh)
    for end in brackets { decide(line, end) }
    if !isLost { noteOpening(line, isFirst: wasFresh) }
  }

  func isBlank(_ line: Range<Int>) -> Bool {
    line.allSatisfy { bytes[$0] == UInt8(ascii: " ") || bytes[$0] == UInt8(ascii: "\t") }
  }

  // MARK: Definitions

  /// What a line is: a definition where it starts a block, or follows such ones.
  private func kind(of line: Range<Int>, isFirst: Bool) -> Run {
    guard isFirst || run != .other, bytes[line.lowerBound] == UInt8(ascii: "[") else { return .other }
    let text = bytes.extracting(line).span
    // It interrupts a paragraph.
    if FootnoteMarker.label(in: text, from: 0, to: text.count) != nil { return .footnotes }
    // In a footnote it is text.
    guard isFirst || run == .definitions, let definition = ScannedDefinition(text, from: 0),
      definition.next == text.count, mayFollow(line.upperBound)
    else { return .other }
    return .definitions
  }

  /// Whether what follows a line makes no table of it.
  private func mayFollow(_ end: Int) -> Bool {
    let next = startOfNextLine(after: end)
    guard next < source.count else { return true }
    switch bytes[next] {
    case UInt8(ascii: "["), UInt8(ascii: "\r"), UInt8(ascii: "\n"): return true
    default: return bytes[next].isLetter
    }
  }

  /// Decides about the label that a bracket may end.
  private mutating func decide(_ line: Range<Int>, _ end: Int) {
    let isBracket = { (byte: UInt8) in byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") }
    guard let start = bytes[line.lowerBound..<end].lastIndex(where: isBracket) else {
      // It starts on an earlier line: that one's end is a space of the label.
      return leaveUndecided(with: UInt8(ascii: " "))
    }
    if start > line.lowerBound, bytes[start - 1] == UInt8(ascii: "\\") {
      leaveUndecided(with: UInt8(ascii: "\\"))
    }
    guard bytes[start] == UInt8(ascii: "["), end - start <= LinkScanner.maximumLabelBytes else { return }
    var label: [UInt8] = []
    LabelNormalizer.normalize(bytes.extracting(start + 1..<end).span, into: &label)
    guard wanted.remove(label) != nil else { return }
    if !isLost, run != .other, start == line.lowerBound {
      lines.append(line)
    } else {
      undecided.insert(label)
    }
  }

  /// Leaves all labels undecided that have a byte.
  private mutating func leaveUndecided(with byte: UInt8) {
    guard unclear.insert(byte).inserted else { return }
    let labels = wanted.filter { $0.contains(byte) }
    wanted.subtract(labels)
    undecided.formUnion(labels)
  }
}
