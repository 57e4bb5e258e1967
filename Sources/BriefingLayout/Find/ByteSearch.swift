/// Looks for one sequence of bytes in others: Horspool's way, which skips most of what it searches.
struct ByteSearch {
  private let needle: [UInt8]
  /// For each byte how far the needle may move when that byte stands under its end.
  private let skips: [Int]

  /// Prepares the search for `needle`; nil for an empty one.
  init?(_ needle: [UInt8]) {
    guard !needle.isEmpty else { return nil }
    self.needle = needle
    var skips = Array(repeating: needle.count, count: 256)
    for (index, byte) in needle.dropLast().enumerated() { skips[Int(byte)] = needle.count - 1 - index }
    self.skips = skips
  }

  /// The first place in `text`, from `start` up to `limit`, where the needle starts.
  func first(in text: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int? {
    needle.withUnsafeBufferPointer { needle in
      skips.withUnsafeBufferPointer { skips in
        let last = needle.count - 1
        let ending = needle[last]
        var at = start + last
        while at < limit {
          let byte = text[at]
          if byte == ending, ByteSearch.matches(text, at - last, needle) { return at - last }
          at += skips[Int(byte)]
        }
        return nil
      }
    }
  }

  private static func matches(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ needle: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for index in 0..<needle.count where text[start + index] != needle[index] { return false }
    return true
  }
}
