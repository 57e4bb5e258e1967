/// Raised and lowered text, which Markdown has no words for: a figure that only seems to be one of another would be the worst
/// of faults.
enum RaisedLetters {
  private static let raised: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    "+": "⁺", "-": "⁻", "−": "⁻", "=": "⁼",
    "(": "⁽", ")": "⁾", "n": "ⁿ", "i": "ⁱ",
  ]
  private static let lowered: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈", "9": "₉",
    "+": "₊", "-": "₋", "−": "₋", "=": "₌",
    "(": "₍", ")": "₎",
  ]

  /// A text as raised or lowered characters, where there are some for it. Else it is the text itself, behind a sign where it
  /// has a digit and stands behind a digit or letter; “1st” is as good as any.
  static func text(_ text: String, isRaised: Bool, behind last: Unicode.Scalar?) -> String {
    let table = isRaised ? raised : lowered
    let characters = text.compactMap { table[$0] }
    if characters.count == text.count { return String(characters) }
    let isBehindWord =
      last.map {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || $0.properties.generalCategory == .nonspacingMark
      } ?? false
    return isBehindWord && text.contains(where: \.isNumber) ? (isRaised ? "^" : "_") + text : text
  }
}
