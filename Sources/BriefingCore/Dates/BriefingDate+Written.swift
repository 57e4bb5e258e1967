extension BriefingDate {
  /// Reads a text that is one date as people and programs write it, and nothing else.
  ///
  /// `2025-05-15T06:00:00Z`, `2025/05/15`, `15.05.2025`, `20250515`, `15 May 2025`, `May 15, 2025`, `2025年7月10日`,
  /// RFC 2822's `Thu, 15 May 2025 06:00:00 GMT`, months such as `2025-05` and `May 2025`, names of months in some fifteen
  /// languages, weeks of ISO 8601 such as `2025-W21`, which are their Mondays, years of two digits behind a month's name
  /// (`14-Jul-26`), seconds or milliseconds since 1970 (UTC). What can be read in two ways is none: `03/04/2025`.
  public init?(written text: some StringProtocol) {
    // Longer than any date, so no value makes this slow.
    guard text.utf8.count <= 200 else { return nil }
    if let date = BriefingDate(text) {
      // `2569-07-14` is of another era, and `0001-01-01` what programs write that have no date.
      guard 1000...2199 ~= date.year else { return nil }
      self = date
      return
    }
    if let date = BriefingDate(seconds: text) {
      self = date
      return
    }
    guard DateText.canStand(in: text) || DateText.canEndShort(text) else { return nil }
    let scalars = DateText(text).scalars
    guard let first = scalars.firstIndex(where: { $0 != " " }),
      let last = scalars.lastIndex(where: { $0 != " " })
    else { return nil }
    var scanner = DateScanner(scalars[...last], at: first)
    scanner.takesShortYears = true
    guard let date = scanner.dateAndTime() else { return nil }
    // RFC 2822 lets a comment end it, ISO 8601's successor a zone's name: `(UTC)`, `[Europe/Berlin]`.
    let rest = scalars[scanner.at..<last + 1].drop { $0 == " " }
    let isComment = rest.first == "(" && rest.last == ")" || rest.first == "[" && rest.last == "]"
    guard rest.isEmpty || isComment else { return nil }
    self = date
  }

  /// Reads the date that a heading is or ends with; nil where there is none. Brackets and full stops may follow it.
  ///
  /// The last day of a range is none: `5–11 May 2025`.
  init?(atEndOf text: some StringProtocol) {
    // A heading may be as long as its file.
    guard text.utf8.count > 1000 || DateText.canStand(in: text) || DateText.canEndShort(text) else {
      return nil
    }
    let scalars = DateText(text.unicodeScalars.suffix(200)).scalars
    guard let end = Self.end(of: scalars) else { return nil }
    for start in scalars[..<end].indices where Self.canStart(start, in: scalars) {
      var scanner = DateScanner(scalars[..<end], at: start)
      // Among words `12 May 25` may be the 25th of May, and 12 a number of something.
      scanner.takesShortYears = start == 0 || !scalars[start..<end].contains(" ")
      guard let date = scanner.dateAndTime(), scanner.isAtEnd else { continue }
      guard start == 0 || !Self.isBehindNumber(start, in: scalars, date) else { return nil }
      self = date
      return
    }
    return nil
  }

  /// Where what can be a date ends: before closing brackets, full stops, and a day of the week in brackets.
  private static func end(of scalars: [Unicode.Scalar]) -> Int? {
    var end = scalars.endIndex
    func trim() {
      while end > 0, " )]}.:!*_\"'”’】」』》〉".unicodeScalars.contains(scalars[end - 1]) { end -= 1 }
    }
    trim()
    if end < scalars.endIndex, let open = scalars[..<end].lastIndex(where: { $0 == "(" || $0 == "[" }),
      end - open <= 4,
      !scalars[open..<end].contains(where: DateText.isDigit)
    {
      end = open
      trim()
    }
    return end > 3 ? end : nil
  }

  /// Whether a date may begin at a place: not within a word or number.
  private static func canStart(_ start: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard start > 0 else { return true }
    let (before, here) = (scalars[start - 1], scalars[start])
    if DateText.isDigit(here) {
      if DateText.isDigit(before) || DateText.isASCIILetter(before) { return false }
      let isDecimal =
        ".,/-".unicodeScalars.contains(before) && start > 1 && DateText.isDigit(scalars[start - 2])
      return !isDecimal
    }
    return DateText.isLetter(here) && !DateText.isLetter(before) && !DateText.isDigit(before)
  }

  /// Whether a number before it makes it something else: the end of a range, or a month whose day is impossible.
  private static func isBehindNumber(_ start: Int, in scalars: [Unicode.Scalar], _ date: BriefingDate) -> Bool
  {
    let before = scalars[..<start]
    if !date.isMonth, DateContext.isBehindRangeWord(before) || DateContext.takesDay(start, in: scalars) {
      return true
    }
    guard let last = before.lastIndex(where: { !" ,.-_/–—~〜".unicodeScalars.contains($0) }),
      DateText.isDigit(scalars[last]) || scalars[start] == scalars[last]
    else { return false }
    let isRange = scalars[last..<start].contains { "–—-~〜".unicodeScalars.contains($0) }
    // `Issue 12 - 5 May 2025` is not a range: a day of the same month would stand there as `12-5`.
    let number = before[...last].reversed().prefix(while: DateText.isDigit).count
    if !date.isMonth, isRange, number <= 2 { return true }
    guard date.isMonth, number <= 2, !DateText.isDigit(scalars[start]) else { return false }
    // `Issue 12, May 2025` has a month, `31 June 2025` a day that there is not.
    let gap = scalars[last + 1..<start]
    return !gap.contains(",") && !(gap.first == " " && isRange)
  }

  /// Seconds since 1970 (UTC) of nine or ten digits, or milliseconds of thirteen.
  private init?(seconds text: some StringProtocol) {
    guard [9, 10, 13].contains(text.utf8.count), text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
      let number = Int(String(text))
    else { return nil }
    let minutes = (text.utf8.count == 13 ? number / 1000 : number) / 60
    self.init(daysSince1970: minutes / (24 * 60), minute: minutes % (24 * 60))
  }

  /// A day of a week of ISO 8601, whose first week is that of 4 January; nil where the year has no such week.
  ///
  /// - Parameter weekday: 1 for Monday to 7.
  init?(year: Int, week: Int, weekday: Int) {
    let fourth = Self.dayNumber(year: year, month: 1, day: 4)
    let monday = fourth - (fourth + 1) % 7 + (week - 1) * 7
    let start = Self.dayNumber(year: 1970, month: 1, day: 1)
    // A week is of the year that its Thursday is of.
    guard week > 0, 1970...9998 ~= year, BriefingDate(daysSince1970: monday + 3 - start)?.year == year else {
      return nil
    }
    self.init(daysSince1970: monday + weekday - 1 - start)
  }

  /// A day, or a moment of UTC.
  ///
  /// - Parameter days: 0 or more.
  private init?(daysSince1970 days: Int, minute: Int? = nil) {
    // Days are counted from 1 March of year 0 in periods of 400 years: see `dayNumber`.
    let days = days + 719_468
    let inPeriod = days % 146_097
    let yearOfPeriod = (inPeriod - inPeriod / 1460 + inPeriod / 36_524 - inPeriod / 146_096) / 365
    let dayOfYear = inPeriod - (365 * yearOfPeriod + yearOfPeriod / 4 - yearOfPeriod / 100)
    let sinceMarch = (5 * dayOfYear + 2) / 153
    let month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9
    self.init(
      year: yearOfPeriod + days / 146_097 * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * sinceMarch + 2) / 5 + 1, minute: minute, offset: minute.map { _ in 0 })
  }
}
