import CommonMark

/// The date that the beginning of a page states: in its first heading, in a line of its own below that, or in a row of
/// its first table.
enum PageDate {
  /// The date; nil where the page states none.
  ///
  /// - Parameter heading: The text of the page's first heading.
  static func date(in document: Document, heading: String?) -> BriefingDate? {
    if let heading, let date = BriefingDate(atEndOf: heading) ?? beforeBar(heading) { return date }
    var leaves = LeafReader(document)
    var lines = 0
    var cell: (row: BlockID?, isLabel: Bool) = (nil, false)
    var headings = 0
    // Below a subtitle the writer's name stands before the day; else the heading may be that of a section.
    var isBylined = true
    // When a page was made is when it was published, where nothing else is said of that.
    var made: BriefingDate?
    for block in document.blocks.prefix(reach) {
      switch block.kind {
      case .heading:
        headings += 1
        guard headings > 1 else { continue }
        if let date = dateBelowTitle(block, in: document) { return date }
        guard headings == 2, isSubtitle(block, in: document) else { return made }
        isBylined = false
      case .paragraph:
        for line in text(of: block, in: document) {
          if mayHoldDate(line) {
            if let date = LabelledDate.published(line) ?? (lines < 2 ? byline(line) : nil)
              ?? (lines < 2 && isBylined ? alone(line, isFirst: lines == 0 && headings == 0) : nil)
              ?? (lines == 0 && headings < 2 && block.parent == document.root ? PlaceDate.date(line) : nil)
              ?? dateline(line)
            {
              return date
            }
            made = made ?? LabelledDate.made(line)
          }
          isBylined = isBylined || line.hasPrefix("[") && line.hasSuffix(")")
          // Medium has each part of a byline in a line of its own.
          if !isPartOfByline(line) { lines += 1 }
        }
      case .tableCell:
        // A cell may be of any length, and a date is short.
        guard block.range.count <= longestLine else { continue }
        let text = leaves.plainText(of: block.id)
        if cell.row == block.parent, cell.isLabel, let date = BriefingDate(written: text) { return date }
        cell = (block.parent, LabelledDate.isLabel(text))
      case .codeBlock: return made
      default: break
      }
    }
    return made
  }

  /// Whether a date can stand in a line, by its bytes: a library has many files, and of most lines this says no.
  private static func mayHoldDate(_ line: Substring) -> Bool {
    // Seconds since 1970, and years before 1900, have eight digits at least.
    DateText.canStand(in: line) || DateText.canEndShort(line)
      || line.utf8.lazy.filter { 0x30...0x39 ~= $0 }.count >= 8
  }

  /// The date that a heading is right below the page's own, `# Brief` and `## 14 July 2026`, where no other of its level is
  /// one: those of a diary are its entries.
  private static func dateBelowTitle(_ heading: Block, in document: Document) -> BriefingDate? {
    guard case .heading = heading.kind, heading.range.count <= longestLine,
      document.source[heading.range].contains(where: { 0x30...0x39 ~= $0 || $0 >= 0x80 })
    else { return nil }
    var leaves = LeafReader(document)
    guard let date = BriefingDate(written: leaves.plainText(of: heading.id)), !date.isMonth else {
      return nil
    }
    for block in document.blocks {
      if block.id.index < heading.id.index {
        switch block.kind {
        case .heading(1), .htmlBlock, .thematicBreak: continue
        default: return nil
        }
      } else if block.id != heading.id, block.kind == heading.kind, block.range.count <= longestLine,
        BriefingDate(atEndOf: leaves.plainText(of: block.id)) != nil
      {
        return nil
      }
    }
    return date
  }

  /// Whether a heading says more of the page and starts no section: right behind the page's own, at least two levels below
  /// it, and the only one of its level.
  private static func isSubtitle(_ subtitle: Block, in document: Document) -> Bool {
    guard case .heading(let level) = subtitle.kind, level > 2 else { return false }
    var above: BlockKind?
    for block in document.blocks {
      if block.id.index < subtitle.id.index {
        if block.kind != .htmlBlock { above = block.kind }
      } else if block.id != subtitle.id, block.kind == .heading(level: level) {
        return false
      }
    }
    return above == .heading(level: 1)
  }

