/// Weeks of ISO 8601, of which Germany's `KW` are the same. Other weeks are counted in several ways, and say no day.
extension DateScanner {
  /// `-W21`, `W21`, `-KW21`, ` KW 21` after a year, and with a day of the week `-W21-3`; Monday where none is named.
  mutating func week(of year: Int) -> BriefingDate? {
    _ = skip(anyOf: "-_ ")
    guard let week = weekNumber() else { return nil }
    let weekday = attempt { scanner -> Int? in
      // Followed by more it may be a title: `2026-W21-5-things`.
      guard scanner.skip("-"), let day = scanner.number(1...1), 1...7 ~= day,
        scanner.isAtEnd || scanner.peek == "T"
      else { return nil }
      return day
    }
    guard !isInWord else { return nil }
    return BriefingDate(year: year, week: week, weekday: weekday ?? 1)
  }

  /// `KW 21/2026`. Without the K it may be a name: `W10-2021`.
  mutating func weekFirst() -> BriefingDate? {
    guard peek == "K" || peek == "k", let week = weekNumber(), skipGap(), let year = year(), !isInWord else {
      return nil
    }
    return BriefingDate(year: year, week: week, weekday: 1)
  }

  private mutating func weekNumber() -> Int? {
    if skip(anyOf: "Kk") {
      guard skip(anyOf: "Ww") else { return nil }
      _ = skip(".")
      skipSpaces()
    } else if !skip(anyOf: "Ww") {
      return nil
    }
    return number(1...2)
  }
}
