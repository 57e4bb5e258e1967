/// A control sequence (ECMA-48, 5.4).
struct ControlSequence: CustomStringConvertible {
  /// What stands before the final byte.
  var parameters: String
  /// The byte that says what it does.
  var final: Character

  init(parameters: [UInt8], final: UInt8) {
    self.parameters = String(decoding: parameters, as: UTF8.self)
    self.final = Character(Unicode.Scalar(final))
  }

  var description: String { (parameters + String(final)).debugDescription }

  /// Whether the parameters are numbers.
  private var isNumeric: Bool { parameters.utf8.allSatisfy { 0x30...0x3B ~= $0 } }

  /// Whether a program that keeps the rules may write it.
  func isAllowed(by rules: OutputScanner.Rules, isTerminal: Bool) -> Bool {
    switch rules {
    case .screen:
      guard let values = Self.drawing[final] else { return false }
      return values?.contains(parameters) ?? isNumeric
    case .coloured: return final == "m" && isNumeric || isTerminal && final == "K" && parameters.isEmpty
    case .text: return isTerminal && final == "K" && parameters.isEmpty
    }
  }

  /// What drawing needs: by final byte, the parameters that may stand before it. Where there is no list, numbers may.
  private static let drawing: [Character: Set<String>?] = [
    // Colour, cursor, erasing, shifting, repeating, scrolling.
    "m": nil, "H": nil, "A": nil, "B": nil, "C": nil, "D": nil, "G": nil, "d": nil, "J": nil, "K": nil,
    "L": nil, "M": nil, "P": nil, "X": nil, "@": nil, "S": nil, "T": nil, "b": nil, "r": nil,
    // Alternate screen, cursor shown, cursor keys, insert mode, bracketed paste, cursor blink, wrapping.
    // The mouse: presses and the wheel, with numbers.
    "h": ["?1049", "?25", "?1", "4", "?2004", "?12", "?12;25", "?7", "34", "?1000", "?1006", "?1006;1000"],
    "l": ["?1049", "?25", "?1", "4", "?2004", "?12", "?12;25", "?7", "34", "?1000", "?1006", "?1006;1000"],
    // xterm's alternate screen keeps the window's title; the shape of the console's cursor.
    "t": ["22;0;0", "23;0;0"], "c": ["?0", "?1"],
  ]
}
