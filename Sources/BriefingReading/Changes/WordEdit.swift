/// What became of the words of a sentence: by turns stretches that are the same and stretches that were replaced.
struct WordEdit {
  /// A stretch of words.
  enum Step {
    /// Words of the new sentence that are the old one's.
    case same(Range<Int>)
    /// Words of the old sentence that went, and of the new one that came; either may be none.
    case change(gone: Range<Int>, come: Range<Int>)
  }

  /// In order.
  private(set) var steps: [Step] = []
  /// For each old word the new one that it is; -1 for none.
  private var targets: [Int]
  private var newCount: Int

  /// Words between two changes that make these one change: so short a piece in between would be a riddle.
  private static let fewWords = 2

  init(_ old: [UInt64], _ new: [UInt64]) {
    targets = Array(repeating: -1, count: old.count)
    newCount = new.count
    // Never cancelled: a sentence is no longer than a moment.
    for pair in (try? SequenceMatch.pairs(old, new)) ?? [] { targets[pair.old] = pair.new }
    makeSteps()
  }

  private mutating func makeSteps() {
    steps = []
    var (old, new) = (0, 0)
    while old < targets.count || new < newCount {
      let gone = old
      while old < targets.count, targets[old] < 0 { old += 1 }
      let next = old < targets.count ? targets[old] : newCount
      if gone < old || new < next { steps.append(.change(gone: gone..<old, come: new..<next)) }
      new = next
      let start = new
      while old < targets.count, targets[old] == new, new < newCount {
        old += 1
        new += 1
      }
      if start < new { steps.append(.same(start..<new)) }
    }
  }

  /// Makes one replacement of two that stand close together.
  mutating func mergeNeighbours() {
    var parted: Set<Int> = []
    for index in steps.indices.dropFirst().dropLast() {
      guard case .same(let words) = steps[index], words.count <= Self.fewWords,
        case .change(let gone, let come) = steps[index - 1],
        case .change(let nextGone, let nextCome) = steps[index + 1]
      else { continue }
      // What was only added or only removed reads well by itself.
      let isReplaced = !gone.isEmpty && !come.isEmpty && !nextGone.isEmpty && !nextCome.isEmpty
      if isReplaced, max(gone.count, come.count) + max(nextGone.count, nextCome.count) > words.count {
        parted.formUnion(words)
      }
    }
    part(parted)
  }

  /// Replaces stretches as a whole of which a part is replaced.
  ///
  /// - Parameters:
  ///   - old: The words of each stretch of the old sentence, ascending.
  ///   - new: The same of the new one.
  mutating func keepWhole(_ old: [Range<Int>], _ new: [Range<Int>]) {
    let taken = Set(targets.lazy.filter { $0 >= 0 })
    var parted: Set<Int> = []
    for whole in new where whole.contains(where: { !taken.contains($0) }) { parted.formUnion(whole) }
    for whole in old where whole.contains(where: { targets[$0] < 0 }) {
      for word in whole { parted.insert(targets[word]) }
    }
    part(parted)
  }

  private mutating func part(_ words: Set<Int>) {
    guard !words.isEmpty else { return }
    for index in targets.indices where targets[index] >= 0 && words.contains(targets[index]) {
      targets[index] = -1
    }
    makeSteps()
  }

  /// The words that share text with a stretch of bytes.
  static func words(_ words: [ComparedText.Word], touching bytes: Range<Int>) -> Range<Int> {
    let start = words.firstIndex { $0.extent.upperBound > bytes.lowerBound } ?? words.count
    let end = words.lastIndex { $0.extent.lowerBound < bytes.upperBound }.map { $0 + 1 } ?? 0
    return start..<max(start, end)
  }
}
