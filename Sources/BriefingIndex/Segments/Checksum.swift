/// A number of 64 bits that is kept beside a row of an index, and made again of what is read of it: a disk or a program
/// may have changed the file without SQLite's notice.
///
/// It covers what the row is found by as well, so a row that stands in another one's place is noticed too. It is for
/// accidents: who wants to can make rows that fit.
package struct Checksum {
  /// What a row is, so that none is taken for one of another table.
  package enum Kind: UInt64 {
    case words = 1
    case places, segment, lengths, briefing, forms, totals, catalogue
  }

  private var state: UInt64

  /// Starts with nothing but the kind.
  package init(_ kind: Kind) { state = kind.rawValue &* Self.factors.0 }

  /// What it is now.
  package var value: Int64 { Int64(bitPattern: Self.mix(state ^ Self.factors.2, Self.factors.3)) }

  /// Adds a number.
  @inline(__always)
  package mutating func add(_ number: Int64) {
    state = Self.mix(state ^ Self.factors.1, UInt64(bitPattern: number) ^ Self.factors.2)
  }

  /// Adds bytes and how many they are.
  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(Int64(bytes.count))
    // Two at once: neither waits for the other's product.
    var (first, second) = (state, state ^ Self.factors.3)
    var at = 0
    func word(_ offset: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: at &+ offset, as: UInt64.self) }
    while at &+ 32 <= bytes.count {
      first = Self.mix(word(0) ^ Self.factors.0, word(8) ^ first)
      second = Self.mix(word(16) ^ Self.factors.1, word(24) ^ second)
      at &+= 32
    }
    while at &+ 8 <= bytes.count {
      first = Self.mix(word(0) ^ Self.factors.0, first ^ Self.factors.2)
      at &+= 8
    }
    var rest: UInt64 = 0
    while at < bytes.count {
      rest = rest << 8 | UInt64(bytes[at])
      at &+= 1
    }
    state = Self.mix(first ^ rest, second ^ Self.factors.1)
  }

  /// Adds bytes and how many they are.
  package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) { add(UnsafeRawBufferPointer(bytes)) }

  /// Adds the bytes of numbers, and how many they are.
  package mutating func add(_ numbers: [some FixedWidthInteger]) { numbers.withUnsafeBytes { add($0) } }

  /// Any numbers with about as many ones as zeros do.
  private static let factors: (UInt64, UInt64, UInt64, UInt64) = (
    0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3
  )

  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }
}
