/// Dates of Vietnamese, whose months are numbers, or words for numbers, behind `tháng`.
extension DateScanner {
  /// `14 tháng 7 năm 2026`, `ngày 14 tháng 7, 2026`, `14 Tháng Bảy 2026`, `ngày 4/7/2026`, and as months
  /// `tháng 7 năm 2026` and `Tháng 7/2026`.
  mutating func vietnamese() -> BriefingDate? {
    // Behind the word for it the day comes first, whatever the numbers are.
    if let date = attempt({ $0.behindNgay() }) { return date }
    _ = attempt { $0.skip(word: "ngay") && $0.skipGap() ? true : nil }
    let day = attempt { scanner -> Int? in
      guard let day = scanner.number(1...2) else { return nil }
      _ = scanner.skipGap()
      return day
    }
    guard skip(word: "thang"), skipGap(), let month = vietnameseMonth(), skipGap() else { return nil }
    _ = attempt { $0.skip(word: "nam") && $0.skipGap() ? true : nil }
    guard let year = year(), !isInWord else { return nil }
    return day.map { BriefingDate(year: year, month: month, day: $0) }
      ?? BriefingDate(year: year, month: month)
  }

  /// `ngày 4/7/2026`.
  private mutating func behindNgay() -> BriefingDate? {
    guard skip(word: "ngay"), skipGap(), let day = number(1...2), let separator = skipSeparator("/-."),
      let month = number(1...2), skip(separator), let year = year(), !isFollowed(by: separator), !isInWord
    else { return nil }
    return BriefingDate(year: year, month: month, day: day)
  }

  /// Skips `Thứ Ba`, `Thứ 3`, `Chủ nhật`; false where none stands here.
  mutating func skipVietnameseWeekday() -> Bool {
    attempt { scanner -> Bool? in
      if scanner.skip(word: "chu") { return scanner.skip(" ") && scanner.skip(word: "nhat") ? true : nil }
      let start = scanner.at
      guard scanner.skip(word: "thu") else { return nil }
      // `Thu 3 July` is a Thursday.
      let isVietnamese = scanner.text[start..<scanner.at].contains { $0.value > 0x7F }
      guard scanner.skip(" ") else { return nil }
      if isVietnamese, let number = scanner.number(1...1) { return 2...7 ~= number ? true : nil }
      let days = ["hai", "ba", "tu", "nam", "sau", "bay"]
      return scanner.word().map { days.contains(Folding.all.fold($0)) } == true ? true : nil
    } ?? false
  }

  /// `7`, `Bảy`, `mười hai`.
  private mutating func vietnameseMonth() -> Int? {
    if let number = attempt({ $0.number(1...2) }) { return number }
    guard let word = word().map({ Folding.all.fold($0) }) else { return nil }
    if word == "muoi" {
      return attempt { scanner in
        guard scanner.skip(" "), let unit = scanner.word() else { return nil }
        return ["mot": 11, "hai": 12][Folding.all.fold(unit)]
      } ?? 10
    }
    let names = [
      "gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
      "chap": 12,
    ]
    return names[word]
  }

  /// Skips a word, whatever its case and marks are.
  ///
  /// - Parameter word: As ``Folding/all`` makes it.
  private mutating func skip(word: String) -> Bool {
    attempt { $0.word().map { Folding.all.fold($0) } == word ? true : nil } ?? false
  }
}
