import BriefingCore

/// Reads an article in plain text, as it is pasted: its title, lead and sections by how its lines look, and nothing that it
/// does not say.
///
/// * Paragraphs are lines, or blocks between blank lines whose lines a program has broken (``TextWrapping``).
/// * A heading is a short line above a longer one (``HeadingShape``), or one that is underlined with signs.
/// * Bullets, numbers and signs of quotation become Markdown's. Text that looks like other Markdown stays text.
public struct TextReader {
  private let lines: [TextLine]
  private let wrapping: TextWrapping
  private var blocks: [ImportBlock] = []
  private var title = ""
  private var hasHeadings = false
  private var depth = 0
  private var at = 0

  /// Makes a briefing of a text.
  ///
  /// - Parameter fileName: The name of its file in words, for what has no title of its own; nil where there is none.
  public static func briefing(_ text: String, fileName: String? = nil) -> ImportedBriefing {
    var reader = TextReader(text)
    reader.read()
    var briefing = ImportedBriefing()
    briefing.blocks = reader.blocks
    briefing.title = reader.title.isEmpty ? reader.madeTitle(fileName) : reader.title
    return briefing
  }

  /// The blocks of a text of which no line is the title.
  static func blocks(_ text: String) -> [ImportBlock] {
    var reader = TextReader(text)
    reader.readBlocks()
    return reader.blocks
  }

