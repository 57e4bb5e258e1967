/// The parts that dates are made of.
extension DateScanner {
  /// Years that are taken for one.
  static let years = 1900...2199

  mutating func year() -> Int? {
    guard digitRun.count == 4, let year = number(4...4), Self.years ~= year else { return nil }
    return year
  }

  /// - Parameter isBehindDay: Whether a day stands before it, so that a short name can be nothing else.
  mutating func monthName(isBehindDay: Bool = false) -> Int? {
    guard var word = word() else { return nil }
    if let second = attempt({ $0.skip(" ") ? $0.word() : nil }),
      let month = CalendarNames.month("\(word) \(second)")
    {
      return month
    }
    // Both Arabic names of a month, `أيار/مايو`, are one.
    if let second = attempt({ $0.skip("/") ? $0.word() : nil }) {
      guard CalendarNames.month(word) == CalendarNames.month(second) else { return nil }
      word = second
    }
    return CalendarNames.month(word) ?? (isBehindDay ? CalendarNames.shortMonth(word) : nil)
  }

  /// A year counted from the start of an era: `令和7年`, `平成31年`, `民國114年`.
  mutating func yearOfEra() -> Int? {
    guard let first = peek, first.value > 0x7F else { return nil }
    let eras: [(String, Int)] = [("令和", 2018), ("平成", 1988), ("民國", 1911), ("民国", 1911)]
    for (name, before) in eras where text[at...].starts(with: name.unicodeScalars) {
      at += name.unicodeScalars.count
      skipSpaces()
      guard let year = number(1...3), Self.years ~= before + year else { return nil }
      return before + year
    }
    return nil
  }

  /// The week of a month behind it, which says no day: `3주차`, `셋째 주`, `第3周`, `第三週`.
  mutating func weekOfMonth() -> Bool? {
    skipSpaces()
    let isOrdinal = skip("第")
    if digitRun.isEmpty {
      let ordinals = ["첫째", "둘째", "셋째", "넷째", "다섯째", "첫", "一", "二", "三", "四", "五"]
      guard let ordinal = ordinals.first(where: { text[at...].starts(with: $0.unicodeScalars) }),
        isOrdinal == (ordinal.unicodeScalars.first.map { $0.value < 0xAC00 } ?? false)
      else { return nil }
      at += ordinal.unicodeScalars.count
    } else {
      guard let number = number(1...1), 1...6 ~= number else { return nil }
    }
    skipSpaces()
    if skip("주") {
      _ = skip("차")
      return true
    }
    return isOrdinal && skip(anyOf: "周週") ? true : nil
  }

  /// Skips what some languages put behind a year: `14.07.2026 г.`, `14 lipca 2026 r.`, `14 مايو 2026م`.
  mutating func skipYearWord() {
    _ = attempt { scanner -> Bool? in
      scanner.skipSpaces()
      guard let word = scanner.word(),
        ["г", "года", "год", "р", "року", "r", "roku", "م"].contains(word.lowercased())
      else { return nil }
      _ = scanner.skip(".")
      return true
    }
  }

  /// Skips what some languages put before a day: `le 14 juillet`, `the 14th of July`, `ה-14 ביולי`.
  mutating func skipArticle() {
    _ = attempt { scanner -> Bool? in
      guard let word = scanner.word()?.lowercased() else { return nil }
      if ["ה", "ב"].contains(word) { return scanner.skip("-") ? true : nil }
      guard CalendarNames.articles.contains(word) else { return nil }
      return scanner.skipGap() ? true : nil
    }
  }

  mutating func skipWeekday() {
    _ = attempt { scanner -> Bool? in
      if scanner.skipVietnameseWeekday() {
        _ = scanner.skip(",")
        return scanner.skipGap() ? true : nil
      }
      // Hebrew and Arabic say "day" first.
      _ = scanner.attempt {
        $0.word().map { ["יום", "يوم"].contains($0) } == true && $0.skip(" ") ? true : nil
      }
      guard let word = scanner.word(), CalendarNames.isWeekday(word) else { return nil }
      // `terça-feira`.
      _ = scanner.attempt { $0.skip("-") && $0.word() == "feira" ? true : nil }
      _ = scanner.skip(".")
      _ = scanner.skip(",")
      return scanner.skipGap() ? true : nil
    }
  }

  /// Skips a day of the week behind a date: `2026-07-14 Tue`, `2026年7月14日星期二`, `2026-07-14 (Tue)` before a time.
  mutating func skipTrailingWeekday() {
    _ = attempt { scanner -> Bool? in
      let isApart = scanner.skipGap()
      let isBracketed = scanner.skip("(")
      guard let word = scanner.word(), CalendarNames.isWeekday(word),
        isApart || isBracketed || word.utf8.count > 6,
        !isBracketed || scanner.skip(")"), !scanner.isInWord
      else { return nil }
      // A comment in brackets may end a date anyway.
      return !isBracketed || scanner.peek == " " ? true : nil
    }
  }

