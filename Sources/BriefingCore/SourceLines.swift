/// Turns byte offsets into line numbers, going forward: each byte is looked at once.
struct SourceLines {
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The 1-based line of an offset that is no smaller than the one asked for before. LF, CR and CRLF end lines.
  mutating func line(at target: Int) -> Int {
    let end = min(target, bytes.count)
    guard offset < end else { return line }
    line += bytes.withUnsafeBytes { Self.lineEnds(in: $0, offset..<end) }
    offset = end
    return line
  }

  private static func lineEnds(in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
    typealias Vector = SIMD32<UInt8>
    var ends = 0
    var at = range.lowerBound
    // A lane counts one a round and overflows behind 255.
    while at + Vector.scalarCount < range.upperBound {
      var lanes = Vector.zero
      var rounds = 0
      while rounds < 255, at + Vector.scalarCount < range.upperBound {
        let here = bytes.loadUnaligned(fromByteOffset: at, as: Vector.self)
        let after = bytes.loadUnaligned(fromByteOffset: at + 1, as: Vector.self)
        let isEnd = (here .== 0x0A) .| ((here .== 0x0D) .& (after .!= 0x0A))
        lanes.replace(with: lanes &+ 1, where: isEnd)
        at += Vector.scalarCount
        rounds += 1
      }
      for lane in lanes.indices { ends += Int(lanes[lane]) }
    }
    while at < range.upperBound {
      let isCRLF = bytes[at] == 0x0D && at + 1 < bytes.count && bytes[at + 1] == 0x0A
      if bytes[at] == 0x0A || (bytes[at] == 0x0D && !isCRLF) { ends += 1 }
      at += 1
    }
    return ends
  }
}
