/// Makes words of those that joints join, as far as one sign joins them, while a text is read: a text can be nothing but
/// such words.
struct WordJoiner {
  /// Before where the words of the text start in the line.
  private let start: Int
  private var word: [UInt8] = []
  private var parts = 0

  /// Parts of a word at most that is joined, and its bytes: what is longer is an address or an enumeration.
  private static let longestRun = 6
  private static let longestWord = 40
  /// How many joints are gone through at once, about.
  static let enough = 1024

  /// Makes a joiner of words that stand in a line.
  ///
  /// - Parameter start: Where the text's words start in the line; -1 where the line is empty, for then they start without
  ///   a space.
  init(start: Int) { self.start = start }

  /// Calls `found` with the words that joints join, each with the place of the last of its parts.
  ///
  /// - Parameters:
  ///   - joints: Those after the ones that were gone through before.
  ///   - isAtEnd: Whether all of the text is in the line. If not, the last joint is known, but perhaps not all of the word
  ///     after it, and what may follow it is unknown.
  /// - Returns: How many joints at the end of these have to come again.
  mutating func join(
    _ joints: [WordJoint], isAtEnd: Bool, in line: [UInt8], _ found: ([UInt8], Int) -> Void
  ) -> Int {
    let kept = isAtEnd ? 0 : min(joints.count, 2)
    for index in 0..<joints.count - kept {
      join(joints[index], follower: index + 1 < joints.count ? joints[index + 1] : nil, in: line, found)
    }
    return kept
  }

  private mutating func join(
    _ joint: WordJoint, follower: WordJoint?, in line: [UInt8], _ found: ([UInt8], Int) -> Void
  ) {
    let space = UInt8(ascii: " ")
    let next = start + joint.offset + 1
    let right = line[next...].prefix { $0 != space }
    let before = line[..<(next - 1)]
    let left = line[((before.lastIndex(of: space) ?? -1) + 1)..<(next - 1)]
    guard WordJoint.joins(joint.sign, left, right) else {
      word = []
      return
    }
    if word.isEmpty {
      word = Array(left)
      parts = 1
    }
    word += right
    parts += 1
    if let follower, follower.word == joint.word + 1, follower.sign == joint.sign {
      // The comma of `3,000,000` joins three digits each time.
      let after = line[(start + follower.offset + 1)...].prefix { $0 != space }
      if WordJoint.joins(follower.sign, right, after) { return }
    }
    if parts <= Self.longestRun, word.count <= Self.longestWord { found(word, joint.word) }
    word = []
  }
}
