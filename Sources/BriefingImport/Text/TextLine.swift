/// A line of plain text, with what stands before its text taken off.
struct TextLine {
  /// Signs of quotation (`>`) before it, at most ``deepest``.
  var quotes = 0
  /// Columns of white space before it.
  var indent = 0
  /// Its text, without white space at its ends; empty for a blank line.
  var text: String
  /// Whether it ended with a space, by which mail says that the next line goes on (RFC 3676).
  var isFlowed = false

  /// Levels of quotation that are told apart.
  static let deepest = 16

  /// Takes a line apart.
  init(_ line: Substring) {
    var rest = line
    var quotes = 0
    var indent = 0
    while let first = rest.unicodeScalars.first {
      switch first {
      case " ": indent += 1
      case "\t": indent += 8 - indent % 8
      case ">" where indent < 4:
        quotes += 1
        indent = 0
        rest = Substring(rest.unicodeScalars.dropFirst())
        // One space belongs to the sign.
        if rest.first == " " { rest = rest.dropFirst() }
        continue
      default:
        self.quotes = min(quotes, Self.deepest)
        self.indent = indent
        let end = rest.lastIndex { $0 != " " && $0 != "\t" }.map { rest.index(after: $0) } ?? rest.startIndex
        text = String(rest[..<end])
        isFlowed = rest[end...].first == " "
        return
      }
      rest = Substring(rest.unicodeScalars.dropFirst())
    }
    self.quotes = min(quotes, Self.deepest)
    text = ""
  }

  var isBlank: Bool { text.isEmpty }

  /// What a bullet or a number before the text is; nil where there is none.
  var marker: Marker? { Marker(text) }

  /// A bullet, or a number with its sign.
  struct Marker {
    /// Nil for a bullet.
    var number: Int?
    /// The text behind it.
    var text: String

    private static let bullets: Set<Unicode.Scalar> = [
      "-", "*", "+", "•", "·", "‣", "◦", "▪", "■", "●", "○", "►", "▸", "➤", "✓", "✔",
    ]

    init?(_ line: String) {
      let scalars = line.unicodeScalars
      guard let first = scalars.first else { return nil }
      if Self.bullets.contains(first) {
        let rest = scalars.dropFirst()
        guard let space = rest.first, space == " " || space == "\t" || space == "\u{A0}" else { return nil }
        text = String(rest.drop { $0 == " " || $0 == "\t" || $0 == "\u{A0}" })
      } else {
        let digits = scalars.prefix { "0"..."9" ~= $0 }
        let rest = scalars.dropFirst(digits.count)
        guard (1...3).contains(digits.count), let sign = rest.first, sign == "." || sign == ")",
          rest.dropFirst().first == " "
        else { return nil }
        number = Int(String(digits))
        text = String(rest.dropFirst(2).drop { $0 == " " })
      }
      guard !text.isEmpty else { return nil }
    }
  }

  /// Whether it is a line drawn with signs.
  var isRule: Bool {
    let signs = text.unicodeScalars.filter { $0 != " " }
    guard let first = signs.first, signs.count >= 3 else { return false }
    return "-=_*~#+—–―─═".unicodeScalars.contains(first) && signs.allSatisfy { $0 == first }
  }
}
