extension Words {
  /// Appends the words of a text, folded, a space between them and after what is there, and returns how many they
  /// are: those that ``init(_:)`` finds, in one pass, without the way back to the original.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - joined: Takes the words that are written as one with a sign between, without the sign, each with the place of
  ///     the last of its parts, counted from 0.
  ///   - written: Takes the words of which folding leaves less than their author wrote, in small letters, each with its
  ///     place, in order.
  ///   - isCancelled: Asked every few milliseconds.
  /// - Returns: nil when `isCancelled` returned true.
  public static func append(
    _ text: UnsafeBufferPointer<UInt8>, to line: inout [UInt8],
    joined: (_ word: [UInt8], _ place: Int) -> Void = { _, _ in },
    written: ((_ word: UnsafeBufferPointer<UInt8>, _ place: Int) -> Void)? = nil,
    isCancelled: () -> Bool = { false }
  ) -> Int? {
    // Without the space before the first word of a line.
    let start = line.isEmpty ? -1 : line.count
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * WordWriter.quarter) { room in
      WordWriter.ascii.withUnsafeBufferPointer { ascii in
        var writer = WordWriter(room, ascii)
        var at = 0
        var pause = stride
        while at < text.count {
          if at >= pause {
            if isCancelled() { return nil }
            pause = at + stride
          }
          if writer.isPartFull { writer.flush(to: &line) }
          let limit = min(text.count, at + WordWriter.quarter / 2)
          at = writer.addASCII(text, at, limit)
          if at < limit { at += writer.addScalar(text, at) }
        }
        writer.flush(to: &line)
        join(writer.joints, in: line, from: start, joined)
        if let written { list(writer.marks, of: text, written) }
        return writer.words
      }
    }
  }

  /// Calls `found` with the words that marks point at, as they were written.
  private static func list(
    _ marks: [(word: UInt32, place: UInt32)], of text: UnsafeBufferPointer<UInt8>,
    _ found: (UnsafeBufferPointer<UInt8>, Int) -> Void
  ) {
    var word: [UInt8] = []
    for mark in marks where WrittenWord.append(text, around: Int(mark.place), to: &word) {
      word.withUnsafeBufferPointer { found($0, Int(mark.word)) }
      word.removeAll(keepingCapacity: true)
    }
  }

  /// Parts of a word at most that is joined, and its bytes: what is longer is an address or an enumeration.
  private static let (longestRun, longestJoined) = (6, 40)

  /// Calls `found` with the words that joints join: as far as one sign joins them.
  private static func join(
    _ joints: [WordJoint], in line: [UInt8], from start: Int, _ found: ([UInt8], Int) -> Void
  ) {
    let space = UInt8(ascii: " ")
    var word: [UInt8] = []
    var parts = 0
    for (index, joint) in joints.enumerated() {
      let next = start + joint.offset + 1
      let right = line[next...].prefix { $0 != space }
      let before = line[..<(next - 1)]
      let left = line[((before.lastIndex(of: space) ?? -1) + 1)..<(next - 1)]
      guard WordJoint.joins(joint.sign, left, right) else {
        word = []
        continue
      }
      if word.isEmpty {
        word = Array(left)
        parts = 1
      }
      word += right
      parts += 1
      let follower = index + 1 < joints.count ? joints[index + 1] : nil
      if let follower, follower.word == joint.word + 1, follower.sign == joint.sign {
        // The comma of `3,000,000` joins three digits each time.
        let after = line[(start + follower.offset + 1)...].prefix { $0 != space }
        if WordJoint.joins(follower.sign, right, after) { continue }
      }
      if parts <= longestRun, word.count <= longestJoined { found(word, joint.word) }
      word = []
    }
  }

  /// Bytes that are read between two questions whether to go on: a millisecond's work or two.
  private static let stride = 1 << 18
}
