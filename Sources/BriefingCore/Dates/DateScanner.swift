/// Reads one date, in any of the forms that people write, from a place in a text on.
///
/// What can be read in two ways is not a date: `03/04/2025` is in March or in April. With dots the day comes first, as
/// wherever dates are written so. A day that the calendar does not have is not a date, and no month either.
struct DateScanner {
  let text: ArraySlice<Unicode.Scalar>
  /// How far it has come.
  var at: Int
  /// Whether years of two digits are taken for years, behind a day and a month's name: `14-Jul-26`.
  var takesShortYears = false

  /// Starts at a place of a text that ends where the slice does.
  init(_ text: ArraySlice<Unicode.Scalar>, at start: Int) {
    self.text = text
    at = start
  }

  /// Whether everything was read.
  var isAtEnd: Bool { at >= text.endIndex }

  /// Reads a date without a time; nil, and nothing is read, where none starts here.
  mutating func date() -> BriefingDate? {
    guard CalendarNames.canStart(text[at...]) else { return nil }
    let start = at
    skipWeekday()
    skipArticle()
    guard let first = peek else { return nil }
    if DateText.isDigit(first) {
      return attempt { $0.characterDate() } ?? attempt { $0.yearFirst() } ?? attempt { $0.compact() }
        ?? attempt { $0.dayAndName() } ?? attempt { $0.dayFirst() } ?? attempt { $0.vietnamese() }
        ?? attempt { $0.thai() }
        ?? (takesShortYears ? attempt { $0.shortYear(isBehindWeekday: start < $0.at) } : nil)
    }
    return attempt { $0.nameFirst() } ?? attempt { $0.characterDate() } ?? attempt { $0.weekFirst() }
      ?? attempt { $0.vietnamese() } ?? attempt { $0.thai() }
  }

  /// Reads a date with the time after it, where there is one.
  mutating func dateAndTime() -> BriefingDate? {
    guard var date = date() else { return nil }
    if !date.isMonth { skipTrailingWeekday() }
    if let (minute, offset) = attempt({ $0.time() }) { date.setTime(minute, offset: offset) }
    return date
  }

  // MARK: Forms

  /// `2025年7月10日`, `2025년 7월 10일`, `令和7年7月10日`, `2025年7月`, and as a month `2025년 7월 3주차`.
  private mutating func characterDate() -> BriefingDate? {
    guard let year = attempt({ $0.yearOfEra() }) ?? year(), skipMark("年년"), let month = number(1...2),
      skipMark("月월")
    else { return nil }
    let day = attempt { scanner -> Int? in
      guard let day = scanner.number(1...2), scanner.skipMark("日日号號일") else { return nil }
      return day
    }
    if let day { return BriefingDate(year: year, month: month, day: day) }
    if attempt({ $0.weekOfMonth() }) != nil { return BriefingDate(year: year, month: month) }
    // A day without its character may be cut off, or something else.
    skipSpacesBeforeNumber()
    return peek.map(DateText.isDigit) == true ? nil : BriefingDate(year: year, month: month)
  }

  /// `2025-05-15`, `2025/5/15`, `2025. 5. 15.`, `2025-05`, `2025 May 15`, `2025-W21`.
  private mutating func yearFirst() -> BriefingDate? {
    guard let year = year() else { return nil }
    if let named = attempt({ $0.named(year: year) }) ?? attempt({ $0.week(of: year) }) { return named }
    guard let separator = skipSeparator("-/._ –"), let month = number(1...2) else { return nil }
    let isTwoDigits = at - 2 >= text.startIndex && DateText.isDigit(text[at - 2])
    let hasDay = attempt { scanner -> Bool? in
      guard scanner.skip(separator) else { return nil }
      if separator == "." { scanner.skipSpaces() }
      return scanner.peek.map(DateText.isDigit) == true ? true : nil
    }
    if hasDay == true {
      let start = at
      guard let day = number(1...2), !isFollowed(by: separator), !isInWord else { return nil }
      // Numbers with spaces between them are a date only as `2025 05 15`.
      guard separator != " " || isTwoDigits && at - start == 2 else { return nil }
      // Koreans and Hungarians end it with a dot.
      if separator == ".", text[..<at].contains(" ") || at + 1 == text.endIndex { _ = skip(".") }
      return BriefingDate(year: year, month: month, day: day)
    }
    // `2024.5` is more often a version than a month, and `2010–12` are years.
    guard separator != ".", separator != " ", separator != "–", isTwoDigits, !isInWord else { return nil }
    return BriefingDate(year: year, month: month)
  }

