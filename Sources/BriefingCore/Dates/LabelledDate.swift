/// Dates behind a label: `Date: 15 May 2025`, `Published on May 15, 2025`.
enum LabelledDate {
  /// The date of `Date: 15 May 2025`, `Published on May 15, 2025`; nil where the label is another.
  static func published(_ line: Substring) -> BriefingDate? { date(of: line, as: labels) }

  /// The same of when a page was made, as programs write it.
  static func made(_ line: Substring) -> BriefingDate? { date(of: line, as: labelsOfMaking) }

  private static func date(of line: Substring, as labels: Set<String>) -> BriefingDate? {
    if let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }), isLabel(line[..<colon], of: labels) {
      let value = line[line.index(after: colon)...].trimmed { " \t_".unicodeScalars.contains($0) }
      return BriefingDate(written: value) ?? beforeMore(value)
    }
    let words = line.split(separator: " ", maxSplits: 2)
    guard words.count > 1, isLabel(words[0], of: labels) else { return nil }
    let isOn = words.count > 2 && words[1].lowercased() == "on"
    let value = line[words[isOn ? 2 : 1].startIndex...]
    // Behind it may stand who did so.
    return BriefingDate(written: value)
      ?? value.firstRange(of: " by ").flatMap { BriefingDate(written: value[..<$0.lowerBound]) }
  }

  /// The date that a value starts with, before something that is no date: `| Sources: 12`, `, 09:30-11:30 UTC`, `来源：…`.
  private static func beforeMore(_ value: Substring) -> BriefingDate? {
    let text = DateText(value.unicodeScalars.prefix(200)).scalars
    var scanner = DateScanner(text[...], at: 0)
    guard let date = scanner.dateAndTime() else { return nil }
    let more = text[scanner.at...].drop { $0 == " " }
    guard let sign = more.first else { return date }
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: more)
    // Another date makes a range, or leaves open which is meant.
    guard !DateText.canStand(in: String(rest)) || "|·•".unicodeScalars.contains(sign) else { return nil }
    if "|·•(,".unicodeScalars.contains(sign) { return date }
    // Until when on that day, `09:30-11:30`; or another label behind a space.
    if date.minute != nil, "-–—".unicodeScalars.contains(sign) {
      return more.dropFirst().first(where: { $0 != " " }).map(DateText.isDigit) == true ? date : nil
    }
    return text[scanner.at] == " " && rest.prefix(20).contains(":") && DateText.isLetter(sign) ? date : nil
  }

  /// Whether a text is a label of the day on which a page was published. Case, spaces and emphasis do not matter.
  static func isLabel(_ text: some StringProtocol) -> Bool { isLabel(text, of: labels) }

  private static func isLabel(_ text: some StringProtocol, of labels: Set<String>) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    let letters = text.unicodeScalars.filter { !" *_:：/\t".unicodeScalars.contains($0) }
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
    "datetime", "datetimeheld", "dateandtime", "aired", "airdate",
    "airedon",
    "ngày", "ngàyđăng", "ngàyxuấtbản", "วันที่", "तारीख", "दिनांक", "tanggal", "tarih", "yayıntarihi",
    "дата", "датапубликации", "опубликовано", "datum", "veröffentlicht", "veröffentlichtam", "publié",
    "publiée",
    "publiéle", "publicado", "publicada", "publicadoel", "publicadoem", "pubblicato", "pubblicatoil",
    "datedepublication", "publiceret", "publicerad", "publisert", "opublikowano", "gepubliceerd", "fecha",
    "data", "日期", "发布日期",
    "发布时间",
    "發布日期", "日付", "公開日", "発行日", "배포일", "날짜", "발행일", "작성일", "التاريخ", "תאריך",
  ]
}
