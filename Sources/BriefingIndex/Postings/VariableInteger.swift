/// Numbers in as many bytes as they need: seven bits a byte, the lowest first; the high bit says that more follow.
enum VariableInteger {
  /// Bytes of a 32-bit number at most.
  static let longest = 5
  /// Bits of a number in each.
  static let bits: UInt32 = 7

  /// Appends a number.
  @inline(__always)
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    forEachByte(of: value) { bytes.append($0) }
  }

  /// Calls `write` with the bytes of a number.
  @inline(__always)
  static func forEachByte(of value: UInt32, _ write: (UInt8) -> Void) {
    var value = value
    while value >= 0x80 {
      write(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    write(UInt8(truncatingIfNeeded: value))
  }

  /// Writes a number to a place with room for ``longest`` bytes; returns how many it took.
  @inline(__always)
  static func write(_ value: UInt32, to place: UnsafeMutablePointer<UInt8>) -> Int {
    var value = value
    var count = 0
    while value >= 0x80 {
      place[count] = UInt8(truncatingIfNeeded: value) | 0x80
      value >>= 7
      count &+= 1
    }
    place[count] = UInt8(truncatingIfNeeded: value)
    return count &+ 1
  }
}

/// Reads numbers from bytes that may have been damaged: after the end there are zeros, which `isOver` tells.
struct VariableIntegerReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The byte that comes next.
  private(set) var offset = 0

  /// Starts at the first byte.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether there is nothing more.
  @inline(__always)
  var isAtEnd: Bool { offset >= bytes.count }

  /// Whether more was read or passed than there is.
  @inline(__always)
  var isOver: Bool { offset > bytes.count }

  /// The next number.
  @inline(__always)
  mutating func next() -> UInt32 {
    guard offset < bytes.count else {
      offset = bytes.count &+ 1
      return 0
    }
    let first = bytes[offset]
    offset &+= 1
    if first < 0x80 { return UInt32(first) }
    return rest(of: first)
  }

  private mutating func rest(of first: UInt8) -> UInt32 {
    var value = UInt32(first & 0x7F)
    var shift: UInt32 = 7
    while offset < bytes.count {
      let byte = bytes[offset]
      offset &+= 1
      value |= UInt32(byte & 0x7F) &<< shift
      if byte < 0x80 { return value }
      shift &+= 7
      if shift > 28 { break }
    }
    offset = bytes.count &+ 1
    return 0
  }

  /// The next byte by itself.
  @inline(__always)
  mutating func byte() -> UInt8 {
    guard offset < bytes.count else {
      offset = bytes.count &+ 1
      return 0
    }
    defer { offset &+= 1 }
    return bytes[offset]
  }

  /// Passes some bytes.
  @inline(__always)
  mutating func skip(_ count: Int) {
    offset = count <= bytes.count &- offset ? offset &+ count : bytes.count &+ 1
  }
}