  /// Blocks that are looked at: what states the date stands at the beginning.
  private static let reach = 64
  /// Lines of a paragraph that are looked at, and bytes of one.
  private static let (lineLimit, longestLine) = (8, 200)

  /// The first lines of a paragraph without emphasis; none that are longer than a date and its label.
  private static func text(of block: Block, in document: Document) -> [Substring] {
    let start = loneItem(of: block, in: document)?.range.lowerBound ?? block.range.lowerBound
    let bytes = document.source[start..<block.range.upperBound].prefix(lineLimit * longestLine)
    let lines = bytes.split(maxSplits: lineLimit, omittingEmptySubsequences: false) {
      $0 == 0x0A || $0 == 0x0D
    }
    return lines.prefix(lineLimit).map { line in
      guard line.count <= longestLine else { return "" }
      let text = String(decoding: line.filter { $0 != UInt8(ascii: "*") }, as: UTF8.self)
      return text[...].trimmed { " \t\\>_`".unicodeScalars.contains($0) || isPicture($0) }
    }
  }

  /// Whether a scalar is an arrow, a symbol or an emoji: models put `📅` before a date.
  private static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2190...0x2BFF, 0xFE0F, 0x1F000...0x1FAFF: true
    default: false
    }
  }

  /// The item that a paragraph starts where it is the only one of a numbered list: `14. Juli 2026` is no list to its writer.
  private static func loneItem(of block: Block, in document: Document) -> Block? {
    guard let parent = block.parent, case .item = document[parent].kind, let list = document[parent].parent,
      case .list(let kind) = document[list].kind, kind.start != nil, document[list].firstChild == parent,
      document[parent].firstChild == block.id, document[parent].next == nil
    else { return nil }
    return document[parent]
  }

  /// The date of a line that is nothing else. The very first line of a page may have it in brackets at its end or
  /// after a dividing sign, as `Issue 407 · 15 May 2025`.
  private static func alone(_ line: Substring, isFirst: Bool) -> BriefingDate? {
    if let date = BriefingDate(written: line) ?? corresponding(line) { return date }
    guard isFirst, let last = line.last, last != "." else { return nil }
    let text = Substring(line)
    if ")）]】".contains(last), let open = text.lastIndex(where: { "(（[【".contains($0) }) {
      return BriefingDate(written: text[text.index(after: open)...].dropLast())
    }
    guard let sign = text.lastIndex(where: { "·|•—–:：".contains($0) }) else { return nil }
    return BriefingDate(written: text[text.index(after: sign)...])
  }

  /// The second of two dates of which the first is in the calendar of Islam: `٢٩ محرم ١٤٤٨ هـ الموافق ١٤ يوليو ٢٠٢٦ م`.
  private static func corresponding(_ line: Substring) -> BriefingDate? {
    guard line.utf8.contains(0xD9), let word = line.firstRange(of: "الموافق") else { return nil }
    return BriefingDate(written: line[word.upperBound...])
  }

  /// Whether a line is a part of what stands below a title, and no text: `·`, `5 min read`, `Follow`.
  private static func isPartOfByline(_ line: Substring) -> Bool {
    guard line.utf8.count <= 40, !line.isEmpty else { return false }
    return !line.contains { $0.isLetter || $0.isNumber } || isReadingTime(line)
      || ["follow", "listen", "share", "save", "subscribe"].contains(line.lowercased())
  }

  /// The date of a press release's first line: `WASHINGTON, D.C., June 12, 2024 — The Department …`, `LONDON (12 June 2024) –`. A
  /// place in capitals comes first, a dash after it.
  private static func dateline(_ line: Substring) -> BriefingDate? {
    guard let first = line.utf8.first, 0x41...0x5A ~= first || first >= 0x80,
      DateText.canStand(in: line.prefix(80))
    else { return nil }
    let place = line.prefix { $0.isLetter || $0 == " " || $0 == "." || $0 == "-" }
    let word = place.prefix { $0.isLetter }
    guard word.count > 2, !word.contains(where: \.isLowercase) else { return nil }
    let scalars = DateText(line.unicodeScalars.prefix(120)).scalars
    for start in scalars.indices.prefix(60)
    where start > 2 && " (,".unicodeScalars.contains(scalars[start - 1]) {
      var scanner = DateScanner(scalars[...], at: start)
      guard let date = scanner.date(), !date.isMonth else { continue }
      _ = scanner.skip(")")
      scanner.skipSpaces()
      guard let dash = scanner.peek, "—–-/".unicodeScalars.contains(dash), scalars[scanner.at - 1] == " "
      else {
        return nil
      }
      return date
    }
    return nil
  }

  /// The date of a line such as `May 15, 2025 · 5 min read`, `By A. Writer, May 15, 2025`.
  private static func byline(_ line: Substring) -> BriefingDate? {
    guard DateText.canStand(in: line) else { return nil }
    let parts = line.split { "·•|".contains($0) }.map { $0.trimmed { " \t".unicodeScalars.contains($0) } }
    guard
      line.lowercased().hasPrefix("by ")
        || parts.contains(where: { isReadingTime($0) || SectionWords.isOne(String($0)) })
    else { return nil }
    var dates: [BriefingDate] = []
    for part in parts {
      if let date = BriefingDate(written: part) ?? behindWriter(part) {
        dates.append(date)
      } else if BriefingDate(atEndOf: part) != nil {
        // A sentence, or more than one date.
        return nil
      }
    }
    return dates.count == 1 && !dates[0].isMonth ? dates[0] : nil
  }

  /// The day that a heading starts with, before a bar and what the page is: `15 May 2025 | News`. `4 July 1976 | How we
  /// celebrated` is of another day.
  private static func beforeBar(_ heading: String) -> BriefingDate? {
    guard let bar = heading.utf8.prefix(longestLine).firstIndex(of: UInt8(ascii: "|")) else { return nil }
    guard SectionWords.isAmong(heading[bar...].dropFirst()) else { return nil }
    let date = BriefingDate(written: heading[..<bar])
    return date?.isMonth == false ? date : nil
  }

  /// The date of `By A. Writer, May 15, 2025`; nil where anything but a name stands before it.
  private static func behindWriter(_ part: Substring) -> BriefingDate? {
    guard part.lowercased().hasPrefix("by ") else { return nil }
    let text = part.dropFirst(3)
    for divider in [",", " on "] {
      guard let place = text.firstRange(of: divider), isName(text[..<place.lowerBound]) else { continue }
      let rest = text[place.upperBound...].trimmed { $0 == " " }
      // `By Monday, May 15, 2025` names nobody.
      if let date = BriefingDate(written: rest), BriefingDate(written: text) == nil { return date }
    }
    return nil
  }

  private static func isName(_ text: Substring) -> Bool {
    let words = text.split(separator: " ")
    let isWritten = text.allSatisfy { $0.isLetter || " .'’-".contains($0) }
    return 1...6 ~= words.count && isWritten
      && words.allSatisfy { $0.first?.isLowercase == false || $0.count < 4 }
  }

  /// `5 min read`, `Lesezeit 5 Minuten`.
  private static func isReadingTime(_ part: Substring) -> Bool {
    let words = part.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.count <= 4 && words.contains { $0.allSatisfy(\.isNumber) }
      && words.contains { wordsOfReading.contains(String($0)) }
  }

  /// What is said of how long something takes to read.
  private static let wordsOfReading: Set = ["min", "mins", "minute", "minutes", "minuten", "минут", "мин"]
}

extension Substring {
  /// Without the scalars at its ends that fit.
  func trimmed(_ fits: (Unicode.Scalar) -> Bool) -> Substring {
    var text = self
    while let first = text.unicodeScalars.first, fits(first) { text.unicodeScalars.removeFirst() }
    while let last = text.unicodeScalars.last, fits(last) { text.unicodeScalars.removeLast() }
    return text
  }
}
