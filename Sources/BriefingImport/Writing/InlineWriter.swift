import BriefingCore
import CommonMark

/// Writes running text as Markdown on one line, and reads it back: what does not come out as the same text is written
/// with fewer styles and more backslashes, since a lost word is worse than a lost emphasis.
struct InlineWriter {
  /// Where the text stands.
  enum Place {
    case paragraph, heading, cell
  }

  /// How much is written, the best first.
  private enum Care: CaseIterable {
    case everything, withoutEmphasis, textAlone
  }

  let place: Place

  /// The Markdown of some runs; empty where they show nothing. Whatever they hold, no control comes into a file.
  func markdown(_ runs: [InlineRun]) -> String {
    // A box is one at the start of an item alone, where the block is written.
    let runs = Self.joined(runs.filter(\.isVisible).map(Self.clean))
    guard !runs.isEmpty else { return "" }
    // Letters and a few signs cannot be anything else.
    if runs.count == 1, runs[0].kind == .text, runs[0].style.isEmpty, runs[0].link == nil,
      Self.isPlain(runs[0].text)
    {
      return runs[0].text
    }
    let expected = Self.comparable(runs.plainText)
    var written = ""
    for care in Care.allCases {
      written = write(runs, care)
      if reads(written, as: expected, notes: runs.filter { $0.kind == .note }.map(\.text)) { break }
    }
    return written
  }

  // MARK: Runs

  private static func clean(_ run: InlineRun) -> InlineRun {
    var run = run
    run.text = VisibleText.clean(run.text)
    return run
  }

  /// The runs without white space at their ends, and with equal neighbours as one.
  private static func joined(_ runs: [InlineRun]) -> [InlineRun] {
    var joined: [InlineRun] = []
    for run in runs {
      if run.kind == .lineBreak {
        trimEnd(&joined)
        if !joined.isEmpty { joined.append(run) }
        continue
      }
      let last = joined.count - 1
      guard run.kind == .text, last >= 0, joined[last].kind == .text, joined[last].style == run.style,
        joined[last].link == run.link
      else {
        if run.kind != .text || !run.text.isEmpty { joined.append(run) }
        continue
      }
      // In place: a copy for each run would cost the square of their number.
      joined[last].text += run.text
    }
    // Spaces belong outside of a style, for a mark beside a space is none.
    var spaced: [InlineRun] = []
    for (index, run) in joined.enumerated() {
      guard run.kind == .text, !run.style.isEmpty || run.link != nil, !run.style.contains(.code) else {
        spaced.append(run)
        continue
      }
      let bytes = run.text.utf8
      let text = bytes.drop { $0 == 0x20 }
      let end = text.lastIndex { $0 != 0x20 }.map { text.index(after: $0) } ?? text.startIndex
      let (isIndented, isFollowed) = (
        text.startIndex > bytes.startIndex, end < bytes.endIndex && !text.isEmpty
      )
      guard isIndented || isFollowed else {
        spaced.append(run)
        continue
      }
      let core = String(Substring(text[..<end]))
      let outer = core.isEmpty ? [] : [InlineRun(core, style: run.style, link: run.link)]
      // Within a link that goes on, they stay.
      let nextLink = index + 1 < joined.count ? joined[index + 1].link : nil
      let isContinued = run.link != nil && nextLink == run.link
      let isContinuation = run.link != nil && index > 0 && joined[index - 1].link == run.link
      if isIndented { spaced.append(InlineRun(" ", link: isContinuation ? run.link : nil)) }
      spaced += outer
      if isFollowed { spaced.append(InlineRun(" ", link: isContinued ? run.link : nil)) }
    }
    let start =
      spaced.firstIndex {
        $0.kind != .lineBreak && ($0.kind != .text || $0.text.utf8.contains { $0 != 0x20 })
      }
      ?? spaced.count
    spaced.removeFirst(start)
    if spaced.first?.kind == .text, spaced[0].text.utf8.first == 0x20 {
      spaced[0].text = String(Substring(spaced[0].text.utf8.drop { $0 == 0x20 }))
    }
    trimEnd(&spaced)
    return spaced
  }

  private static func trimEnd(_ runs: inout [InlineRun]) {
    while let last = runs.indices.last {
      if runs[last].kind == .lineBreak {
        runs.removeLast()
        continue
      }
      let bytes = runs[last].text.utf8
      guard runs[last].kind == .text, bytes.last == 0x20 else { return }
      guard let end = bytes.lastIndex(where: { $0 != 0x20 }) else {
        runs.removeLast()
        continue
      }
      runs[last].text = String(Substring(bytes[...end]))
      return
    }
  }

