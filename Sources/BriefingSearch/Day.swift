import BriefingCore

/// A day of the Gregorian calendar as a number that can be compared and stored.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January of year 0, from 0 to 3,652,424.
  public let number: Int

  /// The day on which a briefing is dated, as written: offsets move it to no other day.
  public init(_ date: BriefingDate) { self.init(year: date.year, month: date.month, day: date.day) }

  /// The day before which a period ends that starts at a year, a month or a day.
  private init(year: Int, month: Int, day: Int) {
    number =
      BriefingDate.dayNumber(year: year, month: month, day: day)
      - BriefingDate.dayNumber(year: 0, month: 1, day: 1)
  }

  /// Earlier before later.
  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// The first day of the period that `2025`, `2025-05` or `2025-05-15` names, or a date in another form that
  /// `BriefingDate(written:)` reads, and the first day after it; nil where it is no such text or the calendar has no such
  /// day.
  public static func period(_ text: some StringProtocol) -> (start: Day, end: Day)? {
    if let period = numericPeriod(text) { return period }
    // Numbers alone are years, or days of eight digits, but no seconds.
    let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard !isNumber || text.utf8.count == 8, let date = BriefingDate(written: text) else { return nil }
    guard date.isMonth else { return (Day(date), Day(number: Day(date).number + 1)) }
    return numericPeriod(date.iso8601)
  }

  private static func numericPeriod(_ text: some StringProtocol) -> (start: Day, end: Day)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      parts.dropFirst().allSatisfy({ $0.utf8.count <= 2 }), let year = Int(parts[0])
    else { return nil }
    guard parts.count > 1 else {
      return (Day(year: year, month: 1, day: 1), Day(year: year + 1, month: 1, day: 1))
    }
    guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
    guard parts.count > 2 else {
      let next =
        month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
      return (Day(year: year, month: month, day: 1), next)
    }
    guard let number = Int(parts[2]), let date = BriefingDate(year: year, month: month, day: number) else {
      return nil
    }
    let day = Day(date)
    return (day, Day(number: day.number + 1))
  }

  /// The day so many days before it, the calendar's first at the earliest.
  func before(days: Int) -> Day { Day(number: max(0, number - days)) }

  /// The day so many months before a date; of a shorter month its last.
  static func before(_ date: BriefingDate, months: Int) -> Day {
    let count = max(0, date.year * 12 + date.month - 1 - months)
    for day in stride(from: date.day, through: 1, by: -1) {
      if let found = BriefingDate(year: count / 12, month: count % 12 + 1, day: day) { return Day(found) }
    }
    return Day(number: 0)
  }

  private init(number: Int) { self.number = number }
}
