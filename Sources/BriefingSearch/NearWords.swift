/// Collects the words of a vocabulary that are nearest to one that occurs nowhere.
///
/// The distance counts letters that are wrong, missing, too many, or that changed places with their neighbour: one
/// such slip, from eight letters two.
public struct NearWords: Sendable {
  /// The word.
  public let word: String
  private let letters: [UInt32]
  private let bytes: [UInt8]
  private let signs: UInt64
  /// How far a word may be.
  public let reach: Int
  private var found: [Candidate] = []
  /// Whether the word itself was among those of the vocabulary.
  public private(set) var isKnown = false

  private struct Candidate: Comparable {
    var distance: Int
    /// Whether the first letter is another one: few people get that wrong.
    var startsElsewhere: Bool
    var word: String

    static func < (a: Candidate, b: Candidate) -> Bool {
      if a.distance != b.distance { return a.distance < b.distance }
      if a.startsElsewhere != b.startsElsewhere { return !a.startsElsewhere }
      return a.word.utf8.lexicographicallyPrecedes(b.word.utf8)
    }
  }

  /// Words that take the place of one at most.
  public static let limit = 6

  /// Prepares the search for a folded word's neighbours.
  public init(_ word: String) {
    self.word = word
    bytes = Array(word.utf8)
    letters = word.unicodeScalars.map(\.value)
    signs = bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    reach = letters.count < 8 ? 1 : 2
  }

  /// Bytes that a word of the vocabulary can have to be near.
  public var lengths: ClosedRange<Int> {
    let slack = reach * (bytes.count == letters.count ? 1 : 4)
    return max(1, bytes.count - slack)...bytes.count + slack
  }

  /// Looks at a word of the vocabulary, folded UTF-8.
  public mutating func consider(_ other: UnsafeBufferPointer<UInt8>) {
    guard lengths.contains(other.count),
      other.allSatisfy({ $0 > UInt8(ascii: "9") || $0 < UInt8(ascii: "0") })
    else { return }
    var others: UInt64 = 0
    for byte in other { others |= 1 << UInt64(byte & 63) }
    // Each slip changes at most one letter for another one: two signs.
    let isASCII = bytes.count == letters.count
    guard !isASCII || (signs ^ others).nonzeroBitCount <= 2 * reach else { return }
    if other.elementsEqual(bytes) {
      isKnown = true
      return
    }
    let text = String(decoding: other, as: UTF8.self)
    let scalars = text.unicodeScalars.map(\.value)
    guard let distance = Self.distance(letters, scalars, atMost: reach), distance > 0 else { return }
    let candidate = Candidate(
      distance: distance, startsElsewhere: letters.first != scalars.first, word: text)
    if !found.contains(candidate) { found.append(candidate) }
  }

  /// Puts together what was found in parts of a vocabulary.
  public mutating func add(_ other: NearWords) {
    isKnown = isKnown || other.isKnown
    for candidate in other.found where !found.contains(candidate) { found.append(candidate) }
  }

  /// The nearest words, in order: those at the least distance at which one is alive, ``limit`` at most.
  ///
  /// - Parameter isAlive: Whether a word occurs in a section that can be found.
  public func nearest(isAlive: (String) throws -> Bool) rethrows -> [String] {
    var nearest: [String] = []
    var distance = 0
    for candidate in found.sorted() {
      if !nearest.isEmpty, candidate.distance > distance || nearest.count == Self.limit { break }
      if try isAlive(candidate.word) {
        nearest.append(candidate.word)
        distance = candidate.distance
      }
    }
    return nearest
  }

  /// How many slips lie between two words; nil where they are more than `limit`.
  static func distance(_ a: [UInt32], _ b: [UInt32], atMost limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    // Rows of the table of distances between beginnings: the last two and the one that is being filled.
    var (before, last) = ([Int](), Array(0...b.count))
    for i in 0..<a.count {
      var row = Array(repeating: i + 1, count: b.count + 1)
      var least = row[0]
      for j in 0..<b.count {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row[j + 1] = best
        least = min(least, best)
      }
      if least > limit { return nil }
      (before, last) = (last, row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
