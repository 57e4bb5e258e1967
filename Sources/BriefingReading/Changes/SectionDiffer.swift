import BriefingText

/// Compares the text of a section with an earlier one: first equal sentences, then pairs of blocks that have much in common,
/// in these the sentences that do, in these the words.
struct SectionDiffer {
  private let old: ComparedText
  private let new: ComparedText
  /// What became of each sentence of the text now.
  private var origins: [Origin]
  /// The sentence of the text now for each old one that is there still; -1 for none.
  private var targets: [Int]
  /// Blocks that are compared, by the old one.
  private var pairs: [Int: Int] = [:]
  private(set) var changedWords = 0
  private(set) var addedWords = 0
  private(set) var removedWords = 0

  private enum Origin {
    case same
    case added
    /// Compared word by word with an old sentence.
    case changed(Int)
  }

  /// Dice's coefficient of blocks, and of sentences in them, that are compared. Measured on edits of newsletters: of true
  /// pairs the lowest had 0.447, of false ones the highest had 0.331.
  static let leastCommon = 0.4
  /// Blocks of either text that are all compared with each other; of more, those that share a rare word.
  private static let manyBlocks = 64
  /// Bytes of a block whose words are compared.
  private static let longestBlock = 256 << 10
  /// Words of a sentence that are compared one by one.
  private static let longestSentence = 20_000

  init(_ old: ComparedText, _ new: ComparedText) {
    self.old = old
    self.new = new
    origins = Array(repeating: .added, count: new.sentences.count)
    targets = Array(repeating: -1, count: old.sentences.count)
  }

  // MARK: Matching

  mutating func match(_ isCancelled: () -> Bool) throws {
    // Dates and what has no words are as they are now.
    for (index, sentence) in new.sentences.enumerated() where sentence.hash == 0 { origins[index] = .same }
    try matchEqual(isCancelled)
    let left = try pairBlocks(isCancelled)
    for (a, b) in left {
      if isCancelled() { throw CancellationError() }
      matchSentences(ofBlock: a, with: b)
    }
  }

  private mutating func matchEqual(_ isCancelled: () -> Bool) throws {
    let mine = old.sentences.indices.filter { old.sentences[$0].hash != 0 }
    let its = new.sentences.indices.filter { new.sentences[$0].hash != 0 }
    let common = try SequenceMatch.pairs(
      mine.map { old.sentences[$0].hash }, its.map { new.sentences[$0].hash }, isCancelled: isCancelled)
    for pair in common { match(mine[pair.old], its[pair.new]) }
    // What was moved.
    var moved: [UInt64: [Int]] = [:]
    for index in mine.reversed() where targets[index] < 0 {
      moved[old.sentences[index].hash, default: []].append(index)
    }
    for index in its where !isMatched(index) {
      if let origin = moved[new.sentences[index].hash]?.popLast() { match(origin, index) }
    }
  }

  private mutating func match(_ origin: Int, _ target: Int) {
    origins[target] = .same
    targets[origin] = target
  }

  private func isMatched(_ target: Int) -> Bool { if case .added = origins[target] { false } else { true } }

  /// The pairs of blocks in which sentences are left to compare, the clearest first.
  private mutating func pairBlocks(_ isCancelled: () -> Bool) throws -> [(Int, Int)] {
    let a = old.blocks.indices.filter {
      old.bytes[$0].count <= Self.longestBlock && old.sentencesOfBlock[$0].contains(where: isLeft)
    }
    let b = new.blocks.indices.filter {
      new.bytes[$0].count <= Self.longestBlock && new.sentencesOfBlock[$0].contains { !isMatched($0) }
    }
    guard !a.isEmpty, !b.isEmpty else { return [] }
    func bag(_ text: ComparedText, _ block: Int) throws -> WordBag {
      if isCancelled() { throw CancellationError() }
      return text.wordCounts(ofBlock: block)
    }
    let mine = try a.map { try bag(old, $0) }
    let its = try b.map { try bag(new, $0) }
    var scored: [(dice: Double, a: Int, b: Int)] = []
    for (i, j) in try candidates(mine, its, isCancelled) {
      let dice = mine[i].dice(its[j])
      if dice >= Self.leastCommon { scored.append((dice, i, j)) }
    }
    scored.sort { ($1.dice, $0.a, $0.b) < ($0.dice, $1.a, $1.b) }
    var taken: (Set<Int>, Set<Int>) = ([], [])
    var found: [(Int, Int)] = []
    for pair in scored where !taken.0.contains(pair.a) && !taken.1.contains(pair.b) {
      taken.0.insert(pair.a)
      taken.1.insert(pair.b)
      pairs[a[pair.a]] = b[pair.b]
      found.append((a[pair.a], b[pair.b]))
    }
    // A paragraph that was parted or joined shares sentences with several.
    for i in a {
      guard let sentence = old.sentencesOfBlock[i].first(where: { targets[$0] >= 0 }) else { continue }
      let block = new.sentences[targets[sentence]].block
      // What is paired with it is among them already.
      if pairs[i] != block { found.append((i, block)) }
      if pairs[i] == nil { pairs[i] = block }
    }
    return found
  }

