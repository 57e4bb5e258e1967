/// Dates of Thai. Its years are those of the Buddhist era, 543 more than elsewhere, and words touch.
extension DateScanner {
  /// `14 กรกฎาคม 2569`, `14 ก.ค. 2569`, `วันอังคารที่ 14 กรกฎาคม พ.ศ. 2569`, `วันที่ 14/7/2569`, with years of the other
  /// era too, as `14 กรกฎาคม 2026`, and as a month `กรกฎาคม 2569`.
  ///
  /// Years of two digits are none: `69` is 2569, and not 1969.
  mutating func thai() -> BriefingDate? {
    let isMarked = skipThaiWeekday()
    if isMarked, let date = attempt({ $0.thaiNumbers() }) { return date }
    let day = attempt { scanner -> Int? in
      guard let day = scanner.number(1...2) else { return nil }
      scanner.skipSpaces()
      return day
    }
    guard let month = thaiMonth() else { return nil }
    skipSpaces()
    guard let year = thaiYear(), !isInWord else { return nil }
    return day.map { BriefingDate(year: year, month: month, day: $0) }
      ?? BriefingDate(year: year, month: month)
  }

  /// Years of the Buddhist era that are taken for one: from 1941 on they start in January.
  static let buddhistYears = 2484...2742

  /// Day, month and year in figures, in this order.
  private mutating func thaiNumbers() -> BriefingDate? {
    guard let day = number(1...2), let separator = skipSeparator("/-."), let month = number(1...2),
      skip(separator), let year = thaiYear(), !isInWord
    else { return nil }
    return BriefingDate(year: year, month: month, day: day)
  }

  private mutating func thaiMonth() -> Int? {
    for (index, names) in ThaiMonths.names.enumerated() {
      for name in [names.full, names.short] where skip(text: name) { return index + 1 }
    }
    return nil
  }

  /// The Gregorian year of `2569`, `พ.ศ. 2569`, `ค.ศ. 2026`, `2026`.
  private mutating func thaiYear() -> Int? {
    let isBuddhist = skip(text: "พ.ศ.") || skip(text: "พุทธศักราช")
    let isCommon = !isBuddhist && (skip(text: "ค.ศ.") || skip(text: "คริสต์ศักราช"))
    skipSpaces()
    guard let year = number(4...4) else { return nil }
    if Self.buddhistYears ~= year { return isCommon ? nil : year - 543 }
    return !isBuddhist && Self.years ~= year ? year : nil
  }

  /// Skips `วันที่`, `วันอังคารที่`, `อังคาร`, which stand before a day; false where nothing does.
  private mutating func skipThaiWeekday() -> Bool {
    attempt { scanner -> Bool? in
      let isDay = scanner.skip(text: "วัน")
      let isNamed = ThaiMonths.weekdays.contains { scanner.skip(text: $0) }
      guard isDay || isNamed else { return nil }
      _ = scanner.skip(text: "ที่")
      scanner.skipSpaces()
      return true
    } ?? false
  }

  private mutating func skip(text other: String) -> Bool {
    guard text[at...].starts(with: other.unicodeScalars) else { return false }
    at += other.unicodeScalars.count
    return true
  }
}
