/// The domain that was looked at last: where several candidates share its end, it is not scanned again.
struct DomainScan {
  private var start = 0
  private var end = 0
  private var isValid = false
  private var lastDot = -1

  /// The end of the domain that starts at `start`; nil where it is none.
  ///
  /// GFM, "Autolinks (extension)": labels of letters, digits, `-` and `_`; a dot; no `_` in the last two.
  mutating func domain(_ text: Span<UInt8>, from start: Int, needsDot: Bool) -> Int? {
    if !(self.start..<self.end).contains(start) { scan(text, from: start) }
    guard isValid, end > start, !needsDot || lastDot > start else { return nil }
    return end
  }

  private mutating func scan(_ text: Span<UInt8>, from start: Int) {
    var position = start
    var underscores = (last: false, before: false)
    lastDot = -1
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "_") {
        underscores.last = true
      } else if byte == UInt8(ascii: ".") {
        underscores = (false, underscores.last)
        lastDot = position
      } else if byte >= 0x80 {
        guard isHostCharacter(text, at: position) else { break }
      } else if !byte.isAlphanumeric && byte != UInt8(ascii: "-") {
        break
      }
      position += 1
    }
    self.start = start
    end = position
    isValid = !underscores.last && !underscores.before
  }

  /// GitHub's program: any character beyond ASCII but spaces and what is punctuation in CommonMark 0.29, which symbols
  /// are not.
  private func isHostCharacter(_ text: Span<UInt8>, at position: Int) -> Bool {
    guard let scalar = text.scalar(at: position, to: min(position + 4, text.count)) else { return true }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return false
    default:
      return true
    }
  }
}
