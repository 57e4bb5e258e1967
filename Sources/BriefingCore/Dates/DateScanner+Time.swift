/// The time of day after a date.
extension DateScanner {
  /// `T06:00:00Z`, ` 12:00 +0300`, `, 9:30 am`, `T060000`, ` à 9h30`, ` um 9:30 Uhr`, ` 上午9:30`, ` 오후 3시 20분`: minutes since midnight and the minutes east of UTC.
  mutating func time() -> (minute: Int, offset: Int?)? {
    let isMarked = skip(anyOf: "Tt")
    if !isMarked {
      let isBehindCharacter = at > text.startIndex && "日日号號일".unicodeScalars.contains(text[at - 1])
      guard let next = peek, next == " " || next == "," || isBehindCharacter else { return nil }
      _ = skip(",")
      skipSpaces()
      let words: Set = ["at", "à", "um", "om", "kl", "в", "о", "alle", "ore"]
      _ = attempt { $0.word().map { words.contains($0.lowercased()) } == true ? true : nil }
      _ = skip(".")
      skipSpaces()
    }
    let half = isMarked ? nil : attempt { $0.halfBefore() }
    guard var hour = isMarked ? attempt({ $0.compactTime() }) ?? clockTime() : clockTime() else { return nil }
    _ = attempt { scanner -> Bool? in
      scanner.skipSpaces()
      return scanner.word()?.lowercased() == "uhr" ? true : nil
    }
    if let half {
      guard hour < 13 * 60 else { return nil }
      hour = hour % (12 * 60) + (half ? 12 * 60 : 0)
    } else if let isAfternoon = attempt({ $0.halfOfDay() }) {
      guard 60..<13 * 60 ~= hour else { return nil }
      hour = hour % (12 * 60) + (isAfternoon ? 12 * 60 : 0)
    }
    if !isMarked { skipEndTime() }
    if skipVagueZone() { return (hour, nil) }
    return (hour, attempt { $0.zone() })
  }

  private mutating func clockTime() -> Int? {
    guard let hour = number(1...2), hour < 24 else { return nil }
    if skip(anyOf: "hH時时点點시") {
      skipSpaces()
      let minute = attempt { $0.number(2...2) } ?? 0
      _ = skip(anyOf: "分분")
      return minute < 60 ? hour * 60 + minute : nil
    }
    if let minute = attempt({ $0.dottedMinute() }) { return hour * 60 + minute }
    guard skip(":"), let minute = number(2...2), minute < 60 else { return nil }
    if skip(":") {
      guard let second = number(2...2), second <= 60 else { return nil }
      if skip(anyOf: ".,") { guard number(1...9) != nil else { return nil } }
    }
    return hour * 60 + minute
  }

  /// Skips until when something lasts: `-11:30` of `09:30-11:30`, which is no offset.
  private mutating func skipEndTime() {
    guard at >= 3, text[at - 3] == ":", at < 6 || text[at - 6] != ":" else { return }
    _ = attempt { scanner -> Bool? in
      guard scanner.skip(anyOf: "-–—"), let hour = scanner.number(1...2), scanner.skip(":"),
        let minute = scanner.number(2...2), hour < 24, minute < 60, scanner.peek != ":"
      else { return nil }
      return true
    }
  }

  /// `.12` of `09.12 BST`, as British newspapers have it. A zone follows, for else it is a number.
  private mutating func dottedMinute() -> Int? {
    guard skip("."), let minute = number(2...2), minute < 60, peek == " " else { return nil }
    var behind = self
    return behind.skipVagueZone() || behind.attempt({ $0.zone() }) != nil ? minute : nil
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

  /// `上午`, `오후`: whether it is the second half.
  private mutating func halfBefore() -> Bool? {
    guard let word = word() else { return nil }
    skipSpaces()
    switch word {
    case "上午", "午前", "오전": return false
    case "下午", "午後", "오후": return true
    default: return nil
    }
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
    // `(GMT+2)`; what else stands in brackets is a comment.
    if let offset = attempt({ $0.skip("(") ? $0.namedOffset() : nil }) { return offset }
    guard let name = attempt({ $0.word() }) else { return numericOffset() }
    guard let hours = Self.zones[name.uppercased()] else { return nil }
    let offset = hours == 0 ? attempt { $0.numericOffset() } : nil
    return offset ?? hours * 60
  }

  /// `GMT+2)`.
  private mutating func namedOffset() -> Int? {
    guard let name = word(), Self.zones[name.uppercased()] == 0, let offset = numericOffset(), skip(")")
    else {
      return nil
    }
    return offset
  }

  /// Skips the name of a zone that says no offset, since it has several: `ET` is that of summer or of winter.
  private mutating func skipVagueZone() -> Bool {
    attempt { scanner in
      scanner.skipSpaces()
      return scanner.word().map { ["ET", "CT", "MT", "PT", "IST"].contains($0) } == true ? true : nil
    } ?? false
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
    "BST": 1, "WET": 0, "WEST": 1, "EET": 2, "EEST": 3, "HKT": 8, "SGT": 8, "AEST": 10, "AEDT": 11,
    "NZST": 12, "NZDT": 13,
  ]
}
