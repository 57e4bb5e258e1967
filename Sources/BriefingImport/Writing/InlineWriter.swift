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
    let runs = Self.joined(runs)
    guard !runs.isEmpty else { return "" }
    if Self.isCertain(runs) {
      return runs.count == 1 && runs[0].style.isEmpty && runs[0].link == nil
        ? runs[0].text : write(runs, .everything)
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

  /// The visible runs without white space at their ends, and with equal neighbours as one.
  private static func joined(_ runs: [InlineRun]) -> [InlineRun] {
    var joined: [InlineRun] = []
    joined.reserveCapacity(runs.count)
    for run in runs where run.isVisible {
      var run = run
      run.text = VisibleText.clean(run.text)
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
    spaced.reserveCapacity(joined.count)
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
    if start > 0 { spaced.removeFirst(start) }
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

  /// Whether runs read back as they are written, so that nobody has to look: text of letters, digits, spaces and the
  /// punctuation of sentences, which is nothing else in Markdown; links around such text; and one style at a time, from one
  /// letter or digit to another, with a space or the end of a sentence before and behind it, where its marks are always marks
  /// (CommonMark, section 6.2).
  private static func isCertain(_ runs: [InlineRun]) -> Bool {
    var last: UInt8 = 0x20
    for (index, run) in runs.enumerated() {
      guard run.kind == .text, let first = run.text.utf8.first, let end = run.text.utf8.last,
        index > 0 || first.isLetter || first >= 0xC3, isPlain(run.text)
      else { return false }
      let isStyled = !run.style.isEmpty
      if isStyled || run.link != nil {
        let next = index + 1 < runs.count ? runs[index + 1] : nil
        guard
          run.style.isEmpty || run.style == .emphasis || run.style == .strong
            || run.style == .strikethrough,
          first.isAlphanumeric, end.isAlphanumeric || !isStyled, isGap(last),
          next == nil
            || next?.style.isEmpty == true && next?.link == nil && next?.text.utf8.first.map(isGap) == true
        else { return false }
      }
      last = end
    }
    return true
  }

  private static func isPlain(_ text: String) -> Bool {
    var last: UInt8 = 0
    return text.utf8.allSatisfy { byte in
      // `www.` starts an address, which would take the marks behind it (GFM, section 6.9).
      defer { last = byte }
      return isPlain(byte) && !(byte == UInt8(ascii: ".") && last | 0x20 == UInt8(ascii: "w"))
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80..., 0x20, UInt8(ascii: "'")...UInt8(ascii: ")"), UInt8(ascii: "+")...UInt8(ascii: "9"),
      UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "$"):
      true
    default: byte.isLetter
    }
  }

  /// Whether a byte stands between words: a space, or what ends a sentence or a part of it.
  private static func isGap(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "?"): true
    default: false
    }
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
        if let link { Self.appendDestination(link, to: &output) }
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
        output += (place == .paragraph ? "\\\n" : place == .cell ? "<br>" : " ").utf8
        startsLine = place == .paragraph
      case .image(let address):
        if care != .textAlone, Self.canLink(address) {
          output += "![".utf8
          escaping.append(run.text, startsLine: false, next: UInt8(ascii: "]"), to: &output)
          Self.appendDestination(address, to: &output)
        } else {
          escaping.append(run.text, startsLine: startsLine, next: nil, to: &output)
        }
        startsLine = false
      case .note:
        output += "[^\(run.text)]".utf8
        startsLine = false
      case .task: break
      }
    }
    closeStyles(keeping: [])
    if let link { Self.appendDestination(link, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }

  private static func mark(_ style: InlineRun.Style) -> String.UTF8View {
    switch style {
    case .strong: "**".utf8
    case .strikethrough: "~~".utf8
    default: "*".utf8
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
    !address.isEmpty
      && (address.utf8.allSatisfy { 0x21..<0x7F ~= $0 }
        || address.unicodeScalars.allSatisfy { $0 > " " && !$0.isDeceptive })
  }

  /// Ends the text of a link or picture, and adds its address, with what would end it escaped.
  private static func appendDestination(_ address: String, to output: inout [UInt8]) {
    output += "](".utf8
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "`"),
        UInt8(ascii: "\\"):
        output += "%\(String(byte, radix: 16, uppercase: true))".utf8
      // A name after it would be read as a character reference.
      case UInt8(ascii: "&"): output += "&amp;".utf8
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: ")"))
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
