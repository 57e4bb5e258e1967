/// A day, with the time of day where it is known (ISO 8601 date or date-time), or a month of which no day is known.
public struct BriefingDate: Hashable, Sendable {
  /// Year, 0 to 9999.
  public var year: Int
  /// Month, 1 to 12.
  public var month: Int
  /// Day of the month, 1 to 31; 1 where only the month is known.
  public var day: Int
  /// Whether only the month is known. Its first day stands for it in order and in searches.
  public private(set) var isMonth = false
  /// Minutes since midnight where the time is known.
  public var minute: Int?
  /// Minutes east of UTC where the offset is known.
  public var offset: Int?

  /// Makes a date; nil where the (Gregorian) calendar has no such day, the day no such minute, or an offset is
  /// a day or more. An offset without a time says
  /// nothing and is dropped.
  public init?(year: Int, month: Int, day: Int, minute: Int? = nil, offset: Int? = nil) {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    if let minute, !(0..<24 * 60).contains(minute) { return nil }
    if let offset, abs(offset) >= 24 * 60 { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.minute = minute
    self.offset = minute == nil ? nil : offset
  }

  /// Makes a month; nil where the calendar has no such month.
  public init?(year: Int, month: Int) {
    self.init(year: year, month: month, day: 1)
    isMonth = true
  }

  /// As ISO 8601: `2025-05-15`, `2025-05-15T09:30+03:00`, or `2025-05` for a month.
  public var iso8601: String {
    // As bytes: each row of a list is written with it.
    String(unsafeUninitializedCapacity: 24) { bytes in
      var count = 0
      func put(_ character: Unicode.Scalar) {
        bytes[count] = UInt8(ascii: character)
        count += 1
      }
      func put(_ number: Int) {
        bytes[count] = 0x30 &+ UInt8(truncatingIfNeeded: number / 10)
        bytes[count + 1] = 0x30 &+ UInt8(truncatingIfNeeded: number % 10)
        count += 2
      }
      put(year / 100)
      put(year % 100)
      put("-")
      put(month)
      if isMonth { return count }
      put("-")
      put(day)
      guard let minute else { return count }
      put("T")
      put(minute / 60)
      put(":")
      put(minute % 60)
      guard let offset else { return count }
      if offset == 0 {
        put("Z")
        return count
      }
      put(offset < 0 ? "-" : "+")
      put(abs(offset) / 60)
      put(":")
      put(abs(offset) % 60)
      return count
    }
  }

  /// For people: `15 September 2025`, `September 2025` for a month.
  public var formatted: String { dayText + "\(Self.months[month - 1]) \(year)" }

  /// For columns: `15 Sep 2025`, at most 11 characters.
  public var abbreviated: String { dayText + "\(Self.months[month - 1].prefix(3)) \(year)" }

  /// For a line about something that happened: `Tue 4 Nov`, with the year where it is another one than this year.
  ///
  /// - Parameter today: The day that it is; nil where that is not known.
  public func recent(today: BriefingDate?) -> String {
    let weekday = isMonth ? "" : Self.weekdays[(dayNumber + 1) % 7] + " "
    return weekday + dayText + Self.months[month - 1].prefix(3) + (year == today?.year ? "" : " \(year)")
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private var dayText: String { isMonth ? "" : "\(day) " }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of its day.
  var dayNumber: Int { Self.dayNumber(year: year, month: month, day: day) }

  /// Days since the last of February of year 0, of the Gregorian calendar: months count from March on, so that leap days
  /// come last in their year.
  ///
  /// - Parameter year: 0 to 10,000.
  package static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let sinceMarch = (month + 9) % 12
    // Floor division: January and February of year 0 belong to year -1.
    let leapDays = (year >= 0 ? year / 4 : -1) - (year >= 0 ? year / 100 : -1) + (year >= 0 ? year / 400 : -1)
    return year * 365 + leapDays + (sinceMarch * 306 + 5) / 10 + day
  }
}

// MARK: - Order

extension BriefingDate: Comparable {
  /// Earlier before later; a day without a time before its times. Times without an offset count as UTC.
  ///
  /// A day without a time is that day wherever the reader is, so an offset moves times alone.
  public static func < (a: BriefingDate, b: BriefingDate) -> Bool { a.key < b.key }

  /// Minutes since the calendar's start; then, so that only equal dates tie, what the minutes leave open.
  var key: (Int, Int, Int) {
    let minutes = dayNumber * 24 * 60 + (minute ?? 0) - (minute == nil ? 0 : offset ?? 0)
    // A month comes before its first day.
    return (minutes, isMonth ? 0 : minute == nil ? 1 : 2, minute == nil ? 0 : offset ?? Int.max)
  }
}

// MARK: - Reading

extension BriefingDate {
  /// Reads `2025-05-15`, `2025-05-15T09:30`, `2025-05-15 09:30:00Z`, `2025-05-15T09:30:00+03:00`, and what else
  /// YAML 1.1 calls a timestamp: one-digit months, days and hours, a space before the offset, `+3`.
  ///
  /// Seconds are checked and dropped.
  public init?(_ text: some StringProtocol) {
    var scanner = DigitScanner(text.utf8)
    guard let year = scanner.digits(4...4), scanner.skip("-"), let month = scanner.digits(1...2),
      scanner.skip("-"), let day = scanner.digits(1...2)
    else { return nil }
    if scanner.isAtEnd {
      self.init(year: year, month: month, day: day)
      return
    }
    guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" ") else { return nil }
    scanner.skipSpaces()
    var offset: Int?
    guard let time = scanner.time(), scanner.offset(into: &offset), scanner.isAtEnd else { return nil }
    self.init(year: year, month: month, day: day, minute: time, offset: offset)
  }
}

/// Reads the parts of a timestamp from the front of a text.
private struct DigitScanner {
  private var rest: ArraySlice<UInt8>

  init(_ text: some Sequence<UInt8>) { rest = Array(text)[...] }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  mutating func skipSpaces() {
    while skip(" ") || skip("\t") {}
  }

  /// A number of so many digits; nil, and nothing is read, where there are fewer or more.
  mutating func digits(_ count: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard count.contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// `09:30`, `09:30:00`, `09:30:00.25` as minutes since midnight. 60 is a leap second's number.
  mutating func time() -> Int? {
    guard let hour = digits(1...2), skip(":"), let minute = digits(2...2), hour < 24, minute < 60 else {
      return nil
    }
    if skip(":") {
      guard let second = digits(2...2), second <= 60 else { return nil }
      if skip("."), digits(1...18) == nil { return nil }
    }
    return hour * 60 + minute
  }

  /// Reads nothing, `Z`, `+03:00`, `+0300` or `+3` as minutes east of UTC; false where it is none of these.
  mutating func offset(into offset: inout Int?) -> Bool {
    skipSpaces()
    if isAtEnd { return true }
    if skip("Z") || skip("z") {
      offset = 0
      return true
    }
    let isWest = rest.first == UInt8(ascii: "-")
    guard skip("+") || skip("-") else { return false }
    var minutes = 0
    var hours = 0
    if let both = digits(4...4) {
      (hours, minutes) = (both / 100, both % 100)
    } else {
      guard let number = digits(1...2) else { return false }
      hours = number
      if skip(":") {
        guard let number = digits(2...2) else { return false }
        minutes = number
      }
    }
    offset = (hours * 60 + minutes) * (isWest ? -1 : 1)
    return minutes < 60
  }
}
