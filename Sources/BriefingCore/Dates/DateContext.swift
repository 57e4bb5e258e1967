/// What stands before a date, where it makes the date something else: the end of a range, or a month behind a number.
enum DateContext {
  /// Whether the day that a date starts with is no day of its own: behind the first day of a range, `2 Jan – 8 Jan 2026`,
  /// and behind a word that counts, for `Issue 12 May 2025` names no day.
  static func takesDay(_ start: Int, in scalars: [Unicode.Scalar]) -> Bool {
    isBehindDay(scalars[..<start]) || isCounted(start, in: scalars)
  }

  /// Whether the first day of a range stands before a date: `2 Jan – `, `December 29, 2025 to `.
  private static func isBehindDay(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = before
    func trim(_ scalars: String) {
      while let last = rest.last, scalars.unicodeScalars.contains(last) { rest.removeLast() }
    }
    trim(" ")
    if let last = rest.last, "–—-~〜至到".unicodeScalars.contains(last) {
      rest.removeLast()
    } else {
      let word = rest.reversed().prefix(while: DateText.isLetter)
      guard rangeWords.contains(text(of: word.reversed()).lowercased()) else { return false }
      rest = rest.dropLast(word.count)
    }
    trim(" .,")
    if let last = rest.last, "日号號일".unicodeScalars.contains(last) { return true }
    // A day of the month may stand before or behind its name, and a year behind both.
    let words = rest.suffix(40).split { " ,.-_/".unicodeScalars.contains($0) }.suffix(3)
    let counts = words.map { $0.allSatisfy(DateText.isDigit) ? $0.count : 0 }
    if counts.count == 3, counts[0...1].allSatisfy({ 1...2 ~= $0 }), counts[2] == 4 { return true }
    return words.indices.dropLast().contains { index in
      let (one, other) = (text(of: words[index]), text(of: words[index + 1]))
      return isDay(one) && isMonth(other) || isMonth(one) && isDay(other)
    }
  }

  private static func text(of scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isDay(_ word: String) -> Bool {
    word.utf8.count <= 4 && Int(word.prefix { $0.isNumber }).map { 1...31 ~= $0 } == true
  }

  private static func isMonth(_ word: String) -> Bool {
    word.utf8.count <= 40 && (CalendarNames.month(word) ?? CalendarNames.shortMonth(word)) != nil
  }

  private static func isCounted(_ start: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let digits = scalars[start...].prefix(while: DateText.isDigit)
    guard 1...2 ~= digits.count,
      scalars[digits.endIndex...].first(where: { !" .-_/".unicodeScalars.contains($0) }).map(
        DateText.isLetter) == true
    else { return false }
    var rest = scalars[..<start]
    while let last = rest.last, " .-_".unicodeScalars.contains(last) { rest.removeLast() }
    guard let last = rest.last else { return false }
    if last == "#" || last == "№" { return true }
    let word = rest.reversed().prefix { DateText.isLetter($0) }
    return countedWords.contains(text(of: word.reversed()).lowercased())
  }

  /// Words that a number stands behind, in the languages of most newsletters.
  private static let countedWords: Set = [
    "issue", "no", "nr", "nº", "num", "number", "vol", "volume", "part", "episode", "ep", "edition", "week",
    "top", "session", "chapter", "version", "lesson", "season", "round", "ausgabe", "nummer", "teil", "folge",
    "woche", "numéro", "numero", "número", "semaine", "semana", "édition", "edición", "выпуск", "номер",
    "часть",
    "неделя", "číslo", "numer", "uge", "vecka", "uke", "sayı", "العدد", "גיליון",
  ]

  /// Whether a number and a word such as `to` stand before a date: `11 to 17 May 2026`, `du 11 au 17 mai 2026`.
  static func isBehindRangeWord(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = before
    func trim(_ scalars: String) {
      while let last = rest.last, scalars.unicodeScalars.contains(last) { rest.removeLast() }
    }
    trim(" ")
    // `עד ה-9`: the article of a day.
    if rest.last == "-", rest.dropLast().last == "ה" {
      rest = rest.dropLast(2)
      trim(" ")
    }
    let word = rest.reversed().prefix(while: DateText.isLetter)
    guard rangeWords.contains(text(of: word.reversed()).lowercased()) else { return false }
    rest = rest.dropLast(word.count)
    trim(" .")
    let number = rest.reversed().prefix(while: DateText.isDigit).count
    return 1...2 ~= number
  }

  private static let rangeWords: Set = [
    "to", "through", "thru", "until", "till", "bis", "au", "al", "a", "do", "až", "по", "до", "tot", "til",
    "עד", "إلى",
  ]
}
