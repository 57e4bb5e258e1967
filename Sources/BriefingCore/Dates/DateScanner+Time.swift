/// The time of day after a date.
extension DateScanner {
  /// `T06:00:00Z`, ` 12:00 +0300`, `, 9:30 am`, `T060000`: minutes since midnight and the minutes east of UTC.
  mutating func time() -> (minute: Int, offset: Int?)? {
    let isMarked = skip(anyOf: "Tt")
    if !isMarked {
      guard let next = peek, next == " " || next == "," else { return nil }
      _ = skip(",")
      skipSpaces()
      _ = attempt { $0.word()?.lowercased() == "at" ? true : nil }
      skipSpaces()
    }
    guard var hour = isMarked ? attempt({ $0.compactTime() }) ?? clockTime() : clockTime() else { return nil }
    if let isAfternoon = attempt({ $0.halfOfDay() }) {
      guard 60..<13 * 60 ~= hour else { return nil }
      hour = hour % (12 * 60) + (isAfternoon ? 12 * 60 : 0)
    }
    return (hour, attempt { $0.zone() })
  }

  private mutating func clockTime() -> Int? {
    guard let hour = number(1...2), skip(":"), let minute = number(2...2), hour < 24, minute < 60 else {
      return nil
    }
    if skip(":") {
      guard let second = number(2...2), second <= 60 else { return nil }
      if skip(anyOf: ".,") { guard number(1...9) != nil else { return nil } }
    }
    return hour * 60 + minute
  }

  private mutating func compactTime() -> Int? {
    let digits = digitRun
    guard digits.count == 4 || digits.count == 6 else { return nil }
    let numbers = digits.map { Int($0.value) - 0x30 }
    let (hour, minute) = (numbers[0] * 10 + numbers[1], numbers[2] * 10 + numbers[3])
    guard hour < 24, minute < 60 else { return nil }
    at += digits.count
    return hour * 60 + minute
  }

  /// `am`, `p.m.`: whether it is the second half.
  private mutating func halfOfDay() -> Bool? {
    skipSpaces()
    guard let first = peek, "aApP".unicodeScalars.contains(first) else { return nil }
    at += 1
    _ = skip(".")
    guard skip(anyOf: "mM") else { return nil }
    _ = skip(".")
    return isInWord ? nil : first == "p" || first == "P"
  }

  /// `Z`, `+03:00`, `+0300`, `+3`, `GMT`, `UTC+2`, `EST` (RFC 2822): minutes east of UTC.
  private mutating func zone() -> Int? {
    skipSpaces()
    guard let name = attempt({ $0.word() }) else { return numericOffset() }
    guard let hours = Self.zones[name.uppercased()] else { return nil }
    let offset = hours == 0 ? attempt { $0.numericOffset() } : nil
    return offset ?? hours * 60
  }

  private mutating func numericOffset() -> Int? {
    guard let sign = peek, sign == "+" || sign == "-" || sign == "\u{2212}" else { return nil }
    at += 1
    var (hours, minutes) = (0, 0)
    if let both = attempt({ $0.number(4...4) }) {
      (hours, minutes) = (both / 100, both % 100)
    } else {
      guard let number = number(1...2) else { return nil }
      hours = number
      if skip(":") {
        guard let number = self.number(2...2) else { return nil }
        minutes = number
      }
    }
    guard hours < 24, minutes < 60 else { return nil }
    return (hours * 60 + minutes) * (sign == "+" ? 1 : -1)
  }

  private static let zones = [
    "Z": 0, "UTC": 0, "GMT": 0, "UT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "CET": 1, "CEST": 2, "MSK": 3, "JST": 9, "KST": 9,
  ]
}