  /// Whether a text has only letters, digits, spaces and the punctuation of sentences, and starts with a letter.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isLetter || first >= 0xC3 else { return false }
    return text.utf8.allSatisfy { $0.isAlphanumeric || $0 >= 0x80 || " ,.;'\"()?$/+-".utf8.contains($0) }
  }

  // MARK: Writing

  private func write(_ runs: [InlineRun], _ care: Care) -> String {
    let escaping = MarkdownEscaping(isInCell: place == .cell, isThorough: care == .textAlone)
    var output: [UInt8] = []
    var open: [InlineRun.Style] = []
    var link: String?
    var startsLine = place == .paragraph

    func closeStyles(keeping kept: InlineRun.Style) {
      while let last = open.last, !open.allSatisfy({ kept.contains($0) }) {
        output += Self.mark(last)
        open.removeLast()
      }
    }
    for (index, run) in runs.enumerated() {
      let isLinked = care != .textAlone && run.link != nil && Self.canLink(run.link ?? "")
      let target = isLinked ? run.link : nil
      let style: InlineRun.Style = care == .everything ? run.style : run.style.intersection(.code)
      if target != link {
        closeStyles(keeping: [])
        if let link { output += Array("](\(Self.destination(link)))".utf8) }
        if target != nil {
          output.append(UInt8(ascii: "["))
          startsLine = false
        }
        link = target
      }
      closeStyles(keeping: style)
      for mark in [InlineRun.Style.strikethrough, .strong, .emphasis]
      where style.contains(mark) && !open.contains(mark) {
        output += Self.mark(mark)
        open.append(mark)
        startsLine = false
      }
      switch run.kind {
      case .text where style.contains(.code) && care != .textAlone && !run.text.allSatisfy({ $0 == " " }):
        output += Self.code(run.text, isInCell: place == .cell)
        startsLine = false
      case .text:
        let next = index + 1 < runs.count ? Self.firstByte(runs[index + 1]) : nil
        escaping.append(run.text, startsLine: startsLine, next: next, to: &output)
        startsLine = false
      case .lineBreak:
        output += place == .paragraph ? Array("\\\n".utf8) : place == .cell ? Array("<br>".utf8) : [0x20]
        startsLine = place == .paragraph
      case .image(let address):
        if care != .textAlone, Self.canLink(address) {
          output += Array("![".utf8)
          escaping.append(run.text, startsLine: false, next: UInt8(ascii: "]"), to: &output)
          output += Array("](\(Self.destination(address)))".utf8)
        } else {
          escaping.append(run.text, startsLine: startsLine, next: nil, to: &output)
        }
        startsLine = false
      case .note:
        output += Array("[^\(run.text)]".utf8)
        startsLine = false
      case .task: break
      }
    }
    closeStyles(keeping: [])
    if let link { output += Array("](\(Self.destination(link)))".utf8) }
    return String(decoding: output, as: UTF8.self)
  }

  private static func mark(_ style: InlineRun.Style) -> [UInt8] {
    switch style {
    case .strong: Array("**".utf8)
    case .strikethrough: Array("~~".utf8)
    default: Array("*".utf8)
    }
  }

  private static func firstByte(_ run: InlineRun) -> UInt8? {
    switch run.kind {
    case .text:
      run.style.contains(.code)
        ? UInt8(ascii: "`") : run.link == nil ? run.text.utf8.first : UInt8(ascii: "[")
    case .lineBreak, .task: nil
    case .image: UInt8(ascii: "!")
    case .note: UInt8(ascii: "[")
    }
  }

  /// A code span: between more backquotes than it has in a row.
  private static func code(_ text: String, isInCell: Bool) -> [UInt8] {
    let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    let text = text.split(separator: "\n").joined(separator: " ")
    let pad =
      text.hasPrefix("`") || text.hasSuffix("`") || text.hasPrefix(" ") && text.hasSuffix(" ") ? " " : ""
    let content =
      isInCell ? text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") : text
    return Array((fence + pad + content + pad + fence).utf8)
  }

  /// How many of a character stand in a row at most.
  static func longestRun(of character: Character, in text: String) -> Int {
    var (longest, count) = (0, 0)
    for each in text {
      count = each == character ? count + 1 : 0
      longest = max(longest, count)
    }
    return longest
  }

  /// Whether an address can be written: without spaces, controls and what else can only deceive.
  private static func canLink(_ address: String) -> Bool {
    !address.isEmpty && address.unicodeScalars.allSatisfy { $0 > " " && !$0.isDeceptive }
  }

  /// An address as the destination of a link, with what would end it escaped.
  private static func destination(_ address: String) -> String {
    guard address.utf8.contains(where: { "()<>\\&*_`[]|{^~=:%!#".utf8.contains($0) }) else { return address }
    var text = ""
    for scalar in address.unicodeScalars {
      switch scalar {
      case "(": text += "%28"
      case ")": text += "%29"
      case "<": text += "%3C"
      case ">": text += "%3E"
      case "\\": text += "%5C"
      case "`": text += "%60"
      case "|": text += "%7C"
      case "{": text += "%7B"
      case "}": text += "%7D"
      case "[": text += "%5B"
      case "]": text += "%5D"
      // A name after it would be read as a character reference.
      case "&": text += "&amp;"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  // MARK: Reading back

  private func reads(_ markdown: String, as expected: String, notes: [String]) -> Bool {
    var source: String
    switch place {
    case .paragraph: source = markdown
    case .heading: source = "## " + markdown
    case .cell: source = "| a |\n| --- |\n| \(markdown) |"
    }
    // A mark is one only where its note is.
    let labels = Set(notes)
    for label in labels { source += "\n\n[^\(label)]: x" }
    guard let document = try? Document(source, extensions: .briefing) else { return false }
    let leaves = document.blocks.filter { $0.kind.content == .inlines }
    let index = place == .cell ? 1 : 0
    guard leaves.count == index + 1 + labels.count else { return false }
    let leaf = leaves[index]
    return Self.comparable(document.inlines(of: leaf.id).plainText) == expected
  }

  /// A text as it is compared: marks of notes show a number that only the whole briefing knows.
  private static func comparable(_ text: String) -> String { text.onOneLine }
}
