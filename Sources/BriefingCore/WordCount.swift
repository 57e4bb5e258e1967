import CommonMark

extension Briefing {
  /// Words of the lead, then of each section by itself, without the sections below it.
  ///
  /// A word is a run of source text between white space that holds a letter or digit; each Han and kana
  /// character is one. Paragraphs, headings, table cells and code count; raw HTML and what shows nothing do
  /// not. Markup within a run does not divide it: `**F**-35` is one word.
  public func wordCounts() -> [Int] { wordCounts(isCancelled: { false }) ?? [] }

  /// The same; nil when `isCancelled` returns true, which is asked every millisecond or two, within a paragraph too.
  public func wordCounts(isCancelled: () -> Bool) -> [Int]? {
    WordCount.counts(in: document, from: sections.map(\.heading), isCancelled)
  }
}

extension BriefingHead {
  /// Words of the whole page, as ``Briefing/wordCounts()`` counts them; nil when `isCancelled` returns true.
  public func wordCount(isCancelled: () -> Bool) -> Int? {
    WordCount.counts(in: document, from: [], isCancelled)?[0]
  }
}

extension WordCount {
  /// Words up to the first of some headings, and from each of them on; nil when `isCancelled` returns true.
  fileprivate static func counts(
    in document: Document, from headings: [BlockID], _ isCancelled: () -> Bool
  ) -> [Int]? {
    var counter = WordCount()
    var counts = [0]
    counts.reserveCapacity(headings.count + 1)
    return document.source.withUnsafeBufferPointer { source in
      for block in document.blocks {
        // Each block counts as some bytes, for there may be millions of them without text.
        guard counter.goes(on: 16, isCancelled) else { return nil }
        if counts.count <= headings.count, headings[counts.count - 1] == block.id { counts.append(0) }
        switch block.kind.content {
        case .inlines, .literal:
          if block.kind == .htmlBlock { continue }
          // The text of an inline note stands in its paragraph too.
          if let parent = block.parent, document[parent].kind == .footnoteDefinition,
            source[document[parent].range.lowerBound] == UInt8(ascii: "^")
          {
            continue
          }
          guard let words = counter.words(in: source, block.range, isCancelled) else { return nil }
          counts[counts.count - 1] += words
        case .blocks, .nothing: break
        }
      }
      return counts
    }
  }
}

/// Counting words, as ``Briefing/wordCounts()`` says.
struct WordCount {
  /// What a byte below 0x80, or a scalar, does to a word.
  private enum Kind: UInt8 {
    case space, letter, other, ideograph
  }

  private static let ascii: [Kind] = (0..<128).map { byte in
    switch UInt8(byte) {
    case 0x09...0x0D, 0x20: .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      .letter
    default: .other
    }
  }

  /// Bytes that are gone through between two questions whether to go on.
  private static let stride = 1 << 18
  /// Those until the next question.
  private var left = WordCount.stride

  /// Notes that some bytes were gone through; false where that is to end.
  mutating func goes(on bytes: Int, _ isCancelled: () -> Bool) -> Bool {
    left -= bytes
    guard left <= 0 else { return true }
    left = Self.stride
    return !isCancelled()
  }

  /// Words of a range of bytes; nil where it was cancelled.
  mutating func words(
    in source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ isCancelled: () -> Bool
  ) -> Int? {
    var words = 0
    var isInWord = false
    var at = range.lowerBound
    while at < range.upperBound {
      let start = at
      words += Self.words(
        in: source, &at, upTo: min(range.upperBound, at + left), range.upperBound, &isInWord)
      guard goes(on: at - start, isCancelled) else { return nil }
    }
    return words
  }

  /// Words that start between `at` and `pause`; a scalar may end between that and `end`.
  private static func words(
    in source: UnsafeBufferPointer<UInt8>, _ at: inout Int, upTo pause: Int, _ end: Int,
    _ isInWord: inout Bool
  ) -> Int {
    ascii.withUnsafeBufferPointer { ascii in
      var words = 0
      while at < pause {
        if at &+ 8 <= pause, addASCII(source, at, &words, &isInWord) {
          at &+= 8
          continue
        }
        let byte = source[at]
        let kind: Kind
        if byte < 0x80 {
          kind = ascii[Int(byte)]
          at += 1
        } else {
          let scalar = decode(source, at, end)
          kind = Self.kind(of: scalar.value)
          at += scalar.count
        }
        switch kind {
        case .space: isInWord = false
        case .letter:
          if !isInWord { words += 1 }
          isInWord = true
        case .other: break
        case .ideograph:
          words += 1
          isInWord = false
        }
      }
      return words
    }
  }

  /// Counts in eight bytes at once; returns false, and does nothing, where there is anything but ASCII among them.
  @inline(__always)
  private static func addASCII(
    _ source: UnsafeBufferPointer<UInt8>, _ at: Int, _ words: inout Int, _ isInWord: inout Bool
  ) -> Bool {
    let high: UInt64 = 0x8080_8080_8080_8080
    let bytes = UnsafeRawBufferPointer(source)
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    guard word & high == 0 else { return false }
    // The high bit of each byte says whether it is of the kind: seven bits and at most seven bits carry no further.
    let small = word | 0x2020_2020_2020_2020
    let letters =
      ((small &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(small &+ 0x0505_0505_0505_0505)
        | (word &+ 0x5050_5050_5050_5050) & ~(word &+ 0x4646_4646_4646_4646)) & high
    let controls = (word &+ 0x7777_7777_7777_7777) & ~(word &+ 0x7272_7272_7272_7272)
    let spaces = (~((word ^ 0x2020_2020_2020_2020) &+ ~high) | controls) & high
    // What is neither leaves a word open or closed as it was.
    var others = ~(letters | spaces) & high
    var inWord = letters | (isInWord ? others & 0x80 : 0)
    inWord |= (inWord << 8) & others
    others &= others << 8
    inWord |= (inWord << 16) & others
    others &= others << 16
    inWord |= (inWord << 32) & others
    let starts = letters & ~(inWord << 8 | (isInWord ? 0x80 : 0))
    words &+= starts.nonzeroBitCount
    isInWord = inWord >> 63 != 0
    return true
  }

  /// A scalar beyond ASCII; where the bytes are not UTF-8, one byte that is nothing.
  private static func decode(
    _ source: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
  ) -> (value: UInt32, count: Int) {
    let lead = source[at]
    let count = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard count > 1, at + count <= end else { return (0xFFFD, 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(count))
    for byte in source[at + 1..<at + count] {
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, count)
  }

  /// By blocks rather than by each scalar's category, which costs ten times as much and tells the same.
  private static func kind(of value: UInt32) -> Kind {
    switch value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0xAA, 0xB5, 0xBA, 0xB2, 0xB3, 0xB9, 0xBC...0xBE: .letter
    case 0x3005...0x3007, 0x3021...0x3029, 0x3040...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x2_0000...0x3_FFFF:
      .ideograph
    case 0x80...0xBF, 0xD7, 0xF7, 0x2000...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x2E00...0x2E7F,
      0x3001...0x303F, 0x30FB, 0xE000...0xF8FF, 0xFE10...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
      0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFFF, 0x1_F000...0x1_FAFF:
      .other
    default: .letter
    }
  }
}
