extension Words {
  /// Appends the words of a text, folded, a space between them and behind what is there, and answers how many they
  /// are: those that ``init(_:)`` finds, in one pass, without the way back to the original.
  ///
  /// - Parameter text: Valid UTF-8.
  public static func append(_ text: UnsafeBufferPointer<UInt8>, to line: inout [UInt8]) -> Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * WordWriter.quarter) { room in
      WordWriter.ascii.withUnsafeBufferPointer { ascii in
        var writer = WordWriter(room, ascii)
        var at = 0
        while at < text.count {
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
}
