/// A day, with the time of day where it is known (ISO 8601 date or date-time).
public struct BriefingDate: Hashable, Comparable, Sendable {
  /// Year, 0 to 9999.
  public var year: Int
  /// Month, 1 to 12.
  public var month: Int
  /// Day of the month, 1 to 31.
  public var day: Int
  /// Minutes since midnight where the time is known.
  public var minute: Int?
  /// Minutes east of UTC where the offset is known.
  public var offset: Int?

  /// Makes a date; nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int, minute: Int? = nil, offset: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.minute = minute
    self.offset = offset
  }

  /// Reads `2025-05-15`, `2025-05-15T09:30`, `2025-05-15 09:30:00Z`, `2025-05-15T09:30:00+03:00`.
  public init?(_ text: String) { return nil }

  /// As ISO 8601: `2025-05-15` or `2025-05-15T09:30+03:00`.
  public var iso8601: String { "" }

  /// For people: `15 May 2025`.
  public var formatted: String { "" }

  /// Earlier before later; a day without a time before its times.
  public static func < (a: BriefingDate, b: BriefingDate) -> Bool { false }
}
