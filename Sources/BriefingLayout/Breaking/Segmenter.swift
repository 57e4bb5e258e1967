/// A stretch of text without an opportunity to break, and what stands between it and the next one.
struct Segment {
  /// UTF-8 offsets of what is drawn.
  var start: Int
  var end: Int
  /// Where the next segment starts: after the white space, if any.
  var next: Int
  /// Columns of what is drawn, never more than the column's width.
  var width: Int
  /// Columns of the white space after it, which is drawn unless the line ends there.
  var space: Int
  /// What lies between it and the next one.
  var ending: Ending

  /// What a break after a segment means.
  enum Ending {
    /// White space, which goes.
    case space
    /// Nothing: between two ideographs, after a hyphen, within a word that is too long.
    case joint
    /// A soft hyphen, which shows.
    case softHyphen
    /// The line ends in any case.
    case newline
    /// The text ends.
    case end
  }
}

/// Cuts running text into segments, one at a time and in linear time, whatever the length of its words.
struct Segmenter {
  private let text: Graphemes
  private let column: Int
  private var at: Int
  private let limit: Int
  /// Whether the word being read is an address, which breaks only when it must.
  private var isAddress = false

  /// Reads the text at `range` for lines of `column` columns.
  init(_ text: Graphemes, _ range: Range<Int>, column: Int) {
    self.text = text
    self.column = column
    at = range.lowerBound
    limit = range.upperBound
  }

  /// The next segment; nil after the last.
  mutating func next() -> Segment? {
    skipSpaces()
    guard at < limit else { return nil }
    let start = at
    var width = 0
    var previous: BreakClass = .glue
    // Where the last grapheme that was read starts.
    var last = at
    while at < limit {
      let byte = text.bytes[at]
      // Most of the text: a letter or digit of ASCII, and another one after it.
      if byte > 0x2E, byte < 0x7F, at + 1 < limit, text.bytes[at + 1] < 0x80, previous == .other,
        width < column
      {
        last = at
        at += 1
        width += 1
        continue
      }
      let end = min(text.end(of: at), limit)
      let kind = BreakClass(text.scalar(at: at).value)
      switch kind {
      case .newline:
        return segment(start, at, width, next: end, .newline)
      case .space:
        let from = at
        let space = skipSpaces()
        if startsWithLoneDash(at) {
          // A dash between spaces does not start a line.
          if width + space < column {
            width += space
            previous = .glue
            continue
          }
        }
        return segment(start, from, width, space: space, next: at, .space)
      // Very many of them have a sign, and that is a word.
      case .opportunity where text.columns(at..<end) == 0, .softHyphen where text.columns(at..<end) == 0:
        let from = at
        at = end
        previous = .glue
        guard width > 0, at < limit else { continue }
        return segment(start, from, width, next: at, kind == .softHyphen ? .softHyphen : .joint)
      default: break
      }
      if at > start, BreakClass.allowsBreak(between: previous, and: kind) {
        return segment(start, at, width, next: at, .joint)
      }
      let columns = min(text.columns(at..<end), column)
      if width + columns > column {
        let cut = kind.startsNoLine && last > start && !previous.startsNoLine ? last : self.cut(start)
        if cut < at { width = text.columns(of: start..<cut, atMost: column) }
        return segment(start, cut, width, next: cut, .joint)
      }
      width += columns
      last = at
      at = end
      previous = kind
      if kind == .hyphen || kind == .dash, at < limit, allowsBreak(behind: kind, endingAt: at, from: start) {
        return segment(start, at, width, next: at, .joint)
      }
    }
    return segment(start, at, width, next: at, .end)
  }

  private mutating func segment(
    _ start: Int, _ end: Int, _ width: Int, space: Int = 0, next: Int, _ ending: Segment.Ending
  ) -> Segment {
    var ending = ending
    var space = space
    at = next
    if ending != .newline {
      // Spaces may stand after an invisible opportunity too; they count where the line goes on.
      let more = skipSpaces()
      space += more
      if at < limit, text.bytes[at] == 0x0A {
        at += 1
        ending = .newline
      } else if at >= limit {
        ending = .end
      } else if more > 0 {
        ending = .space
      }
    }
    if ending == .space || ending == .newline { isAddress = false }
    return Segment(start: start, end: end, next: at, width: width, space: space, ending: ending)
  }

  /// Moves over the spaces, and says how many columns they take.
  @discardableResult
  private mutating func skipSpaces() -> Int {
    var columns = 0
    while at < limit {
      let (scalar, length) = text.scalar(at: at)
      guard BreakClass(scalar) == .space else { break }
      columns += scalar == 0x3000 ? 2 : 1
      at += length
    }
    return columns
  }

  /// Whether an en or em dash with a space after it stands here.
  private func startsWithLoneDash(_ offset: Int) -> Bool {
    guard offset < limit, text.bytes[offset] == 0xE2 else { return false }
    let (scalar, length) = text.scalar(at: offset)
    guard BreakClass(scalar) == .dash, offset + length < limit else { return false }
    return text.bytes[offset + length] == 0x20
  }

  // MARK: Words that are too long

  /// Where to cut a word that does not fit: after a joint of an address or before a bracket in the second half of the
  /// line, else where the line is full.
  private mutating func cut(_ start: Int) -> Int {
    isAddress = isAddress || looksLikeAddress(start..<at)
    var index = at - 1
    while index > start, (at - index) * 2 <= at - start {
      if Segmenter.isJoint(text.bytes[index]), text.end(of: index) == index + 1 { return index + 1 }
      // `word[12]`: the mark of a footnote stays whole.
      if text.bytes[index] == UInt8(ascii: "[") { return index }
      index -= 1
    }
    return at
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  // MARK: Hyphens and dashes

  /// Whether a line may break after the hyphen or dash that ends at `end`. Not in `F-35`, `-5`, `--option`,
  /// `e-mail`, `2019–2023` and addresses.
  private mutating func allowsBreak(behind kind: BreakClass, endingAt end: Int, from start: Int) -> Bool {
    let next = BreakClass(text.scalar(at: end).value)
    let hyphen = end - (kind == .hyphen && text.bytes[end - 1] == UInt8(ascii: "-") ? 1 : 3)
    guard next == .other || next == .opening, hyphen > start else { return false }
    if kind == .dash { return !isDigit(end) }
    if hyphen > start + 1, text.bytes[hyphen - 1] == UInt8(ascii: "-") {
      // Two hyphens typed for a dash.
      return text.bytes[hyphen - 2] != UInt8(ascii: "-") && isLetter(end)
    }
    guard isLetter(end), end + 1 < limit, isLetter(end + 1) else { return false }
    guard isWord(hyphen - 1), hyphen - 2 >= start, isWord(hyphen - 2) else { return false }
    isAddress = isAddress || looksLikeAddress(start..<hyphen)
    return !isAddress
  }

  private func looksLikeAddress(_ range: Range<Int>) -> Bool {
    text.bytes[range].contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "@") }
  }

  private func isDigit(_ offset: Int) -> Bool { 0x30...0x39 ~= text.bytes[offset] }

  /// Whether the byte is, or is part of, a letter; every character beyond ASCII counts as one.
  private func isLetter(_ offset: Int) -> Bool {
    let byte = text.bytes[offset]
    return byte >= 0x80 || 0x61...0x7A ~= byte | 0x20
  }

  private func isWord(_ offset: Int) -> Bool { isLetter(offset) || isDigit(offset) }
}
