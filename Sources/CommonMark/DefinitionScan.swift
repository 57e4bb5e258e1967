/// Looks for definitions of links and footnotes without parsing.
package enum DefinitionScan {
  /// Those of some labels that a text may define; the others it does not define, whatever is around it.
  ///
  /// What looks like a definition is none within code, say, which a scan does not know.
  ///
  /// - Parameter labels: Normalised, those of footnotes with their `^`: ``LeafReader/undefinedLabels(of:)``.
  package static func labels(
    _ labels: Set<[UInt8]>, definedIn source: UnsafeRawBufferPointer, from start: Int
  ) -> Set<[UInt8]> {
    var found: Set<[UInt8]> = []
    guard !labels.isEmpty else { return found }
    let bytes = source.bindMemory(to: UInt8.self)
    var position = start
    while found.count < labels.count, let end = nextEnd(source, from: position) {
      found.formUnion(candidates(bytes, endingAt: end, after: start, among: labels))
      position = end + 2
    }
    return found
  }

  /// The next `]:`, eight bytes at a time.
  private static func nextEnd(_ source: UnsafeRawBufferPointer, from start: Int) -> Int? {
    let (ones, highBits): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    var position = start
    while position &+ 1 < source.count {
      if position &+ 8 <= source.count {
        // A byte is zero where a bracket stands, and only then the subtraction borrows from its high bit.
        let word = source.loadUnaligned(fromByteOffset: position, as: UInt64.self) ^ (ones &* 0x5D)
        let zeros = (word &- ones) & ~word & highBits
        guard zeros != 0 else {
          position &+= 8
          continue
        }
        position &+= UInt64(littleEndian: zeros).trailingZeroBitCount / 8
        guard position &+ 1 < source.count else { return nil }
      }
      if source[position] == UInt8(ascii: "]"), source[position &+ 1] == UInt8(ascii: ":") { return position }
      position &+= 1
    }
    return nil
  }

  /// The labels that a bracket may end.
  private static func candidates(
    _ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int, after start: Int, among labels: Set<[UInt8]>
  ) -> [[UInt8]] {
    var found: [[UInt8]] = []
    var label: [UInt8] = []
    var position = end - 1
    while position >= max(start, end - LinkScanner.maximumLabelBytes) {
      let isEscaped = position > start && bytes[position - 1] == UInt8(ascii: "\\")
      switch bytes[position] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        // What containers have in front of the next line is no part of the label. Its line endings are spaces.
        return found + labels.filter { $0.contains(UInt8(ascii: " ")) }
      case UInt8(ascii: "["):
        LabelNormalizer.normalize(bytes.extracting(position + 1..<end).span, into: &label)
        if labels.contains(label) { found.append(label) }
        if !isEscaped { return found }
      case UInt8(ascii: "]") where !isEscaped: return found
      default: break
      }
      position -= 1
    }
    return found
  }
}
