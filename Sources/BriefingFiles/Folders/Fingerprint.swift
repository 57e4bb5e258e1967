/// A number of 128 bits made of everything that was added, in order.
struct Fingerprint {
  private var a: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var b: UInt64 = 0xC2B2_AE3D_27D4_EB4F

  /// What it is now.
  var value: [UInt64] { [a, b] }

  /// Adds a number.
  @inline(__always)
  mutating func add(_ number: UInt64) {
    a = Self.mix(a ^ number, 0xA076_1D64_78BD_642F)
    b = Self.mix(b &+ number, 0xE703_7ED1_A0B4_28DB)
  }

  /// Adds bytes and their number, so that no two rows of bytes are the same for being cut elsewhere.
  mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(UInt64(bytes.count))
    var at = 0
    while at + 8 <= bytes.count {
      add(bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at += 8
    }
    var rest: UInt64 = 0
    for byte in bytes[at...] { rest = rest << 8 | UInt64(byte) }
    add(rest)
  }

  private static func mix(_ number: UInt64, _ factor: UInt64) -> UInt64 {
    let product = (number ^ number >> 29 | 1).multipliedFullWidth(by: factor)
    return product.high ^ product.low &+ number
  }
}