  /// Skips `of`, `de`, `del` and the like with the gap after it; there need be none.
  mutating func skipParticle() -> Bool {
    _ = attempt { scanner -> Bool? in
      guard let word = scanner.word(), ["of", "de", "del", "den", "d"].contains(word.lowercased()) else {
        return nil
      }
      _ = scanner.skip(anyOf: "'’")
      _ = scanner.skipGap()
      return true
    }
    return true
  }

  /// Skips a character of an East Asian date, which may stand apart from its number.
  mutating func skipMark(_ marks: String) -> Bool {
    skipSpaces()
    return skip(anyOf: marks)
  }

  mutating func skipOrdinal() {
    _ = attempt { scanner -> Bool? in
      if scanner.skip(anyOf: "ºª°") { return true }
      guard let word = scanner.word() else { return nil }
      return ["st", "nd", "rd", "th", "er", "e"].contains(word.lowercased()) ? true : nil
    }
  }

  /// Skips what stands between the parts of a date in words; false where they touch.
  mutating func skipGap() -> Bool {
    let start = at
    while at < text.endIndex, at - start < 3, " ,.-_/".unicodeScalars.contains(text[at]) { at += 1 }
    return at > start
  }

  /// Skips what stands between a day and the name of its month, if anything: one sign, or a full stop and a space.
  /// `12, May 2025` and `12 - May 2025` are a number and a month.
  mutating func skipDayGap() -> Bool {
    if skip(".") {
      skipSpaces()
      return true
    }
    if skip(anyOf: "-_/") { return peek != " " }
    skipSpaces()
    return peek.map(DateText.isLetter) == true
  }

  /// Skips what stands between the name of a month and what follows it, if anything.
  mutating func skipNameGap() -> Bool {
    _ = skipGap()
    return true
  }

  mutating func skipSeparator(_ separators: String) -> Unicode.Scalar? {
    guard let scalar = peek, separators.unicodeScalars.contains(scalar) else { return nil }
    at += 1
    if scalar == "." { skipSpaces() }
    return scalar
  }

  mutating func skipSpaces() { while skip(" ") {} }

  mutating func word() -> String? {
    let letters = text[at...].prefix(while: DateText.isLetter)
    guard !letters.isEmpty, letters.count <= 16 else { return nil }
    at += letters.count
    var word = String.UnicodeScalarView()
    word.append(contentsOf: letters)
    return String(word)
  }

  var digitRun: ArraySlice<Unicode.Scalar> { text[at...].prefix(while: DateText.isDigit) }

  /// A number of so many digits and no more, with the spaces of East Asian dates around it.
  mutating func number(_ count: ClosedRange<Int>) -> Int? {
    let start = at
    skipSpacesBeforeNumber()
    let digits = digitRun
    guard count.contains(digits.count) else {
      at = start
      return nil
    }
    at += digits.count
    return digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }

  /// Only after a character of an East Asian date: elsewhere a space divides.
  mutating func skipSpacesBeforeNumber() {
    guard at > text.startIndex, "年년月월".unicodeScalars.contains(text[at - 1]) else { return }
    skipSpaces()
  }

  var peek: Unicode.Scalar? { at < text.endIndex ? text[at] : nil }

  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    at += 1
    return true
  }

  mutating func skip(anyOf scalars: String) -> Bool {
    guard let next = peek, scalars.unicodeScalars.contains(next) else { return false }
    at += 1
    return true
  }

  /// Whether a number goes on: `1.2.2025.3` is not a date. Behind a hyphen it may be a title: `2025-05-15-5-things`.
  func isFollowed(by separator: Unicode.Scalar) -> Bool {
    guard separator == "." || separator == "/", peek == separator, at + 1 < text.endIndex else {
      return false
    }
    return DateText.isDigit(text[at + 1])
  }

  /// Whether a letter or digit of ASCII stands here, other than the `T` before a time.
  var isInWord: Bool {
    guard let next = peek, DateText.isDigit(next) || DateText.isASCIILetter(next) else { return false }
    let isTime = (next == "T" || next == "t") && at + 1 < text.endIndex && DateText.isDigit(text[at + 1])
    return !isTime
  }

  /// Reads something, or nothing where it is not there as a whole.
  mutating func attempt<Result>(_ read: (inout DateScanner) -> Result?) -> Result? {
    var scanner = self
    guard let result = read(&scanner) else { return nil }
    self = scanner
    return result
  }
}
