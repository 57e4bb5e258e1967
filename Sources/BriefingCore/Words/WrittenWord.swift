/// A word as its author wrote it, in small letters: what folding makes of `Häuser` is `hauser`, but stemming wants `häuser`.
enum WrittenWord {
  /// Bytes at most of a word that is kept as it was written.
  static let longest = 64

  /// Appends the word around a scalar of a text in small letters and composed, as stemmers want it.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8.
  ///   - place: Where a letter of the word, or a mark after one, starts.
  /// - Returns: false, with nothing appended, where it has no more than folding leaves of it, or is too long.
  static func append(
    _ text: UnsafeBufferPointer<UInt8>, around place: Int, to bytes: inout [UInt8]
  ) -> Bool {
    var at = start(of: text, around: place)
    guard place - at <= longest else { return false }
    let first = bytes.count
    var differs = false
    // The letter that a mark may follow; 0 where none can.
    var base: UInt32 = 0
    while at < text.count {
      let (value, length) = scalar(text, at)
      guard isPart(value) else { break }
      at += length
      if ScalarFolding.isLeftOut(value) { continue }
      let letter = lowercase(value)
      // Only a mark is looked up: nearly all letters are none.
      if base != 0, 0x300...0x36F ~= letter, let composed = compositions[base << 16 | letter] {
        bytes.removeLast(base < 0x80 ? 1 : base < 0x800 ? 2 : 3)
        base = composed
      } else {
        base = letter < 0x1_0000 ? letter : 0
      }
      let last = base == 0 ? letter : base
      if last >= 0x80, FoldingData.variant(of: last, .all) != nil { differs = true }
      append(last, to: &bytes)
      if bytes.count - first > longest { break }
    }
    guard differs, bytes.count - first <= longest else {
      bytes.removeLast(bytes.count - first)
      return false
    }
    return true
  }

  /// Where the word starts that has a scalar at `place`; not looked for farther than a word can be.
  private static func start(of text: UnsafeBufferPointer<UInt8>, around place: Int) -> Int {
    var start = place
    while start > 0, place - start <= longest {
      var before = start - 1
      while before > 0, text[before] & 0xC0 == 0x80 { before -= 1 }
      guard isPart(scalar(text, before).value) else { break }
      start = before
    }
    return start
  }

  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (value: UInt32, length: Int) {
    text[at] < 0x80 ? (UInt32(text[at]), 1) : Words.decode(text, at)
  }

  private static func isPart(_ value: UInt32) -> Bool {
    value < 0x80
      ? WordClass.ascii[Int(value)] == .letter : ScalarFolding.isLeftOut(value) || WordClass(value) == .letter
  }

  private static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    switch value {
    case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: value))
    case ..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    case ..<0x1_0000:
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }
  }

  /// The small letter of a capital, in the scripts that stemmers know: no table is as quick.
  static func lowercase(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A1, 0x3A3...0x3AB, 0x410...0x42F: value + 32
    case 0x130: 0x69
    case 0x178: 0xFF
    case 0x139...0x148, 0x179...0x17E: value + (value & 1)
    case 0x100...0x137, 0x14A...0x177, 0x200...0x21F, 0x222...0x233: value | 1
    case 0x386: 0x3AC
    case 0x388...0x38A: value + 37
    case 0x38C: 0x3CC
    case 0x38E, 0x38F: value + 63
    case 0x400...0x40F: value + 80
    case 0x531...0x556: value + 48
    default: value
    }
  }

  /// A letter and the mark after it, as one number, and the letter with that mark.
  private static let compositions: [UInt32: UInt32] = {
    var compositions: [UInt32: UInt32] = [:]
    let letters: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x386...0x3CE, 0x400...0x45F]
    for value in letters.joined() {
      guard let variant = FoldingData.variant(of: value, []) else { continue }
      let text = String(decoding: FoldingData.pool[variant], as: UTF8.self)
      let scalars = text.unicodeScalars.map(\.value)
      if scalars.count == 2, scalars[1] > 0x2FF { compositions[scalars[0] << 16 | scalars[1]] = value }
    }
    return compositions
  }()
}
