extension Words {
  /// Appends the words of a text, folded, a space between them and behind what is there, and answers how many they
  /// are: those that ``init(_:)`` finds, in one pass, without the way back to the original.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - isCancelled: Asked every few milliseconds.
  /// - Returns: nil when `isCancelled` returned true.
  public static func append(
    _ text: UnsafeBufferPointer<UInt8>, to line: inout [UInt8], isCancelled: () -> Bool = { false }
  ) -> Int? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * WordWriter.quarter) { room in
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
        return writer.words
      }
    }
  }

  /// Bytes that are read between two questions whether to go on: a millisecond's work or two.
  private static let stride = 1 << 18
}
