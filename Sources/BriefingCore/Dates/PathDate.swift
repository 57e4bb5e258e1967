/// The date that a file's name states, or else the folders that it stands in.
///
/// A day in the name comes before all; then a path that is a day (`2024/05/15.md`, `2022/05/11/index.md`), a month in
/// the name, and the nearest folder with a day or a month. Of two different days in one name the first counts where the
/// name starts with it, as Jekyll's names do; else neither does.
enum PathDate {
  /// The date; nil where the path states none.
  ///
  /// - Parameters:
  ///   - name: The file's name without its ending.
  ///   - folders: The folders that it stands in, the outermost first.
  static func date(name: String, folders: [String]) -> BriefingDate? {
    let own = NameDate(name)?.date
    if let own, !own.isMonth { return own }
    if let own = folders.last.flatMap({ within($0, name) }) { return own }
    // A year, a month, a day and a name of its own are as deep as dates are in paths.
    let near = folders.suffix(depth)
    let steps = stepped(near + [name])
    if let steps, !steps.isMonth { return steps }
    var months = [own, steps].compactMap(\.self)
    for folder in near.reversed() {
      guard let date = NameDate(folder)?.date else { continue }
      // A day within the month that was found says more than the month.
      if !date.isMonth, months.first.map({ ($0.year, $0.month) == (date.year, date.month) }) ?? true {
        return date
      }
      months.append(date)
    }
    return months.first
  }

  /// The day of a name that says the month again that its folder is: `2026-07/july-14.md`. In `2026-07/14.md` 14 may be
  /// a number of something, and `07-14` a week.
  private static func within(_ folder: String, _ name: String) -> BriefingDate? {
    guard folder.utf8.first.map({ 0x30...0x39 ~= $0 }) == true,
      name.utf8.contains(where: { 0x30...0x39 ~= $0 }),
      let month = NameDate(folder), month.date.isMonth, month.range == 0..<folder.unicodeScalars.count
    else { return nil }
    let words = name.split { "-_ .".contains($0) }.prefix(3)
    guard words.count > 1, words.prefix(2).contains(where: { CalendarNames.month(String($0)) != nil }) else {
      return nil
    }
    let pair = "\(month.date.year)-\(words[0])-\(words[1])"
    let found = NameDate(pair) ?? NameDate("\(words[0])-\(words[1])-\(month.date.year)")
    guard let date = found?.date, !date.isMonth, date.month == month.date.month,
      !words.dropFirst(2).contains(where: { $0.allSatisfy(\.isNumber) })
    else { return nil }
    return date
  }

  /// Folders that are looked at.
  static let depth = 4

  /// A date of which each part is a step of the path: `2024/05/15-title.md`, `2024/05-15.md`, `2024/may/notes.md`,
  /// `y2024/m05/d15.md`, `year=2024/month=05/day=15/notes.md`.
  private static func stepped(_ steps: [String]) -> BriefingDate? {
    let steps = unlettered(steps.map(plain))
    guard let at = steps.dropLast().lastIndex(where: { $0.utf8.count == 4 && year($0) != nil }),
      let year = year(steps[at])
    else { return nil }
    let step = steps[at + 1]
    let isFile = at + 2 == steps.count
    if let month = month(step) {
      guard !isFile else { return BriefingDate(year: year, month: month) }
      let day = leadingNumber(steps[at + 2]).flatMap { BriefingDate(year: year, month: month, day: $0) }
      return day ?? BriefingDate(year: year, month: month)
    }
    // Month and day in one: as in a name after the year.
    let digits = step.utf8.prefix { 0x30...0x39 ~= $0 }.count
    return NameDate(digits == 4 ? "\(year)\(step)" : "\(year)-\(step)").flatMap {
      $0.date.isMonth || $0.range.lowerBound > 0 ? nil : $0.date
    }
  }

  /// A step without the character of East Asia that says what its number is: `2024年/7月/14日`.
  private static func plain(_ step: String) -> String {
    guard let byte = step.utf8.last, byte > 0x7F, let last = step.last, "年月日号號".contains(last),
      step.utf8.first.map({ 0x30...0x39 ~= $0 }) == true,
      step.dropLast().utf8.allSatisfy({ 0x30...0x39 ~= $0 })
    else { return step }
    return String(step.dropLast())
  }

  /// Steps without the words that say which part each is: the year's, and where that has one, those behind it.
  private static func unlettered(_ steps: [String]) -> [String] {
    var found = steps
    var words = [["y", "year"], ["m", "month"], ["d", "day"]][...]
    for (index, step) in steps.enumerated() {
      guard let names = words.first, let first = step.utf8.first,
        names[0].utf8.first == first | 0x20
      else { continue }
      let word = step.prefix { $0.isLetter }
      let rest = step[word.endIndex...].drop { "=-_".contains($0) }
      let digits = rest.utf8.prefix { 0x30...0x39 ~= $0 }.count
      guard names.contains(word.lowercased()),
        digits == (names[0] == "y" ? 4 : 2) || names[0] != "y" && digits == 1
      else { continue }
      found[index] = String(rest)
      words = words.dropFirst()
    }
    return found
  }

  private static func year(_ text: String) -> Int? {
    guard text.utf8.count == 4, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let year = Int(text),
      DateScanner.years ~= year
    else { return nil }
    return year
  }

  /// `05`, `May`, `05-may`.
  private static func month(_ step: String) -> Int? {
    if step.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
      return step.utf8.count <= 2 ? Int(step).flatMap { 1...12 ~= $0 ? $0 : nil } : nil
    }
    let parts = step.split { "-_ .".contains($0) }
    guard let first = parts.first, parts.count <= 2 else { return nil }
    let named = parts.last.flatMap { CalendarNames.month(String($0)) }
    guard first.utf8.count <= 2, let number = Int(first) else { return parts.count == 1 ? named : nil }
    guard 1...12 ~= number, parts.count == 1 || named == number else { return nil }
    return number
  }

  /// The number of two digits that a name is, or starts with before something else.
  private static func leadingNumber(_ name: String) -> Int? {
    let digits = name.utf8.prefix { 0x30...0x39 ~= $0 }
    guard digits.count == 2 || digits.count == name.utf8.count && digits.count == 1 else { return nil }
    let rest = name.utf8.dropFirst(digits.count)
    guard rest.isEmpty || rest.first.map({ "-_ ".utf8.contains($0) }) == true else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
