/// Raised and lowered text, `<sup>` and `<sub>`, in characters that stand on the line: `10⁶`, `H₂O`, `e^x`.
///
/// A figure is never changed: where there are no such characters, `^` or `_` parts the text from what it belongs to. Only
/// the endings of ordinal numbers (`5th`) and small print (more than ``longest`` characters, or words) are as they are.
package enum RaisedText {
  /// Characters that stand after `^` or `_` at most.
  static let longest = 12

  private static let raised: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
    "+": "⁺",
    "-": "⁻", "−": "⁻", "=": "⁼", "(": "⁽", ")": "⁾", "n": "ⁿ", "i": "ⁱ",
  ]
  private static let lowered: [Character: Character] = [
    "0": "₀", "1": "₁", "2": "₂", "3": "₃", "4": "₄", "5": "₅", "6": "₆", "7": "₇", "8": "₈", "9": "₉",
    "+": "₊",
    "-": "₋", "−": "₋", "=": "₌", "(": "₍", ")": "₎",
  ]
  private static let ordinals: Set<String> = [
    "st", "nd", "rd", "th", "er", "re", "e", "ère", "ème", "o", "a", "os", "as", "ro", "TM", "SM", "™", "®",
  ]

  /// What is shown of such a text.
  ///
  /// - Parameter last: The byte that it stands after; nil at the start.
  package static func text(_ content: String, isRaised: Bool, behind last: UInt8?) -> String {
    let characters = isRaised ? raised : lowered
    let text = String(content.drop(while: \.isWhitespace))
    let shown = text.compactMap { characters[$0] }
    if shown.count == text.count { return String(shown) }
    if isRaised, ordinals.contains(text) { return text }
    let isWord = !text.contains(where: \.isWhitespace) && text.count <= longest
    let meetsDigit = last?.isDigit == true && text.utf8.first?.isDigit == true
    guard
      isWord && last.map({ $0 >= 0x80 || $0.isAlphanumeric || $0 == UInt8(ascii: ")") }) == true || meetsDigit
    else { return content }
    let isSimple = text.allSatisfy { $0.isLetter || $0.isNumber }
    return (isRaised ? "^" : "_") + (isSimple || !isWord ? text : "(\(text))")
  }
}

extension Inlines {
  /// What is shown of `<sup>` or `<sub>` whose start tag a row is, with the row of its end tag; nil where it holds more than
  /// text, or is not ended.
  ///
  /// - Parameter last: The byte that it stands after; nil at the start.
  package func raisedText(at id: InlineID, _ tag: HTMLTag, behind last: UInt8?) -> (
    text: String, end: InlineID
  )? {
    guard !tag.isEnd, tag.name == "sup" || tag.name == "sub" else { return nil }
    var bytes: [UInt8] = []
    var index = Int(id.index) + 1
    while index < rows.count, rows[index].kind == .text || rows[index].kind == .characterReference {
      appendText(of: index, to: &bytes)
      index += 1
    }
    guard index < rows.count, rows[index].kind == .html, rows[index].parent == rows[Int(id.index)].parent,
      let end = self.tag(at: InlineID(index: Int32(truncatingIfNeeded: index))), end.isEnd,
      end.name == tag.name
    else { return nil }
    let text = RaisedText.text(String(repairing: bytes), isRaised: tag.name == "sup", behind: last)
    return (text, InlineID(index: Int32(truncatingIfNeeded: index)))
  }

  /// The tag that a row of raw HTML is; nil for comments and their like.
  package func tag(at id: InlineID) -> HTMLTag? {
    var bytes: [UInt8] = []
    appendText(of: Int(id.index), to: &bytes)
    return HTMLTag(bytes)
  }
}

extension Inlines {
  /// Whether a link is a mark of a note as web pages have them: a number alone that leads to a place in the page,
  /// `[1](#footnote-1)`. Behind text it needs brackets, or it would be part of a figure.
  package func isNoteMark(_ id: InlineID) -> Bool {
    let row = rows[Int(id.index)]
    let child = Int(id.index) + 1
    guard row.kind == .link, child < rows.count, rows[child].parent == id.index, rows[child].next < 0,
      rows[child].kind == .text, rows[child].end - rows[child].start <= 3,
      source[Int(rows[child].start)..<Int(rows[child].end)].allSatisfy(\.isDigit)
    else { return false }
    var target: [UInt8] = []
    appendDestination(of: Int(id.index), to: &target)
    return target.first == UInt8(ascii: "#")
  }
}
