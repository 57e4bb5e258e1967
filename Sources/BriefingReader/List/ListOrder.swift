import Algorithms

/// Rows of a list in an order that is kept as rows come and go: whoever asks for it does not wait for a sort.
struct ListOrder: Sendable {
  /// Indices of rows, in order.
  private(set) var indices: [Int] = []

  /// Puts rows in, which takes a search for each and one pass that only copies.
  mutating func insert(_ new: [Int], by isBefore: (Int, Int) -> Bool) {
    guard !new.isEmpty else { return }
    var merged: [Int] = []
    merged.reserveCapacity(indices.count + new.count)
    var start = 0
    for index in new.sorted(by: isBefore) {
      let place = indices[start...].partitioningIndex { isBefore(index, $0) }
      merged += indices[start..<place]
      merged.append(index)
      start = place
    }
    merged += indices[start...]
    indices = merged
  }

  /// Takes rows out.
  mutating func remove(_ gone: Set<Int>) {
    if !gone.isEmpty { indices.removeAll(where: gone.contains) }
  }

  /// Gives rows other indices.
  mutating func renumber(_ moved: [Int: Int]) {
    guard !moved.isEmpty else { return }
    for at in indices.indices {
      if let index = moved[indices[at]] { indices[at] = index }
    }
  }
}