  /// Whether an old sentence has words and no partner yet.
  private func isLeft(_ sentence: Int) -> Bool {
    old.sentences[sentence].hash != 0 && targets[sentence] < 0
  }

  private func candidates(
    _ mine: [WordBag], _ its: [WordBag], _ isCancelled: () -> Bool
  ) throws -> [(Int, Int)] {
    if mine.count <= Self.manyBlocks, its.count <= Self.manyBlocks {
      return mine.indices.flatMap { i in its.indices.map { (i, $0) } }
    }
    var lists: [UInt64: [Int]] = [:]
    for (place, bag) in its.enumerated() {
      // In an order of its own, for a dictionary has another one in each run.
      for word in bag.counts.keys.sorted().prefix(256) { lists[word, default: []].append(place) }
    }
    var found: [(Int, Int)] = []
    for (place, bag) in mine.enumerated() {
      if isCancelled() { throw CancellationError() }
      var counts: [Int: Int] = [:]
      for word in bag.counts.keys.sorted().prefix(256) {
        guard let list = lists[word], list.count <= 16 else { continue }
        for other in list { counts[other, default: 0] += 1 }
      }
      found += counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(4).map { (place, $0.key) }
    }
    return found
  }

  private mutating func matchSentences(ofBlock a: Int, with b: Int) {
    let mine = old.sentencesOfBlock[a].filter {
      isLeft($0) && old.sentences[$0].words <= Self.longestSentence
    }.prefix(Self.manyBlocks)
    let its = new.sentencesOfBlock[b].filter {
      !isMatched($0) && new.sentences[$0].words <= Self.longestSentence
    }.prefix(Self.manyBlocks)
    let bags = its.map { WordBag(new.words(ofSentence: $0).map(\.key)) }
    var scored: [(dice: Double, a: Int, b: Int)] = []
    for i in mine {
      let bag = WordBag(old.words(ofSentence: i).map(\.key))
      for (j, other) in zip(its, bags) {
        let dice = bag.dice(other)
        if dice >= Self.leastCommon { scored.append((dice, i, j)) }
      }
    }
    scored.sort { ($1.dice, $0.a, $0.b) < ($0.dice, $1.a, $1.b) }
    for pair in scored where targets[pair.a] < 0 && !isMatched(pair.b) {
      origins[pair.b] = .changed(pair.a)
      targets[pair.a] = pair.b
    }
  }

  // MARK: Writing

  /// The text now with what went, in order.
  mutating func blocks() -> [SectionDiff.Block] {
    let gone = placesOfGone()
    var blocks: [SectionDiff.Block] = []
    func addGone(_ sentences: [Int]) {
      var runs: [(block: Int, text: String)] = []
      for sentence in sentences {
        let block = old.sentences[sentence].block
        let text = text(old, block, old.extent(ofSentence: sentence))
        if runs.last?.block == block { runs[runs.count - 1].text += text } else { runs.append((block, text)) }
      }
      blocks += runs.map {
        SectionDiff.Block(index: nil, runs: [TextChange(.removed, $0.text, 0..<0)])
      }
    }
    addGone(gone.blocks[-1] ?? [])
    for block in new.blocks.indices {
      var writer = RunWriter(bytes: new.plain[block])
      let sentences = new.sentencesOfBlock[block]
      writeGone(gone.before[block] ?? [], to: &writer)
      for sentence in sentences {
        let extent = new.extent(ofSentence: sentence)
        switch origins[sentence] {
        case .same: writer.add(.same, extent)
        case .added:
          writer.add(.added, extent)
          changedWords += new.sentences[sentence].words
          addedWords += new.sentences[sentence].words
        case .changed(let origin): writeWords(of: sentence, from: origin, to: &writer)
        }
        writeGone(gone.behind[sentence] ?? [], to: &writer)
      }
      if sentences.isEmpty { writer.add(.same, 0..<new.bytes[block].count) }
      blocks.append(SectionDiff.Block(index: block, runs: writer.runs))
      addGone(gone.blocks[block] ?? [])
    }
    return blocks
  }

