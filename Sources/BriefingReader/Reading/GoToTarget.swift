import BriefingCore

/// Where to go, as it can be typed.
enum GoToTarget: Hashable, Sendable {
  /// A line of the source, from 1.
  case line(Int)
  /// So much of the whole, 0 to 100.
  case percent(Int)
  /// A section by its number; a top section has a point after it, `2.`, since `2` is a line.
  case section([Int])
  /// Leave the program, as in vi and less.
  case quit
  /// The next briefing or the one before (`n`, `p`), as in less.
  case neighbour(Direction)
  /// The keys (`h`, `help`), as in vi.
  case help

  /// Nil where nothing of that kind is typed.
  ///
  /// - Parameter isPercent: Whether a number alone is a percentage, and there is nothing else to go to.
  init?(_ text: String, isPercent: Bool = false) {
    var text = text.filter { !$0.isWhitespace }
    if !isPercent, let word = Self.words[text] {
      self = word
      return
    }
    if isPercent, !text.hasSuffix("%") { text += "%" }
    if text.hasSuffix("%"), let percent = Self.number(text.dropLast()), percent <= 100 {
      self = .percent(percent)
    } else if text.contains(".") {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      let numbers = (parts.last == "" ? parts.dropLast() : parts[...]).map { Self.number($0) }
      guard !numbers.isEmpty, !numbers.contains(nil) else { return nil }
      self = .section(numbers.compactMap { $0 })
    } else if let line = Self.number(text[...]), line > 0 {
      self = .line(line)
    } else {
      return nil
    }
  }

  /// What hands that know vi and less type after a colon.
  private static let words: [String: GoToTarget] = [
    "q": .quit, "q!": .quit, "n": .neighbour(.forward), "p": .neighbour(.backward), "h": .help, "help": .help,
  ]

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy(\.isASCIIDigit) ? Int(text) : nil
  }
}
