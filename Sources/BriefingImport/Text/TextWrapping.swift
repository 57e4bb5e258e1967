/// How the lines of a plain text were broken: by their writer, or by a program where the next word did not fit.
struct TextWrapping {
  /// The columns within which lines were broken; nil where each line is a paragraph.
  let width: Int?

  /// Columns that programs break lines at.
  private static let widths = 50...120

  /// Looks at all lines of a text.
  init(_ lines: [TextLine]) {
    var width = 0
    for (index, line) in lines.enumerated() where Self.hasNeighbour(lines, index) {
      let length = line.length + line.indent
      if length <= Self.widths.upperBound { width = max(width, length) }
    }
    guard Self.widths ~= width else {
      self.width = nil
      return
    }
    // Most lines that are not short must look so. Short ones are headings, items and last lines in any text.
    var (wrapped, pairs, tooLong) = (0, 0, 0)
    for index in lines.indices.dropLast() where !lines[index].isBlank && !lines[index + 1].isBlank {
      let length = lines[index].indent + lines[index].length
      guard length * 5 > width * 3, lines[index + 1].marker == nil else { continue }
      pairs += 1
      if length > Self.widths.upperBound { tooLong += 1 }
      // A paragraph of one line ends a sentence, a line that was broken hardly ever does.
      let isBroken =
        Self.isFull(lines[index], before: lines[index + 1], width) && !Self.endsSentence(lines[index].text)
      if lines[index].isFlowed || isBroken { wrapped += 1 }
    }
    self.width = wrapped * 2 > pairs && tooLong * 4 < pairs ? width : nil
  }

  /// Whether the line after another goes on with its paragraph.
  func continues(_ line: TextLine, _ next: TextLine) -> Bool {
    guard let width else { return false }
    return line.isFlowed || Self.isFull(line, before: next, width)
  }

  private static func hasNeighbour(_ lines: [TextLine], _ index: Int) -> Bool {
    guard !lines[index].isBlank else { return false }
    return index > 0 && !lines[index - 1].isBlank || index + 1 < lines.count && !lines[index + 1].isBlank
  }

  /// Whether the first word of the next line would not have fitted.
  private static func isFull(_ line: TextLine, before next: TextLine, _ width: Int) -> Bool {
    line.indent + line.length + 1 + next.firstWord > width - 2
  }

  private static func endsSentence(_ text: String) -> Bool {
    text.unicodeScalars.last.map { ".!?:\"”»。！？…".unicodeScalars.contains($0) } ?? true
  }

  /// Adds a line to the text that it goes on with: without a space between characters of East Asia, and behind a hyphen. It looks
  /// at the ends alone: a copy, or a count, of all that is there for each line would take the square of their number.
  static func append(_ line: String, to text: inout String) {
    if needsSpace(text, line) { text += " " }
    text += line
  }

  private static func needsSpace(_ first: String, _ second: String) -> Bool {
    guard let last = first.unicodeScalars.last, let start = second.unicodeScalars.first else { return false }
    if isIdeographic(last), isIdeographic(start) { return false }
    // `dropLast` of these would count them.
    let isBehindLetter = first.unicodeScalars.suffix(2).first?.properties.isAlphabetic == true
    return !(last == "-" && isBehindLetter && start.properties.isLowercase)
  }

  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80..<0xAC00, 0xF900..<0xFB00, 0xFE30..<0xFE50, 0xFF00..<0xFFA0, 0x20000..<0x3FFFF: true
    default: false
    }
  }
}