  private func text(_ text: ComparedText, _ block: Int, _ range: Range<Int>) -> String {
    String(decoding: text.plain[block][range], as: UTF8.self)
  }

  private func writeGone(_ sentences: [Int], to writer: inout RunWriter) {
    for sentence in sentences {
      writer.remove(text(old, old.sentences[sentence].block, old.extent(ofSentence: sentence)))
    }
  }

  /// Where old sentences are shown that are there no more: after a sentence of the text now, before the first of a block, or
  /// by themselves after a block (-1: before all).
  private mutating func placesOfGone() -> (behind: [Int: [Int]], before: [Int: [Int]], blocks: [Int: [Int]]) {
    var places: (behind: [Int: [Int]], before: [Int: [Int]], blocks: [Int: [Int]]) = ([:], [:], [:])
    var lastBlock = -1
    for (block, sentences) in old.sentencesOfBlock.enumerated() {
      let shared = sentences.first { targets[$0] >= 0 }
      let partner = pairs[block] ?? shared.map { new.sentences[targets[$0]].block }
      var last: Int?
      for sentence in sentences {
        let target = targets[sentence]
        if target >= 0 {
          if new.sentences[target].block == partner { last = target }
          continue
        }
        guard old.sentences[sentence].hash != 0 else { continue }
        changedWords += old.sentences[sentence].words
        removedWords += old.sentences[sentence].words
        if let last {
          places.behind[last, default: []].append(sentence)
        } else if let partner {
          places.before[partner, default: []].append(sentence)
        } else {
          places.blocks[lastBlock, default: []].append(sentence)
        }
      }
      // Blocks that were moved up lead nobody back.
      if let partner { lastBlock = max(lastBlock, partner) }
    }
    return places
  }

  private mutating func writeWords(of sentence: Int, from origin: Int, to writer: inout RunWriter) {
    let mine = old.words(ofSentence: origin)
    let its = new.words(ofSentence: sentence)
    let (a, b) = (old.sentences[origin].block, new.sentences[sentence].block)
    var edit = WordEdit(mine.map(\.key), its.map(\.key))
    edit.mergeNeighbours()
    edit.keepWhole(
      old.blocks[a].wholes.map { whole in WordEdit.words(mine, touching: whole) },
      new.blocks[b].wholes.map { whole in WordEdit.words(its, touching: whole) })
    edit.mergeNeighbours()
    for step in edit.steps {
      switch step {
      case .same(let new): writer.add(.same, Self.extent(its, new))
      case .change(let gone, let come):
        changedWords += max(gone.count, come.count)
        addedWords += come.count
        removedWords += gone.count
        if !gone.isEmpty { writer.remove(text(old, a, Self.extent(mine, gone))) }
        if !come.isEmpty { writer.add(.added, Self.extent(its, come)) }
      }
    }
  }

  private static func extent(_ words: [ComparedText.Word], _ range: Range<Int>) -> Range<Int> {
    words[range.lowerBound].extent.lowerBound..<words[range.upperBound - 1].extent.upperBound
  }
}

/// Collects the runs of a block.
private struct RunWriter {
  let bytes: [UInt8]
  private(set) var runs: [TextChange] = []
  private var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func add(_ kind: TextChange.Kind, _ range: Range<Int>) {
    at = range.upperBound
    guard !range.isEmpty else { return }
    let text = String(decoding: bytes[range], as: UTF8.self)
    if let last = runs.last, last.kind == kind {
      runs[runs.count - 1].text += text
      runs[runs.count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      runs.append(TextChange(kind, text, range))
    }
  }

  mutating func remove(_ text: String) {
    if runs.last?.kind == .removed {
      runs[runs.count - 1].text += text
    } else {
      runs.append(TextChange(.removed, text, at..<at))
    }
  }
}
