/// A line of plain text, with what stands before its text taken off.
struct TextLine {
  /// Signs of quotation (`>`) before it, at most ``deepest``.
  var quotes = 0
  /// Columns of white space before it.
  var indent = 0
  /// Its text, without white space at its ends; empty for a blank line.
  let text: String
  /// Columns of its text and of the first word of it, with a column for each character: counted once, as lines are compared often.
  let length: Int
  let firstWord: Int
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
        let end =
          rest.utf8.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { rest.utf8.index(after: $0) }
          ?? rest.startIndex
        let text = rest[..<end]
        self.text = String(text)
        let word = text.utf8.firstIndex(of: 0x20) ?? text.endIndex
        firstWord = Self.length(of: text[..<word])
        length = word == text.endIndex ? firstWord : Self.length(of: text)
        isFlowed = rest[end...].utf8.first == 0x20
        return
      }
      rest = Substring(rest.unicodeScalars.dropFirst())
    }
    self.quotes = min(quotes, Self.deepest)
    (text, length, firstWord) = ("", 0, 0)
  }

  private static func length(of text: Substring) -> Int {
    text.utf8.allSatisfy { $0 < 0x80 } ? text.utf8.count : text.count
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
    guard let first = text.unicodeScalars.first, "-=_*~#+—–―─═".unicodeScalars.contains(first) else {
      return false
    }
    var count = 0
    for scalar in text.unicodeScalars where scalar != " " {
      guard scalar == first else { return false }
      count += 1
    }
    return count >= 3
  }
}
