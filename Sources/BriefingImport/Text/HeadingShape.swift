import BriefingCore

/// What a heading without markup looks like: a short line that ends no sentence and starts as a title does, above a longer
/// one.
enum HeadingShape {
  /// Characters and words of a heading at most, and of a title.
  private static let most = (characters: 90, words: 14)
  private static let mostOfTitle = (characters: 160, words: 26)

  /// Whether a line can be a heading above `next`, the paragraph that follows it.
  ///
  /// - Parameter isAmongHeadings: Whether the text has others. Then what follows may be short, if it is a sentence.
  static func isHeading(_ line: String, above next: String, isAmongHeadings: Bool = false) -> Bool {
    guard isHeading(line) else { return false }
    if isAmongHeadings, endsSentence(next), next.split(separator: " ").count >= 4 { return true }
    guard next.count > line.count else { return false }
    return next.count > 100 || endsSentence(next) && next.split(separator: " ").count >= 8
      || endsSentence(next) && next.unicodeScalars.contains { $0.value >= 0x3000 }
  }

  /// Whether a line looks like a heading, whatever follows it.
  static func isHeading(_ line: String) -> Bool {
    isShort(line, most) && !endsSentence(line) && startsTitle(line) && !isNamed(line)
  }

  /// Whether the first line of a text is its title.
  static func isTitle(_ line: String) -> Bool {
    isShort(line, mostOfTitle) && !endsStatement(line) && !isNamed(line) && line.contains { $0.isLetter }
  }

  private static func isShort(_ line: String, _ most: (characters: Int, words: Int)) -> Bool {
    line.utf8.count <= most.characters * 4 && line.count <= most.characters
      && line.split(separator: " ").count <= most.words
  }

  /// Whether a line ends as sentences and the beginnings of lists do. A question can be a heading.
  private static func endsSentence(_ line: String) -> Bool {
    var rest = line[...]
    // What closes a quotation stands behind the stop.
    while let last = rest.last, "\"”’»)]'」』".contains(last) { rest.removeLast() }
    guard let last = rest.last else { return false }
    return ".!:;,…。！：；，、".contains(last)
  }

  /// The same of a title, which may call out or quote.
  private static func endsStatement(_ line: String) -> Bool {
    guard let last = line.last else { return true }
    return ".:;,。：；，、".contains(last) && !line.hasSuffix("…")
  }

  /// A capital, a digit, a quotation mark, or a letter of a script without capitals.
  private static func startsTitle(_ line: String) -> Bool {
    guard let first = line.unicodeScalars.first else { return false }
    if "“\"‘'«¿¡「『".unicodeScalars.contains(first) { return line.unicodeScalars.count > 2 }
    if "0"..."9" ~= first { return line.contains { $0.isLetter } }
    return first.properties.isAlphabetic && !first.properties.isLowercase
  }

  /// Whether a line names a person, a day or a picture rather than what follows.
  private static func isNamed(_ line: String) -> Bool {
    if BriefingDate(written: line) != nil { return true }
    let start = line.prefix(24).lowercased()
    return labels.contains { start.hasPrefix($0) }
  }

  private static let labels = [
    "by ", "from:", "to:", "date:", "subject:", "photo:", "photo by", "photograph:", "image:", "picture:",
    "credit:", "source:",
    "published ", "updated ", "last updated", "posted ", "von ", "par ", "por ", "dear ", "hello ", "hi ",
    "http://", "https://",
    "www.",
  ]
}