  private mutating func named(year: Int) -> BriefingDate? {
    guard skipGap(), let month = monthName() else { return nil }
    let day = attempt { scanner -> Int? in
      guard scanner.skipGap(), let day = scanner.number(1...2), !scanner.isInWord else { return nil }
      // Hungarians end it with a full stop, behind which the weekday may follow.
      let next = scanner.at + 1
      if next >= scanner.text.endIndex || ", ".unicodeScalars.contains(scanner.text[next]) {
        _ = scanner.skip(".")
      }
      return day
    }
    return day.map { BriefingDate(year: year, month: month, day: $0) }
      ?? BriefingDate(year: year, month: month)
  }

  /// `20250515`, and with the time after it `20250515060000`.
  private mutating func compact() -> BriefingDate? {
    let digits = digitRun
    guard [8, 12, 14].contains(digits.count) else { return nil }
    let numbers = digits.map { Int($0.value) - 0x30 }
    func value(_ range: Range<Int>) -> Int { numbers[range].reduce(0) { $0 * 10 + $1 } }
    let year = value(0..<4)
    guard Self.years ~= year else { return nil }
    var minute: Int?
    if digits.count > 8 {
      guard value(8..<10) < 24, value(10..<12) < 60 else { return nil }
      minute = value(8..<10) * 60 + value(10..<12)
    }
    at += digits.count
    return BriefingDate(year: year, month: value(4..<6), day: value(6..<8), minute: minute)
  }

  /// `15 May 2025`, `15May2025`, `15th of May, 2025`, `15. května 2025`, `15 de mayo de 2025`, `15 мая 2025 г.`
  private mutating func dayAndName() -> BriefingDate? {
    guard let day = number(1...2) else { return nil }
    skipOrdinal()
    guard skipDayGap(), skipParticle(), let month = monthName(isBehindDay: true), skipNameGap(),
      skipParticle(), let year = year(), !isInWord
    else { return nil }
    skipYearWord()
    return BriefingDate(year: year, month: month, day: day)
  }

  /// `14-Jul-26`, `14 Jul 26` as RFC 822 had it, `14 Jul ’26`: of this century up to 68, as everywhere.
  ///
  /// Some write the year first. Where that makes the later day, as of `26-May-14`, nobody can tell which is meant; behind
  /// a weekday, as in RFC 822, or with an apostrophe the order is certain.
  private mutating func shortYear(isBehindWeekday: Bool) -> BriefingDate? {
    guard let day = number(1...2), let divider = skipSeparator("-/ "),
      let month = monthName(isBehindDay: true), skip(divider)
    else { return nil }
    let isMarked = skip(anyOf: "'’")
    let isLast =
      divider == " " || at + 3 >= text.endIndex || text[at + 2] != divider || !DateText.isDigit(text[at + 3])
    guard isLast, let year = number(2...2), !isInWord else { return nil }
    let isCertain = isMarked || isBehindWeekday || year == 0 || day <= year || year > 31
    guard isCertain else { return nil }
    return BriefingDate(year: year < 69 ? 2000 + year : 1900 + year, month: month, day: day)
  }

  /// `15.05.2025`, `15. 5. 2025`, and `15/05/2025` or `5-15-2025` where only one of them can be the month.
  private mutating func dayFirst() -> BriefingDate? {
    guard let first = number(1...2), let separator = skipSeparator("./-_"), let second = number(1...2),
      skip(separator)
    else { return nil }
    if separator == "." { skipSpaces() }
    guard let year = year(), !isFollowed(by: separator), !isInWord else { return nil }
    skipYearWord()
    let dayFirst = BriefingDate(year: year, month: second, day: first)
    if separator == "." || first == second { return dayFirst }
    let monthFirst = BriefingDate(year: year, month: first, day: second)
    return dayFirst == nil || monthFirst == nil ? dayFirst ?? monthFirst : nil
  }

  /// `May 15, 2025`, `May 2025`, and as the shell writes it `May 15 06:00:00 UTC 2025`.
  private mutating func nameFirst() -> BriefingDate? {
    guard let month = monthName(), skipGap() else { return nil }
    let whole = attempt { scanner -> BriefingDate? in
      guard let day = scanner.number(1...2) else { return nil }
      scanner.skipOrdinal()
      let time = scanner.attempt { $0.time() }
      guard scanner.skipGap(), let year = scanner.year(), !scanner.isInWord else { return nil }
      var date = BriefingDate(year: year, month: month, day: day)
      if let (minute, offset) = time { date?.setTime(minute, offset: offset) }
      return date
    }
    if let whole { return whole }
    guard skipParticle(), let year = year(), !isInWord else { return nil }
    return BriefingDate(year: year, month: month)
  }
}

extension BriefingDate {
  /// Gives a day its time; a month has none.
  fileprivate mutating func setTime(_ minute: Int, offset: Int?) {
    guard !isMonth,
      let date = BriefingDate(year: year, month: month, day: day, minute: minute, offset: offset)
    else { return }
    self = date
  }
}
