extension Key {
  /// Why no terminal tells the program of this key; nil where one does. The keys are those that xterm sends as its users have
  /// it set (ctlseqs, “PC-Style Function Keys”), as nearly all terminals do.
  package var whyNeverSent: String? {
    switch code {
    case .character(let character): return Self.whyNeverSent(character, modifiers)
    case .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .delete, .insert: return nil
    case .function(let number):
      return number <= 12 ? nil : "terminals send F1 to F12, and those with Shift, Alt or Control"
    case .tab: return modifiers.subtracting(.shift).isEmpty ? nil : "terminals send Tab and S-Tab alone"
    case .backspace:
      return modifiers.subtracting(.alt).isEmpty ? nil : "terminals send Backspace and M-Backspace alone"
    case .enter: return modifiers.isEmpty ? nil : "terminals send Enter alone, whatever is held with it"
    case .escape: return modifiers.isEmpty ? nil : "terminals send Esc alone, whatever is held with it"
    }
  }

  /// The same for a printable key: with Control there are 32 characters of ASCII, of which some are keys of their own.
  private static func whyNeverSent(_ character: Character, _ modifiers: Modifiers) -> String? {
    guard modifiers.contains(.control) else { return nil }
    switch character {
    case "c": return "the terminal makes an interrupt of C-c"
    case "z": return "the terminal suspends the program with C-z"
    case "\\": return "the terminal ends the program with C-\\"
    case _ where modifiers.contains(.alt): return "terminals send Alt and Control together with no letter"
    case "a"..."z", "@", "]", "^", "_": return nil
    default: return "terminals send Control with the letters a to z and @ ] ^ _ alone"
    }
  }
}
