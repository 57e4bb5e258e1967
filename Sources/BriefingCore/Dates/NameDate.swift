/// A date in the name of a file or folder, and where in it.
struct NameDate {
  let date: BriefingDate
  /// In scalars of the name.
  let range: Range<Int>

  /// Finds the day that a name states, or else the month; nil where it states none, or several.
  init?(_ name: String) {
    guard DateText.canStand(in: name) else {
      guard let first = name.utf8.first, 0x30...0x39 ~= first, DateText.canEndShort(name),
        let date = Self.shortDate(startOf: DateText(name.unicodeScalars.prefix(200)).scalars)
      else { return nil }
      self = date
      return
    }
    var found = Self.dates(in: DateText(name.unicodeScalars.prefix(200)).scalars)
    let days = found.filter { !$0.date.isMonth }
    if !days.isEmpty { found = days }
    // `2026-10-weekly` is of a week or a month.
    if days.isEmpty, Self.isOfWeeks(name) { found.removeAll { $0.isInFigures(of: name) } }
    guard let first = found.first else { return nil }
    let isAlone = found.allSatisfy {
      ($0.date.year, $0.date.month, $0.date.day) == (first.date.year, first.date.month, first.date.day)
    }
    guard isAlone || first.range.lowerBound == 0 else { return nil }
    self = first
  }

  private func isInFigures(of name: String) -> Bool {
    !name.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count).contains(where: DateText.isLetter)
  }

  /// Whether a name says that a number in it may be that of a week.
  private static func isOfWeeks(_ name: String) -> Bool {
    name.split { !$0.isLetter }.contains {
      ["week", "weekly", "wk", "woche", "hebdo", "周刊", "周报", "週刊", "周", "週", "주간"].contains($0.lowercased())
    }
  }

  private init(_ date: BriefingDate, _ range: Range<Int>) {
    self.date = date
    self.range = range
  }

  /// Whether what is left of a name without its date is the end of a range: `to_2026-07-12`.
  static func isEndOfRange(_ rest: String) -> Bool {
    let word = rest.prefix { $0.isLetter }
    guard ["to", "bis", "au", "al", "through", "до", "по"].contains(word.lowercased()) else { return false }
    return NameDate(String(rest.dropFirst(word.count + 1)))?.range.lowerBound == 0
  }

  /// `14-Jul-26` where a name starts with it; within a name 14 may be the number of an issue.
  private static func shortDate(startOf scalars: [Unicode.Scalar]) -> NameDate? {
    var scanner = DateScanner(scalars[...], at: 0)
    scanner.takesShortYears = true
    guard let date = scanner.date(), canEnd(scanner.at, in: scalars) else { return nil }
    return NameDate(date, 0..<scanner.at)
  }

  private static func dates(in scalars: [Unicode.Scalar]) -> [NameDate] {
    var found: [NameDate] = []
    var at = 0
    guard let last = DateText.lastYear(in: scalars) else { return [] }
    while at <= last {
      var scanner = DateScanner(scalars[...], at: at)
      if canStart(at, in: scalars), let date = scanner.date() ?? compactMonth(&scanner, in: scalars),
        canEnd(scanner.at, in: scalars),
        date.isMonth ? isAtEdge(at..<scanner.at, of: scalars) : !isTaken(at, in: scalars)
      {
        found.append(NameDate(date, at..<scanner.at))
        at = max(at + 1, scanner.at)
      } else {
        at += 1
      }
    }
    return found
  }

  /// Whether the day of a date belongs to what stands before it: `issue-12-may-2025`, `5-11-may-2025`.
  private static func isTaken(_ start: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard start > 1 else { return false }
    if DateContext.takesDay(start, in: scalars) { return true }
    guard DateText.isDigit(scalars[start]), scalars[start...].prefix(while: DateText.isDigit).count <= 2
    else {
      return false
    }
    var end = start - 1
    while end > 0, " -_–~".unicodeScalars.contains(scalars[end]) { end -= 1 }
    let digits = scalars[...end].reversed().prefix(while: DateText.isDigit).count
    return end < start - 1 && 1...2 ~= digits
  }

  /// `202505`, where it can be nothing but a year and a month: from 2013 on no day is written so.
  private static func compactMonth(_ scanner: inout DateScanner, in scalars: [Unicode.Scalar])
    -> BriefingDate?
  {
    let digits = scalars[scanner.at...].prefix(while: DateText.isDigit)
    guard digits.count == 6 else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
    guard 2013...2099 ~= number / 100, let date = BriefingDate(year: number / 100, month: number % 100) else {
      return nil
    }
    scanner = DateScanner(scalars[...], at: digits.endIndex)
    return date
  }

  /// A month stands at an end of a name: within it the numbers are more often something else.
  private static func isAtEdge(_ range: Range<Int>, of scalars: [Unicode.Scalar]) -> Bool {
    range.lowerBound == 0 || range.upperBound == scalars.count
      || !scalars[range.upperBound...].contains(where: DateText.isDigit)
  }

  private static func canStart(_ start: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard start > 0 else { return true }
    let (before, here) = (scalars[start - 1], scalars[start])
    if DateText.isDigit(here) {
      if DateText.isDigit(before) { return false }
      if before == ".", start > 1, DateText.isDigit(scalars[start - 2]) { return false }
      guard DateText.isASCIILetter(before) else { return true }
      // `digest20240501` is a word with a date, `3fa20240501` a hash.
      let word = scalars[..<start].reversed().prefix(while: DateText.isASCIILetter)
      let isWord = word.contains { !"abcdefABCDEF".unicodeScalars.contains($0) }
      return isWord && word.count >= 3
        && (start == word.count || !DateText.isDigit(scalars[start - word.count - 1]))
        && scalars[start...].prefix(while: DateText.isDigit).count >= 8
    }
    return DateText.isLetter(here) && !DateText.isLetter(before) && !DateText.isDigit(before)
  }

  private static func canEnd(_ end: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard end < scalars.count else { return true }
    let next = scalars[end]
    if next == "T" || next == "t" { return end + 1 < scalars.count && DateText.isDigit(scalars[end + 1]) }
    return !DateText.isDigit(next) && !DateText.isASCIILetter(next)
  }
}
