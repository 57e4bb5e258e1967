/// A colour of the terminal's palette, or one of its own.
public enum Color: Hashable, Sendable {
  /// 0 to 15 are what the terminal's owner has made of them, 16 to 255 the same nearly everywhere.
  case palette(UInt8)
  /// Red, green and blue.
  case rgb(UInt8, UInt8, UInt8)

  /// The names of the first eight; the next eight have `bright-` before them.
  private static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  /// Reads the written form: `#ffaf00`, a number of the palette, `red`, `bright-red`. Nil where it is none.
  public init?(_ written: some StringProtocol) {
    if written.hasPrefix("#") {
      let digits = written.dropFirst()
      guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16)
      else {
        return nil
      }
      self = .rgb(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    } else if let index = UInt8(written) {
      self = .palette(index)
    } else {
      let isBright = written.hasPrefix("bright-")
      let name = isBright ? String(written.dropFirst("bright-".count)) : String(written)
      guard let index = Self.names.firstIndex(of: name) else { return nil }
      self = .palette(UInt8(index + (isBright ? 8 : 0)))
    }
  }

  /// The nearest of the colours 16 to 255; one of the palette is itself.
  public var nearestInPalette: Color {
    guard case .rgb(let red, let green, let blue) = self else { return self }
    var best: (distance: Int, index: UInt8) = (.max, 16)
    for index in UInt8(16)...255 {
      guard let (r, g, b) = Color.palette(index).components else { continue }
      let distance = [(red, r), (green, g), (blue, b)].reduce(0) { sum, pair in
        let gap = Int(pair.0) - Int(pair.1)
        return sum + gap * gap
      }
      if distance < best.distance { best = (distance, index) }
    }
    return .palette(best.index)
  }

  /// Red, green and blue; nil for the first 16 of the palette, which are the terminal's owner's.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    switch self {
    case .rgb(let red, let green, let blue): return (red, green, blue)
    case .palette(let index) where index >= 232:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    case .palette(let index) where index >= 16:
      let level = { (step: UInt8) -> UInt8 in step == 0 ? 0 : 55 + 40 * step }
      let cube = index - 16
      return (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    case .palette: return nil
    }
  }
}

extension Color: ExpressibleByIntegerLiteral {
  /// A colour of the palette.
  public init(integerLiteral index: UInt8) { self = .palette(index) }
}
