/// A hash that is the same in every run and on every machine (FNV-1a with a final mix), as stored anchors need it.
public struct TextHash: Hashable, Sendable {
  // Inlined where bytes are added: every byte of every text passes here, and a generic call for each takes ten times as long.
  @usableFromInline var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of nothing yet.
  @inlinable public init() {}

  /// The hash of some bytes.
  @inlinable public init(_ bytes: some Sequence<UInt8>) {
    add(bytes)
  }

  /// Adds bytes.
  @inlinable public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  /// Adds a byte.
  @inlinable public mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// Adds a number.
  package mutating func add(_ number: UInt64) {
    state = (state ^ number) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 29
  }

  /// The hash of all that was added.
  public var value: UInt64 {
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
