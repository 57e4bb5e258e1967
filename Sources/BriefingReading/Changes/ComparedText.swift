import BriefingCore

/// The sentences of some blocks and their words, as they are compared.
struct ComparedText {
  /// A sentence.
  struct Sentence {
    /// The block that it is in.
    var block: Int
    /// Where it stands in the block's text, UTF-8 offsets.
    var range: Range<Int>
    /// What it is compared by; 0 where it has no words or is nothing but a date.
    var hash: UInt64
    /// How many words it has.
    var words: Int
  }

  /// A word with what stands after it up to the next one.
  struct Word {
    /// UTF-8 offsets in the block's text, up to the next word.
    var extent: Range<Int>
    /// What it is compared by.
    var key: UInt64
  }

  let blocks: [ReadBlock]
  /// Their texts as they are shown.
  let plain: [[UInt8]]
  /// Their texts as they are compared, with the same offsets.
  let bytes: [[UInt8]]
  private(set) var sentences: [Sentence] = []
  /// The sentences of each block.
  private(set) var sentencesOfBlock: [Range<Int>] = []

  init(_ blocks: [ReadBlock], isCancelled: () -> Bool) throws {
    self.blocks = blocks
    plain = blocks.map { Array($0.text.utf8) }
    bytes = zip(blocks, plain).map { $0.asides.isEmpty ? $1 : $0.compared }
    var reader = SentenceHash()
    for (block, bytes) in bytes.enumerated() {
      let start = sentences.count
      for range in try Sentences.ranges(of: bytes, isCancelled: isCancelled) {
        guard reader.read(bytes[range], isCancelled: isCancelled) else { throw CancellationError() }
        sentences.append(
          Sentence(
            block: block, range: range, hash: DateLine.contains(reader.line) ? 0 : reader.value,
            words: reader.words))
      }
      sentencesOfBlock.append(start..<sentences.count)
    }
  }

  /// Where a sentence is, with what stands before the first of its block and after each.
  func extent(ofSentence index: Int) -> Range<Int> {
    let sentence = sentences[index]
    let own = sentencesOfBlock[sentence.block]
    let start = index == own.lowerBound ? 0 : sentence.range.lowerBound
    let end =
      index + 1 < own.upperBound ? sentences[index + 1].range.lowerBound : bytes[sentence.block].count
    return start..<end
  }

  /// The words of a sentence. What has none by itself, as a dash between spaces, belongs to the word before it.
  func words(ofSentence index: Int) -> [Word] {
    let extent = extent(ofSentence: index)
    let bytes = bytes[sentences[index].block]
    var words: [Word] = []
    var hash = SentenceHash()
    func add(_ token: Range<Int>) {
      _ = hash.read(bytes[token])
      if let last = words.indices.last {
        words[last].extent = words[last].extent.lowerBound..<token.lowerBound
      }
      if hash.value == 0, let last = words.indices.last {
        words[last].extent = words[last].extent.lowerBound..<extent.upperBound
      } else if hash.value != 0 {
        let start = words.isEmpty ? extent.lowerBound : token.lowerBound
        words.append(Word(extent: start..<extent.upperBound, key: hash.value))
      }
    }
    var start: Int?
    var at = extent.lowerBound
    while at < extent.upperBound {
      let byte = bytes[at]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(extent.upperBound, at + length)
      // Scripts that write no spaces: each character is compared by itself.
      let isSingle = 0xE3...0xE9 ~= byte || byte >= 0xF0
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || isSingle {
        if let first = start { add(first..<at) }
        start = nil
        if isSingle { add(at..<end) }
      } else if start == nil {
        start = at
      }
      at = end
    }
    if let first = start { add(first..<extent.upperBound) }
    return words
  }

  /// The words of a block, each as often as it has it, by what they are compared by.
  func wordCounts(ofBlock block: Int) -> WordBag {
    WordBag(sentencesOfBlock[block].flatMap { words(ofSentence: $0).map(\.key) })
  }
}

/// A multiset of words.
struct WordBag {
  private(set) var counts: [UInt64: Int] = [:]
  private(set) var count = 0

  init(_ words: some Sequence<UInt64>) {
    for word in words {
      counts[word, default: 0] += 1
      count += 1
    }
  }

  /// Dice's coefficient, 0 to 1: twice the common words by the words of both.
  func dice(_ other: WordBag) -> Double {
    guard count > 0, other.count > 0 else { return 0 }
    let (small, large) = counts.count < other.counts.count ? (self, other) : (other, self)
    let common = small.counts.reduce(0) { $0 + min($1.value, large.counts[$1.key] ?? 0) }
    return 2 * Double(common) / Double(count + other.count)
  }
}
