import CommonMark

/// The date that the beginning of a page states: in its first heading, in a line of its own below that, or in a row of
/// its first table.
enum PageDate {
  /// The date; nil where the page states none.
  ///
  /// - Parameter heading: The text of the page's first heading.
  static func date(in document: Document, heading: String?) -> BriefingDate? {
    if let heading, let date = BriefingDate(atEndOf: heading) { return date }
    var leaves = LeafReader(document)
    var lines = 0
    var cell: (row: BlockID?, isLabel: Bool) = (nil, false)
    var headings = 0
    // When a page was made is when it was published, where nothing else is said of that.
    var made: BriefingDate?
    for block in document.blocks.prefix(reach) {
      switch block.kind {
      case .heading:
        headings += 1
        if headings > 1 { return made }
      case .paragraph:
        for line in text(of: block, in: document) {
          if let date = labelled(line, as: labels) ?? (lines < 2 ? byline(line) : nil)
            ?? (lines < 2 ? alone(line, isFirst: lines == 0 && headings == 0) : nil) ?? dateline(line)
          {
            return date
          }
          made = made ?? labelled(line, as: labelsOfMaking)
          lines += 1
        }
      case .tableCell:
        // A cell may be of any length, and a date is short.
        guard block.range.count <= longestLine else { continue }
        let text = leaves.plainText(of: block.id)
        if cell.row == block.parent, cell.isLabel, let date = BriefingDate(written: text) { return date }
        cell = (block.parent, isLabel(text))
      case .codeBlock: return made
      default: break
      }
    }
    return made
  }

  /// Blocks that are looked at: what states the date stands at the beginning.
  private static let reach = 64
  /// Lines of a paragraph that are looked at, and bytes of one.
  private static let (lineLimit, longestLine) = (8, 200)

  /// The first lines of a paragraph without emphasis; none that are longer than a date and its label.
  private static func text(of block: Block, in document: Document) -> [Substring] {
    let bytes = document.source[block.range].prefix(lineLimit * longestLine)
    let lines = bytes.split(maxSplits: lineLimit, omittingEmptySubsequences: false) {
      $0 == 0x0A || $0 == 0x0D
    }
    return lines.prefix(lineLimit).map { line in
      guard line.count <= longestLine else { return "" }
      let text = String(decoding: line.filter { $0 != UInt8(ascii: "*") }, as: UTF8.self)
      return text[...].trimmed { " \t\\>_".unicodeScalars.contains($0) }
    }
  }

  /// The date of a line that is nothing else. The very first line of a page may have it in brackets at its end or
  /// after a dividing sign, as `Issue 407 · 15 May 2025`.
  private static func alone(_ line: Substring, isFirst: Bool) -> BriefingDate? {
    if let date = BriefingDate(written: line) { return date }
    guard isFirst, let last = line.last, last != "." else { return nil }
    let text = Substring(line)
    if ")）]】".contains(last), let open = text.lastIndex(where: { "(（[【".contains($0) }) {
      return BriefingDate(written: text[text.index(after: open)...].dropLast())
    }
    guard let sign = text.lastIndex(where: { "·|•—–:：".contains($0) }) else { return nil }
    return BriefingDate(written: text[text.index(after: sign)...])
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
    guard line.lowercased().hasPrefix("by ") || parts.contains(where: isReadingTime) else { return nil }
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

  /// The date of `Date: 15 May 2025`, `Published on May 15, 2025`.
  private static func labelled(_ line: Substring, as labels: Set<String>) -> BriefingDate? {
    if let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }), isLabel(line[..<colon], of: labels) {
      let value = line[line.index(after: colon)...].trimmed { " \t_".unicodeScalars.contains($0) }
      if let date = BriefingDate(written: value) { return date }
      return value.firstIndex(where: { "|·•(".contains($0) }).flatMap {
        BriefingDate(written: value[..<$0])
      }
    }
    let words = line.split(separator: " ", maxSplits: 2)
    guard words.count > 1, isLabel(words[0], of: labels) else { return nil }
    let isOn = words.count > 2 && words[1].lowercased() == "on"
    let value = line[words[isOn ? 2 : 1].startIndex...]
    // Behind it may stand who did so.
    return BriefingDate(written: value)
      ?? value.firstRange(of: " by ").flatMap { BriefingDate(written: value[..<$0.lowerBound]) }
  }

  private static func isLabel(_ text: some StringProtocol, of labels: Set<String> = labels) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    let letters = text.unicodeScalars.filter { !" *_:：\t".unicodeScalars.contains($0) }
    return labels.contains(String(String.UnicodeScalarView(letters)).lowercased())
  }

  private static let labelsOfMaking: Set = [
    "generated", "generatedon", "generatedat", "compiled", "compiledon", "created", "createdon", "createdat",
    "createdtime", "asof", "生成时间", "生成日時", "erstellt", "erstelltam",
  ]

  private static let labels: Set = [
    "date", "published", "publishedon", "publicationdate", "publisheddate", "publishdate", "pubdate",
    "releasedate",
    "released", "issued", "issuedate", "dateissued", "datepublished", "posted", "postedon", "meetingdate",
    "dateofmeeting", "meetingheld", "dateofissue", "dateofpublication", "dateofrelease", "sent",
    "дата", "датапубликации", "опубликовано", "datum", "veröffentlicht", "veröffentlichtam", "publié",
    "publiée",
    "publiéle", "publicado", "publicada", "publicadoel", "publicadoem", "pubblicato", "pubblicatoil",
    "datedepublication", "publiceret", "publicerad", "publisert", "opublikowano", "gepubliceerd", "fecha",
    "data", "日期", "发布日期",
    "发布时间",
    "發布日期", "日付", "公開日", "発行日", "배포일", "날짜", "발행일", "작성일", "التاريخ", "תאריך",
  ]
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
