import Algorithms

/// Finds what two sequences have in common, in order: about the longest common subsequence.
///
/// Short ones are compared in full. Long ones are cut at what stands once in both, as the patience diff does; a long stretch
/// without such an element has nothing in common. So the time grows with the length but for a logarithm.
enum SequenceMatch {
  /// Cells of the table that a stretch is compared in full by.
  private static let fullCells = 1 << 16
  /// How often a stretch is cut again.
  private static let deepest = 24

  /// The pairs of places at which the sequences have the same, ascending in both.
  ///
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  static func pairs(
    _ old: [UInt64], _ new: [UInt64], isCancelled: () -> Bool = { false }
  ) throws -> [(old: Int, new: Int)] {
    var pairs: [(old: Int, new: Int)] = []
    var open = [(old: old.indices, new: new.indices, depth: 0)]
    while let stretch = open.popLast() {
      if isCancelled() { throw CancellationError() }
      var (a, b) = (stretch.old, stretch.new)
      while let first = a.first, let other = b.first, old[first] == new[other] {
        pairs.append((first, other))
        a = a.dropFirst()
        b = b.dropFirst()
      }
      while let last = a.last, let other = b.last, old[last] == new[other] {
        pairs.append((last, other))
        a = a.dropLast()
        b = b.dropLast()
      }
      if a.isEmpty || b.isEmpty { continue }
      if a.count <= fullCells / b.count {
        pairs += inFull(old, a, new, b)
        continue
      }
      let cuts = stretch.depth < deepest ? anchors(old, a, new, b) : []
      var (nextOld, nextNew) = (a.lowerBound, b.lowerBound)
      for cut in cuts {
        pairs.append(cut)
        open.append((nextOld..<cut.old, nextNew..<cut.new, stretch.depth + 1))
        (nextOld, nextNew) = (cut.old + 1, cut.new + 1)
      }
      if !cuts.isEmpty { open.append((nextOld..<a.upperBound, nextNew..<b.upperBound, stretch.depth + 1)) }
    }
    return pairs.sorted { $0.old < $1.old }
  }

  /// The longest common subsequence, by a table.
  private static func inFull(
    _ old: [UInt64], _ a: Range<Int>, _ new: [UInt64], _ b: Range<Int>
  ) -> [(old: Int, new: Int)] {
    let width = b.count + 1
    // The length of what is common from here on.
    var table = [UInt16](repeating: 0, count: (a.count + 1) * width)
    for i in stride(from: a.count - 1, through: 0, by: -1) {
      for j in stride(from: b.count - 1, through: 0, by: -1) {
        table[i * width + j] =
          old[a.lowerBound + i] == new[b.lowerBound + j]
          ? table[(i + 1) * width + j + 1] + 1
          : max(table[(i + 1) * width + j], table[i * width + j + 1])
      }
    }
    var pairs: [(old: Int, new: Int)] = []
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if old[a.lowerBound + i] == new[b.lowerBound + j] {
        pairs.append((a.lowerBound + i, b.lowerBound + j))
        i += 1
        j += 1
      } else if table[(i + 1) * width + j] >= table[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }

  /// What stands once in both stretches, as far as it is in the same order.
  private static func anchors(
    _ old: [UInt64], _ a: Range<Int>, _ new: [UInt64], _ b: Range<Int>
  ) -> [(old: Int, new: Int)] {
    /// Where an element stands in either; -1 for nowhere, -2 for several places.
    var places: [UInt64: (old: Int, new: Int)] = [:]
    for place in a { places[old[place], default: (-1, -1)].old = places[old[place]] == nil ? place : -2 }
    for place in b where places[new[place]] != nil {
      let other = places[new[place]]?.new ?? -1
      places[new[place]]?.new = other == -1 ? place : -2
    }
    let unique = a.compactMap { place -> (old: Int, new: Int)? in
      guard let pair = places[old[place]], pair.old == place, pair.new >= 0 else { return nil }
      return pair
    }
    // The longest ascending subsequence of the new places: the last of each length, with the way back.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: unique.count)
    for (index, pair) in unique.enumerated() {
      let place = ends.partitioningIndex { unique[$0].new >= pair.new }
      if place > 0 { before[index] = ends[place - 1] }
      if place == ends.count { ends.append(index) } else { ends[place] = index }
    }
    var chain: [(old: Int, new: Int)] = []
    var at = ends.last ?? -1
    while at >= 0 {
      chain.append(unique[at])
      at = before[at]
    }
    return chain.reversed()
  }
}
