/// Looks through what was written to a terminal for anything that drawing a page does not need.
enum OutputScanner {
  /// The control sequences that drawing needs: by final byte, the parameters that may stand before it. Where
  /// there is no list, numbers may.
  private static let parameters: [Character: Set<String>?] = [
    // Colour, cursor, erasing, shifting, repeating, scrolling.
    "m": nil, "H": nil, "A": nil, "B": nil, "C": nil, "D": nil, "G": nil, "d": nil, "J": nil, "K": nil,
    "L": nil, "M": nil, "P": nil, "X": nil, "@": nil, "S": nil, "T": nil, "b": nil, "r": nil,
    // Alternate screen, cursor shown, cursor keys, insert mode, bracketed paste, cursor blink, wrapping.
    "h": ["?1049", "?25", "?1", "4", "?2004", "?12", "?12;25", "?7", "34"],
    "l": ["?1049", "?25", "?1", "4", "?2004", "?12", "?12;25", "?7", "34"],
    // xterm's alternate screen keeps the window's title.
    "t": ["22;0;0", "23;0;0"],
  ]

  /// What should not be there, each with its place; none in safe output.
  static func findings(in bytes: [UInt8]) -> [String] {
    var findings: [String] = []
    guard let text = String(validating: bytes, as: UTF8.self) else { return ["not UTF-8"] }
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar.value {
      case 0x1B:
        let length = safeEscapeLength(scalars[index...])
        if length == nil {
          let excerpt = String(String.UnicodeScalarView(scalars[index...].prefix(12)))
          findings.append("escape at \(index): \(excerpt.debugDescription)")
        }
        index += length ?? 1
        continue
      // Bell is not among them; shift-in is part of xterm's reset of attributes.
      case 0x08, 0x0A, 0x0D, 0x0F: break
      case 0..<0x20, 0x7F..<0xA0: findings.append("control \(scalar.value) at \(index)")
      default:
        switch scalar.properties.generalCategory {
        case .format, .lineSeparator, .paragraphSeparator, .surrogate:
          findings.append("invisible \(scalar.value) at \(index)")
        default: break
        }
      }
      index += 1
    }
    return findings
  }

  private static func safeEscapeLength(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    let rest = scalars.dropFirst()
    guard let first = rest.first else { return nil }
    switch first {
    case "[":
      let body = rest.dropFirst()
      guard let end = body.firstIndex(where: { (0x40...0x7E).contains($0.value) }),
        let allowed = parameters[Character(body[end])]
      else { return nil }
      let given = String(String.UnicodeScalarView(body[..<end]))
      let isFine = allowed?.contains(given) ?? given.allSatisfy { $0.isNumber || $0 == ";" }
      return isFine ? end + 1 - scalars.startIndex : nil
    case "(", ")": return rest.dropFirst().first.map { "B0".unicodeScalars.contains($0) } == true ? 3 : nil
    // Save and restore the cursor, reverse index, keypad modes.
    case "7", "8", "M", "=", ">": return 2
    default: return nil
    }
  }
}
