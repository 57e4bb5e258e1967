/// Turns UTF-16 into UTF-8, with U+FFFD for surrogates without their other half and for half a unit at the end.
struct UTF16Decoder {
  private let isBig: Bool
  private(set) var utf8: [UInt8] = []
  /// Offset in ``utf8`` of the first U+FFFD that was put in.
  private(set) var firstError: Int?
  private(set) var errorCount = 0

  init(isBig: Bool) { self.isBig = isBig }

  /// Decodes all of a text.
  mutating func decode(_ bytes: ArraySlice<UInt8>) {
    // Western text takes half, East Asian text half as much again: grown in between.
    utf8.reserveCapacity(bytes.count * 5 / 8 + 8)
    var at = bytes.startIndex
    var high: UInt32 = 0
    while at + 1 < bytes.endIndex {
      let first = UInt32(bytes[at])
      let second = UInt32(bytes[at + 1])
      let unit = isBig ? first << 8 | second : second << 8 | first
      at += 2
      let isLow = 0xDC00..<0xE000 ~= unit
      if high != 0 {
        if isLow {
          append(0x10000 + (high & 0x3FF) << 10 + unit & 0x3FF)
          high = 0
          continue
        }
        appendError()
        high = 0
      }
      if 0xD800..<0xDC00 ~= unit { high = unit } else if isLow { appendError() } else { append(unit) }
    }
    if high != 0 { appendError() }
    if at < bytes.endIndex { appendError() }
  }

  private mutating func appendError() {
    if firstError == nil { firstError = utf8.count }
    errorCount += 1
    append(0xFFFD)
  }

  private mutating func append(_ scalar: UInt32) {
    switch scalar {
    case ..<0x80: utf8.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      utf8.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      appendTail(scalar, 0)
    case ..<0x10000:
      utf8.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      appendTail(scalar, 6)
    default:
      utf8.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      appendTail(scalar, 12)
    }
  }

  /// The continuation bytes from a shift down to none.
  private mutating func appendTail(_ scalar: UInt32, _ shift: UInt32) {
    for shift in stride(from: Int(shift), through: 0, by: -6) {
      utf8.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> UInt32(shift) & 0x3F))
    }
  }
}
