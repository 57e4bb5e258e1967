/// The order of paths in which numbers count as numbers: `issue-2` before `issue-10`.
public enum NaturalOrder {
  /// Whether a path stands before another.
  ///
  /// - Parameter highestFirst: Whether of two that differ in a number the one with the higher comes first: where the
  ///   newest come first, that is the newer issue.
  public static func precedes(_ a: String, _ b: String, highestFirst: Bool = false) -> Bool {
    var (a, b) = (a, b)
    return a.withUTF8 { a in b.withUTF8 { b in order(a, b, highestFirst) } }
  }

  /// The same of paths as bytes.
  public static func precedes(_ a: [UInt8], _ b: [UInt8], highestFirst: Bool = false) -> Bool {
    a.withUnsafeBufferPointer { a in b.withUnsafeBufferPointer { b in order(a, b, highestFirst) } }
  }

  /// The same of paths as bytes in memory.
  static func precedes(
    _ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer, highestFirst: Bool
  ) -> Bool {
    a.withMemoryRebound(to: UInt8.self) { a in
      b.withMemoryRebound(to: UInt8.self) { order(a, $0, highestFirst) }
    }
  }

  private static func order(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, _ highestFirst: Bool
  ) -> Bool {
    let common = min(a.count, b.count)
    var at = 0
    while at < common, a[at] == b[at] { at += 1 }
    // Back to the start of a number that they differ in.
    var start = at
    while start > 0, isDigit(a[start - 1]) { start -= 1 }
    let (first, second) = (number(a, from: start), number(b, from: start))
    if let first, let second {
      // More digits are a higher number, once zeros before it are gone.
      if first.count != second.count { return (first.count < second.count) != highestFirst }
      for (one, other) in zip(first, second) where one != other { return (one < other) != highestFirst }
    }
    guard at < a.count, at < b.count else { return a.count < b.count }
    return a[at] < b[at]
  }

  /// The digits of the number at an offset, without zeros before it; nil where there is none.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Slice<
    UnsafeBufferPointer<UInt8>
  >? {
    guard start < bytes.count, isDigit(bytes[start]) else { return nil }
    var end = start
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    var first = start
    while first < end - 1, bytes[first] == 0x30 { first += 1 }
    return bytes[first..<end]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
