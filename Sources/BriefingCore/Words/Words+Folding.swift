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
    written: (_ word: UnsafeBufferPointer<UInt8>, _ place: Int) -> Void,
    isCancelled: () -> Bool = { false }
  ) -> Int? {
    append(text, to: &line, joined: joined, listsWritten: true, written: written, isCancelled: isCancelled)
  }

  /// The same, where only the line is wanted.
  public static func append(
    _ text: UnsafeBufferPointer<UInt8>, to line: inout [UInt8], isCancelled: () -> Bool = { false }
  ) -> Int? {
    append(
      text, to: &line, joined: { _, _ in }, listsWritten: false, written: { _, _ in },
      isCancelled: isCancelled)
  }

  /// - Parameter listsWritten: Whether `written` is called. That is no optional closure: such a one escapes, and what it
  ///   captures would be an object for each passage.
  private static func append(
    _ text: UnsafeBufferPointer<UInt8>, to line: inout [UInt8],
    joined: (_ word: [UInt8], _ place: Int) -> Void, listsWritten: Bool,
    written: (_ word: UnsafeBufferPointer<UInt8>, _ place: Int) -> Void, isCancelled: () -> Bool
  ) -> Int? {
    // Without the space before the first word of a line.
    let start = line.isEmpty ? -1 : line.count
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * WordWriter.quarter) { room in
      WordWriter.ascii.withUnsafeBufferPointer { ascii in
        var writer = WordWriter(room, ascii)
        var joiner = WordJoiner(start: start)
        var at = 0
        var pause = stride
        while at < text.count {
          if at >= pause {
            if isCancelled() { return nil }
            pause = at + stride
          }
          if writer.isPartFull {
            writer.flush(to: &line)
            if writer.joints.count > WordJoiner.enough {
              writer.keepJoints(joiner.join(writer.joints, isAtEnd: false, in: line, joined))
            }
          }
          let limit = min(text.count, at + WordWriter.quarter / 2)
          at = writer.addASCII(text, at, limit)
          if at < limit { at += writer.addScalar(text, at) }
        }
        writer.flush(to: &line)
        _ = joiner.join(writer.joints, isAtEnd: true, in: line, joined)
        if listsWritten { list(writer.marks, of: text, written) }
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

  /// Bytes that are read between two questions whether to go on: a millisecond's work or two.
  private static let stride = 1 << 18
}
