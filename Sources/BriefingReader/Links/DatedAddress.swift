import BriefingCore

/// An address on a site that has a date as parts of it, as blogs make them: `/en/2022/05/11/`, `/2022/05/11/rain/`,
/// `/2022/05/rain/`.
struct DatedAddress {
  /// As it is written.
  let year: Substring
  private let month: String
  /// nil where there is only a month.
  private let day: String?
  /// The parts before the date.
  let folders: [Substring]
  /// The part after the date; nil where the date is all.
  let name: Substring?

  /// Reads the parts of a path; nil where they have no day, or no month with a name after it.
  init?(_ parts: [Substring]) {
    func isNumber(_ index: Int, _ count: ClosedRange<Int>) -> Bool {
      index < parts.count && count.contains(parts[index].utf8.count)
        && parts[index].utf8.allSatisfy(\.isASCIIDigit)
    }
    guard let at = parts.indices.first(where: { isNumber($0, 4...4) && isNumber($0 + 1, 1...2) }) else {
      return nil
    }
    let hasDay = isNumber(at + 2, 1...2)
    let end = at + (hasDay ? 3 : 2)
    guard parts.count <= end + 1, hasDay || parts.count > end else { return nil }
    year = parts[at]
    month = Self.twoDigits(parts[at + 1])
    day = hasDay ? Self.twoDigits(parts[at + 2]) : nil
    folders = Array(parts[..<at])
    name = end < parts.count ? parts[end] : nil
  }

  /// Whether a file's name starts with the date.
  func starts(_ name: Substring) -> Bool {
    let numbers = [String(year), month] + (day.map { [$0] } ?? [])
    return name.hasPrefix(numbers.joined(separator: "-")) || name.hasPrefix(numbers.joined())
  }

  /// Whether a date is the address's, or in its month where that is all it has.
  func isDate(_ date: BriefingDate?) -> Bool {
    guard let date, date.year == Int(year), date.month == Int(month) else { return false }
    return day == nil || !date.isMonth && date.day == day.flatMap { Int($0) }
  }

  private static func twoDigits(_ number: Substring) -> String {
    (number.utf8.count == 1 ? "0" : "") + number
  }
}
