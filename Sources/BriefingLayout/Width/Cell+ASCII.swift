import BriefingCore

/// Text for terminals and files whose character set is not UTF-8. ASCII is what all of them have.
///
/// Column by column, so that nothing moves: signs and lines become the ASCII character that is nearest, letters lose their accents,
/// and every column of whatever has no such character is `?`. A currency becomes its letter, for a sum without it says nothing.
extension Collection where Element == Cell {
  /// The same columns in ASCII.
  public func inASCII() -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(count)
    var second = UInt8(ascii: " ")
    for cell in self {
      if cell.ascii != nil {
        cells.append(cell)
      } else if cell.isContinuation {
        cells.append(Cell(printable: second, cell.style))
      } else {
        let bytes = ASCIIForm.bytes(of: cell)
        second = bytes.count > 1 ? bytes[1] : UInt8(ascii: " ")
        cells.append(Cell(printable: bytes[0], cell.style))
      }
    }
    return cells
  }
}

extension StringProtocol {
  /// The text in ASCII, as ``Swift/Collection/inASCII()`` has it. What is ASCII stays, line feeds and escape sequences too.
  public func textInASCII() -> String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return String(self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for character in self {
      if character.utf8.allSatisfy({ $0 < 0x80 }) {
        bytes += character.utf8
      } else {
        for cell in Cell.cells(String(character)).inASCII() { bytes += cell.glyph.utf8 }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What stands for a glyph in ASCII.
private enum ASCIIForm {
  /// A printable character for each of the cell's columns; fewer where blanks fill the rest, but at least one.
  static func bytes(of cell: Cell) -> [UInt8] {
    let unknown = [UInt8](repeating: UInt8(ascii: "?"), count: Swift.max(1, cell.width))
    guard let base = cell.glyph.unicodeScalars.first else { return unknown }
    if base.isASCII { return [UInt8(base.value)] }
    if let sign = sign(base.value) { return [sign] }
    let folded = Array(Folding.diacritics.fold(String(Character(base))).utf8)
    // Raised digits fold to `^` and a digit: without its sign a power would be another number.
    guard !folded.isEmpty, folded.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) }),
      folded.count <= cell.width || folded.allSatisfy(isLetter)
    else { return unknown }
    return Array(folded.prefix(cell.width))
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// The nearest character of signs, arrows and lines; nil for everything else.
  private static func sign(_ scalar: UInt32) -> UInt8? {
    let character: Unicode.Scalar? =
      switch scalar {
      case 0x2010...0x2015, 0x2212, 0xB7, 0x2043, 0x25AA, 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509,
        0x254C, 0x254D,
        0x2574, 0x2576:
        "-"
      case 0x2018...0x201B, 0x2032: "'"
      case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: "\""
      case 0x2026, 0x22EF: "~"
      case 0x2022, 0x25CF, 0x25A0, 0x2605, 0x2606, 0x22C5: "*"
      case 0x25CB, 0x25E6, 0x25AB, 0x25A1, 0x25CC: "o"
      case 0x2610: "_"
      case 0x2611, 0x2612, 0x2713, 0x2714, 0x2717, 0x2718, 0xD7: "x"
      case 0x2190, 0x21A9, 0x25C0, 0x25C2, 0x2039, 0x2264: "<"
      case 0x2192, 0x21AA, 0x25B6, 0x25B8, 0x203A, 0x2265: ">"
      case 0x2191, 0x25B2, 0x25B4: "^"
      case 0x2193, 0x25BC, 0x25BE: "v"
      case 0xB1: "+"
      case 0x2550: "="
      case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577,
        0x2588...0x2590,
        0xA6:
        "|"
      case 0x2591...0x2593: "."
      case 0x250C...0x254B, 0x2552...0x256C, 0x256D...0x2570: "+"
      case 0x2581...0x2587: "_"
      case 0xF7, 0x2044, 0x2215: "/"
      case 0x20AC: "E"
      case 0xA3: "L"
      case 0xA5: "Y"
      case 0xA2: "c"
      case 0xA7: "S"
      case 0xA1: "!"
      case 0xFFFD: "?"
      default: nil
      }
    return character.map { UInt8($0.value) }
  }
}
