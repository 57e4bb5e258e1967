/// When a briefing of a sample library was written: a minute of 2023, 2024 or 2025.
struct LibraryMoment {
  private let year: Int
  private let month: Int
  private let day: Int
  private let minute: Int
  /// In seconds, UTC.
  let secondsSince1970: Int

  static func draw(using random: inout SeededGenerator) -> LibraryMoment {
    LibraryMoment(
      dayNumber: Int.random(in: 0..<1096, using: &random), minute: Int.random(in: 0..<1440, using: &random))
  }

  /// `dayNumber` counts from 1 January 2023.
  private init(dayNumber: Int, minute: Int) {
    var year = 2023
    var month = 1
    var day = dayNumber
    while true {
      let isLeap = year == 2024 && month == 2
      let length = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      guard day >= length else { break }
      day -= length
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    self.year = year
    self.month = month
    self.day = day + 1
    self.minute = minute
    secondsSince1970 = 1_672_531_200 + dayNumber * 86_400 + minute * 60
  }

  /// `2025/05/15` with the separator between.
  func path(separator: String) -> String {
    "\(year)\(separator)\(Self.padded(month))\(separator)\(Self.padded(day))"
  }

  /// `08:30`.
  var time: String { "\(Self.padded(minute / 60)):\(Self.padded(minute % 60))" }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