  private init(_ text: String) {
    let text = VisibleText.clean(text)
    // By bytes, for no character is asked for here.
    lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      TextLine(Substring($0))
    }
    wrapping = TextWrapping(lines)
  }

  private mutating func read() {
    skipBlank()
    if at < lines.count, lines[at].quotes == 0, lines[at].marker == nil, HeadingShape.isTitle(lines[at].text),
      let next = nextText(after: at),
      !wrapping.continues(lines[at], lines[min(at + 1, lines.count - 1)]) || next != at + 1
    {
      title = lines[at].text.onOneLine
      at += 1
      if at < lines.count, lines[at].isRule { at += 1 }
    }
    readBlocks()
  }

  private mutating func readBlocks() {
    while true {
      skipBlank()
      guard at < lines.count else { break }
      setDepth(lines[at].quotes)
      readBlock()
    }
    setDepth(0)
  }

  // MARK: Blocks

  /// Reads a block; at least one line.
  private mutating func readBlock() {
    let line = lines[at]
    if line.isRule {
      at += 1
      if !blocks.isEmpty, nextText(after: at - 1) != nil { blocks.append(.rule) }
      return
    }
    if isUnderlined(at) {
      addHeading(line)
      at += 2
      return
    }
    if isHeading(at) {
      addHeading(line)
      at += 1
      return
    }
    if line.marker != nil, startsList(at) { return readList() }
    if let end = endOfColumns(at) {
      blocks.append(
        .code(
          lines[at..<end].map { String(repeating: " ", count: $0.indent) + $0.text }.joined(separator: "\n"),
          language: nil))
      at = end
      return
    }
    readParagraph()
  }

  private mutating func addHeading(_ line: TextLine) {
    blocks.append(.heading(2, [InlineRun(line.text.onOneLine)]))
    hasHeadings = true
  }

  private mutating func readParagraph() {
    var runs: [InlineRun] = []
    var text = lines[at].text
    at += 1
    while at < lines.count, !lines[at].isBlank, lines[at].quotes == depth, !lines[at].isRule {
      if wrapping.continues(lines[at - 1], lines[at]), !(lines[at].marker != nil && startsList(at)) {
        TextWrapping.append(lines[at].text, to: &text)
      } else {
        // Where lines are wrapped, one that ends early ends on purpose.
        guard wrapping.width != nil, lines[at].marker == nil, !isHeading(at), !isUnderlined(at),
          !isHeading(at - 1)
        else { break }
        runs += [InlineRun(text.onOneLine), InlineRun("", .lineBreak)]
        text = lines[at].text
      }
      at += 1
    }
    runs.append(InlineRun(text.onOneLine))
    blocks.append(.paragraph(runs))
  }

  /// Reads items up to the first line that is neither one nor goes on with one.
  private mutating func readList() {
    var open: [(indent: Int, isNumbered: Bool)] = []
    while at < lines.count, let marker = lines[at].marker, lines[at].quotes == depth {
      let indent = lines[at].indent
      let isNumbered = marker.number != nil
      while let last = open.last,
        indent < last.indent || indent == last.indent && isNumbered != last.isNumbered
      {
        blocks += [.close, .close]
        open.removeLast()
      }
      if let last = open.last, indent <= last.indent + 1 || open.count > 8 {
        blocks.append(.close)
      } else {
        blocks.append(.open(.list(start: marker.number)))
        open.append((indent, isNumbered))
      }
      blocks.append(.open(.item))
      var text = marker.text
      at += 1
      while at < lines.count, !lines[at].isBlank, lines[at].quotes == depth, lines[at].marker == nil,
        lines[at].indent > indent || wrapping.continues(lines[at - 1], lines[at])
      {
        TextWrapping.append(lines[at].text, to: &text)
        at += 1
      }
      blocks.append(.paragraph([InlineRun(text.onOneLine)]))
      // Blank lines may stand between items.
      let next = nextText(after: at - 1) ?? lines.count
      guard next < lines.count,
        lines[next].marker.map({
          ($0.number != nil) == isNumbered || !open.isEmpty && lines[next].indent > indent
        }) == true,
        !isHeading(next)
      else { break }
      at = next
    }
    for _ in open { blocks += [.close, .close] }
  }

  /// Whether a line with a marker is an item: a number alone, as of a year or a heading, starts no list unless it is 1 or others follow.
  private func startsList(_ index: Int) -> Bool {
    guard let number = lines[index].marker?.number else { return true }
    if number <= 1 { return true }
    guard let next = nextText(after: index), let other = lines[next].marker?.number else { return false }
    return other == number + 1
  }

  /// The end of lines in columns, which would lose their order if they were joined; nil where there are none.
  private func endOfColumns(_ start: Int) -> Int? {
    var end = start
    while end < lines.count, lines[end].quotes == depth, hasGap(lines[end].text) { end += 1 }
    return end > start + 1 ? end : nil
  }

  private func hasGap(_ text: String) -> Bool {
    var spaces = 0
    for byte in text.utf8 {
      if byte == 0x09 { return true }
      spaces = byte == 0x20 ? spaces + 1 : 0
      if spaces > 2 { return true }
    }
    return false
  }

  // MARK: Headings

  private func isHeading(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.quotes == 0, line.marker.map({ $0.number != nil }) ?? true, let next = nextText(after: index),
      lines[next].quotes == 0, !lines[next].isRule
    else { return false }
    if lines[next].marker != nil {
      // Above a list it stands alone.
      guard line.marker == nil, next > index + 1, index == 0 || lines[index - 1].isBlank else { return false }
      return HeadingShape.isHeading(line.text)
    }
    // Within a block that a program has broken, a short line is the paragraph's last.
    if index > 0, !lines[index - 1].isBlank, wrapping.continues(lines[index - 1], line) { return false }
    if next == index + 1, wrapping.continues(line, lines[next]) { return false }
    // Where blank lines divide paragraphs, they divide headings from what was before.
    if wrapping.width != nil, index > 0, !lines[index - 1].isBlank, !lines[index - 1].isRule { return false }
    return HeadingShape.isHeading(line.text, above: paragraph(at: next), isAmongHeadings: hasHeadings)
  }

  private func isUnderlined(_ index: Int) -> Bool {
    guard index + 1 < lines.count, !lines[index].isRule, lines[index + 1].isRule,
      lines[index].length <= 120,
      index == 0 || lines[index - 1].isBlank || lines[index - 1].isRule
    else { return false }
    let length = lines[index + 1].length
    return length >= 3 && length * 3 > lines[index].length
  }

  /// The text of the paragraph that starts at a line, as far as a look at it needs.
  private func paragraph(at start: Int) -> String {
    var text = lines[start].text
    var index = start
    while index + 1 < lines.count, text.utf8.count < 800, !lines[index + 1].isBlank,
      wrapping.continues(lines[index], lines[index + 1])
    {
      index += 1
      text += " " + lines[index].text
    }
    return text
  }

  // MARK: Lines

  private mutating func skipBlank() { while at < lines.count, lines[at].isBlank { at += 1 } }

  private func nextText(after index: Int) -> Int? {
    var index = index + 1
    while index < lines.count, lines[index].isBlank { index += 1 }
    return index < lines.count ? index : nil
  }

  private mutating func setDepth(_ wanted: Int) {
    while depth < wanted {
      blocks.append(.open(.quote))
      depth += 1
    }
    while depth > wanted {
      blocks.append(.close)
      depth -= 1
    }
  }

  // MARK: Title

  /// Names that files have before anybody has named them.
  private static let namesOfNothing: Set = [
    "article", "clipboard", "document", "file", "input", "new", "news", "note", "page", "paste", "pasted",
    "standard input", "stdin",
    "text", "tmp", "untitled", "pipe",
  ]

  /// A title for a text without one: the name of its file, or how it begins.
  private func madeTitle(_ fileName: String?) -> String {
    if let fileName, fileName.count > 3, fileName.contains(where: \.isLetter),
      !Self.namesOfNothing.contains(fileName.lowercased())
    {
      return fileName.onOneLine
    }
    for block in blocks {
      switch block {
      case .paragraph(let runs), .heading(_, let runs): return Self.beginning(of: runs.plainText)
      case .open, .close, .code, .table, .rule: continue
      }
    }
    return fileName?.onOneLine ?? ""
  }

  /// The first sentence of a text, or as many of its words as a title takes.
  static func beginning(of text: String) -> String {
    var title = ""
    for word in text.split(separator: " ") {
      guard title.count + word.count < 80 else {
        return title.isEmpty ? String(word.prefix(80)) + "…" : title + "…"
      }
      title += (title.isEmpty ? "" : " ") + word
      // A stop behind a longer word in small letters ends a sentence, and no abbreviation.
      if word.count > 3, let last = word.last, ".!?".contains(last), title.count > 24 {
        return last == "." ? String(title.dropLast()) : title
      }
    }
    return title.hasSuffix(".") && !title.hasSuffix("..") ? String(title.dropLast()) : title
  }
}
