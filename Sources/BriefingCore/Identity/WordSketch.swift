/// A sample of a set of words, by which two sets are compared without their texts.
///
/// It keeps the smallest hashes of the set (a bottom-k sketch), so the same words are in the samples of both sets. Sets
/// no larger than the limit are kept whole, and compared exactly.
public struct WordSketch: Hashable, Sendable {
  /// How many different words the set has.
  public let count: Int
  /// The smallest hashes of the words, ascending.
  public let hashes: [UInt32]

  /// What is kept of a set in a stored anchor.
  public static let storedLimit = 64
  /// What is kept of a set where both texts are at hand.
  package static let comparedLimit = 256

  /// The sketch of no word.
  public init() {
    count = 0
    hashes = []
  }

  /// The sketch of a set by the hashes of its words, in any order and with repeats.
  package init(ofHashes all: [UInt32], limit: Int) {
    var distinct: [UInt32] = []
    for hash in all.sorted() where hash != distinct.last { distinct.append(hash) }
    count = distinct.count
    hashes = Array(distinct.prefix(limit))
  }

  /// A sketch that was stored; nil where no set has such a one.
  package init?(count: Int, hashes: [UInt32]) {
    guard hashes.count <= Self.comparedLimit, hashes.isEmpty ? count == 0 : count >= hashes.count,
      zip(hashes, hashes.dropFirst()).allSatisfy(<)
    else { return nil }
    self.count = count
    self.hashes = hashes
  }

  /// The sketch with at most `limit` hashes.
  func limited(to limit: Int) -> WordSketch {
    hashes.count <= limit ? self : WordSketch(count, Array(hashes.prefix(limit)))
  }

  private init(_ count: Int, _ hashes: [UInt32]) {
    self.count = count
    self.hashes = hashes
  }

  /// Dice's coefficient of the two sets, 0 to 1: twice the common words by the words of both. Two empty sets have 1.
  /// It is exact where both are kept whole, else estimated.
  public func dice(_ other: WordSketch) -> Double {
    guard count > 0, other.count > 0 else { return count == other.count ? 1 : 0 }
    // Up to here the samples tell of every hash of the union.
    var limit = Int.max
    for sketch in [self, other] where sketch.hashes.count < sketch.count {
      limit = min(limit, sketch.hashes.count)
    }
    var (mine, its, union, shared) = (0, 0, 0, 0)
    while union < limit, mine < hashes.count || its < other.hashes.count {
      let a = mine < hashes.count ? hashes[mine] : .max
      let b = its < other.hashes.count ? other.hashes[its] : .max
      if mine < hashes.count, its < other.hashes.count, a == b { shared += 1 }
      if mine < hashes.count, a <= b { mine += 1 }
      if its < other.hashes.count, b <= a { its += 1 }
      union += 1
    }
    let jaccard = Double(shared) / Double(union)
    return 2 * jaccard / (1 + jaccard)
  }
}
