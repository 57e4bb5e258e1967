import BriefingCore

/// Reads the values of filters by date.
struct QueryDays {
  /// The day that `yesterday` and `2w` count from; nil where nobody wants to know: these ask for no day then.
  let today: BriefingDate?

  /// The filters.
  enum Field: String, CaseIterable {
    /// That day and later.
    case after
    /// Earlier than that day.
    case before
    /// On that day, in that month or year, or from one day to another.
    case date
    /// So many days, weeks, months or years ago and later.
    case newer
  }

  /// A period; nil where a side is open.
  typealias Days = (from: Day?, before: Day?)

  /// The days that a filter asks for; nil where its value is not a date.
  ///
  /// - Parameter isTyping: Whether more of the value may come: a date counts as far as it goes.
  func days(_ field: Field, _ value: Substring, isTyping: Bool) -> Days? {
    if let days = days(field, value) { return days }
    guard isTyping else { return nil }
    if Self.isBegun(field, value) { return (nil, nil) }
    // `2025-05-` is May. What is typed after the dots of a range is another date.
    var shorter = value
    while shorter.utf8.count > 4, shorter.utf8.first.map({ (0x30...0x39).contains($0) }) == true {
      shorter.removeLast()
      if let days = days(field, shorter) { return days }
    }
    return nil
  }

  /// What is wrong with a value that is not a date, and what to write.
  static func problem(_ field: Field, _ value: String) -> String {
    let shown = value.count > 40 ? value.prefix(40) + "…" : value[...]
    switch field {
    case .newer:
      return "“newer:\(shown)” is not a length of time; write newer:10d, newer:2w, newer:3m or newer:1y"
    case .date:
      return "“date:\(shown)” is not a date; write date:2025-05-15, date:2025-05, date:today or "
        + "date:2025-05-01..2025-05-20"
    case .after, .before:
      let name = field.rawValue
      return
        "“\(name):\(shown)” is not a date; write \(name):2025-05-15, \(name):2025-05, \(name):2025 or \(name):yesterday"
    }
  }

  private func days(_ field: Field, _ value: Substring) -> Days? {
    if field == .newer { return age(value) }
    if field == .date, let dots = Self.dots(in: value) {
      let (first, last) = (value[..<dots.lowerBound], value[dots.upperBound...])
      guard !first.isEmpty || !last.isEmpty else { return nil }
      let start = first.isEmpty ? nil : period(first)
      let end = last.isEmpty ? nil : period(last)
      guard first.isEmpty || start != nil, last.isEmpty || end != nil else { return nil }
      return (start?.from, end?.before)
    }
    guard let period = period(value) else { return nil }
    return switch field {
    case .after: (period.from, nil)
    case .before: (nil, period.from)
    case .date, .newer: period
    }
  }

  /// A day, month or year, or a word for a day.
  private func period(_ text: Substring) -> Days? {
    guard let back = Self.words[text.lowercased()] else { return Day.period(text).map { ($0.start, $0.end) } }
    guard let today else { return (nil, nil) }
    let day = Day(today).before(days: back)
    return (day, Day(today).before(days: back - 1))
  }

  private static let words = ["today": 0, "yesterday": 1]

  /// `2w` as the day from which on something is newer.
  private func age(_ text: Substring) -> Days? {
    guard let unit = text.last, let count = Int(text.dropLast()), 0...9999 ~= count, text.first != "+" else {
      return nil
    }
    guard let today else { return Self.units.contains(unit) ? (nil, nil) : nil }
    switch unit {
    case "d", "D": return (Day(today).before(days: count), nil)
    case "w", "W": return (Day(today).before(days: 7 * count), nil)
    case "m", "M": return (Day.before(today, months: count), nil)
    case "y", "Y": return (Day.before(today, months: 12 * count), nil)
    default: return nil
    }
  }

  private static let units: Set<Character> = ["d", "D", "w", "W", "m", "M", "y", "Y"]

  /// Where two dots stand: one alone may be part of a date, `15.05.2025`.
  private static func dots(in value: Substring) -> Range<Substring.Index>? {
    var at = value.startIndex
    while let first = value[at...].firstIndex(of: ".") {
      at = value.index(after: first)
      if at < value.endIndex, value[at] == "." { return first..<value.index(after: at) }
    }
    return nil
  }

  /// Whether a value is the start of one that says something.
  private static func isBegun(_ field: Field, _ value: Substring) -> Bool {
    let isNumber = value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isNumber { return field == .newer || value.utf8.count < 4 }
    let word = value.lowercased()
    return field != .newer && words.keys.contains { $0.hasPrefix(word) }
  }
}
