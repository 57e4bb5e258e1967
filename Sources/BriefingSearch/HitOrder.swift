/// Which of two hits comes first: those with all words before those that lack any; then the better one, of about equals the
/// newer one.
///
/// How many words one lacks is no matter where there are scores: what lacks the one rare word of a query would come before
/// what lacks two common ones. Scores know what each weighs.
public struct HitOrder: Hashable, Comparable, Sendable {
  /// 0 where it has all words of the query, 1 where it lacks any; without scores 1 where it lacks one, 2 where it lacks more.
  public var tier: Int
  /// How well it fits, at least 0.
  public var score: Double
  /// Minutes by which briefings are ordered: more is newer.
  public var moment: Int

  /// Makes the order of a hit.
  @inlinable
  public init(tier: Int, score: Double, moment: Int) {
    self.tier = tier
    self.score = score
    self.moment = moment
  }

  /// Greater for what comes first; hits whose scores differ by less than a 256th may share it.
  @inlinable
  public var key: UInt64 { UInt64(clamping: 3 - tier) << 60 | score.bitPattern >> 44 }

  /// Greater for what comes first, told apart by every difference of tier and score.
  @inlinable
  public var exactKey: UInt64 { UInt64(clamping: 3 - tier) << 62 | score.bitPattern >> 2 }

  /// Whether one comes before the other.
  public static func < (a: HitOrder, b: HitOrder) -> Bool {
    (a.key, a.moment, a.score) > (b.key, b.moment, b.score)
  }
}

/// The greatest of many numbers, so many at most: only these are kept.
public struct GreatestKeys: Sendable {
  @usableFromInline let limit: Int
  /// A heap, the least of them first.
  @usableFromInline var heap: [UInt64] = []

  /// Makes an empty collection of at most `limit` numbers.
  public init(limit: Int) { self.limit = max(1, limit) }

  /// The least number that is among the greatest; 0 as long as there are fewer.
  @inlinable
  public var least: UInt64 { heap.count < limit ? 0 : heap[0] }

  /// Adds a number.
  @inlinable
  public mutating func insert(_ key: UInt64) {
    if heap.count == limit, key <= heap[0] { return }
    insertGreater(key)
  }

  @usableFromInline mutating func insertGreater(_ key: UInt64) {
    if heap.count < limit {
      heap.append(key)
      var at = heap.count - 1
      while at > 0, heap[at] < heap[(at - 1) / 2] {
        heap.swapAt(at, (at - 1) / 2)
        at = (at - 1) / 2
      }
      return
    }
    heap[0] = key
    var at = 0
    while 2 * at + 1 < heap.count {
      var child = 2 * at + 1
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[at] else { return }
      heap.swapAt(at, child)
      at = child
    }
  }
}
