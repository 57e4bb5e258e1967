/// What stands before a date, where it makes the date something else: the end of a range, or a month behind a number.
enum DateContext {
  /// Whether the day that a date starts with is no day of its own: behind the first day of a range, `2 Jan – 8 Jan 2026`,
  /// and behind a word that counts, for `Issue 12 May 2025` names no day.
  static func takesDay(_ start: Int, in scalars: [Unicode.Scalar]) -> Bool {
    isBehindDay(scalars[..<start]) || isCounted(start, in: scalars)
  }

  /// Whether the first day of a range stands before a date: `2 Jan – `, `December 29, 2025 to `.
  private static func isBehindDay(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = before.trimmingEnd(" ")
    if let last = rest.last, "–—-~〜至到".unicodeScalars.contains(last) {
      rest.removeLast()
    } else {
      rest = withoutArticle(rest)
      let word = lastWord(of: rest)
      guard isRangeWord(word) else { return false }
      rest = rest.dropLast(word.unicodeScalars.count)
    }
    rest = rest.trimmingEnd(" .,")
    if let last = rest.last, "日号號일".unicodeScalars.contains(last) { return true }
    if ThaiMonths.isMonthAtEnd(of: text(of: rest.suffix(40))) { return true }
    // A day of the month may stand before or behind its name, and a year behind both.
    let words = rest.suffix(40).split { " ,.-_/()[]（）".unicodeScalars.contains($0) }.suffix(3)
    let counts = words.map { $0.allSatisfy(DateText.isDigit) ? $0.count : 0 }
    if counts.count == 3, counts[0...1].allSatisfy({ 1...2 ~= $0 }), counts[2] == 4 { return true }
    return words.indices.dropLast().contains { index in
      let (one, other) = (text(of: words[index]), text(of: words[index + 1]))
      return isDay(one) && isMonth(other) || isMonth(one) && isDay(other)
    }
  }

  /// The letters that a text ends with.
  private static func lastWord(of text: ArraySlice<Unicode.Scalar>) -> String {
    if text.last == "&" { return "&" }
    return self.text(of: text.reversed().prefix(while: DateText.isLetter).reversed())
  }

  /// Without the article that Hebrew puts before a day, `עד ה-9`, `ל-9`. Its word for “to” or “and” stays.
  private static func withoutArticle(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    guard text.last == "-", let letter = text.dropLast().last, 0x5D0...0x5EA ~= letter.value else {
      return text
    }
    let rest = text.dropLast()
    return letter == "ה" ? rest.dropLast().trimmingEnd(" ") : rest
  }

  private static func isRangeWord(_ word: String) -> Bool {
    rangeWords.contains(word.lowercased()) || word.hasSuffix("ถึง")
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
    // Vietnamese has a word for month, and numbers them.
    word.utf8.count <= 40
      && ((CalendarNames.month(word) ?? CalendarNames.shortMonth(word)) != nil
        || Folding.all.fold(word) == "thang")
  }

  private static func isCounted(_ start: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let digits = scalars[start...].prefix(while: DateText.isDigit)
    guard 1...2 ~= digits.count,
      scalars[digits.endIndex...].first(where: { !" .-_/".unicodeScalars.contains($0) }).map(
        DateText.isLetter) == true
    else { return false }
    let rest = scalars[..<start].trimmingEnd(" .-_")
    guard let last = rest.last else { return false }
    if last == "#" || last == "№" { return true }
    let word = lastWord(of: rest)
    return countedWords.contains(word.lowercased()) || ThaiMonths.counts(word)
  }

  /// Words that a number stands behind, in the languages of most newsletters.
  private static let countedWords: Set = [
    "issue", "no", "nr", "nº", "num", "number", "vol", "volume", "part", "episode", "ep", "edition", "week",
    "top", "session", "chapter", "version", "lesson", "season", "round", "ausgabe", "nummer", "teil", "folge",
    "woche", "numéro", "numero", "número", "semaine", "semana", "édition", "edición", "выпуск", "номер",
    "часть",
    "неделя", "číslo", "numer", "uge", "vecka", "uke", "sayı", "العدد", "גיליון",
    "số", "kỳ", "tập", "edisi", "अंक",
  ]

  /// Whether a number and a word such as `to` stand before a date: `11 to 17 May 2026`, `du 11 au 17 mai 2026`.
  static func isBehindRangeWord(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
    var rest = before.trimmingEnd(" ")
    rest = withoutArticle(rest)
    let word = lastWord(of: rest)
    guard isRangeWord(word) else { return false }
    rest = rest.dropLast(word.unicodeScalars.count).trimmingEnd(" .-")
    let number = rest.reversed().prefix(while: DateText.isDigit).count
    return 1...2 ~= number
  }

  private static let rangeWords: Set = [
    "to", "through", "thru", "until", "till", "bis", "au", "al", "a", "do", "až", "по", "до", "tot", "til",
    "עד", "ועד", "إلى", "حتى", "đến", "tới", "से", "hingga", "sampai",
    // Two days are not one either.
    "and", "und", "et", "y", "e", "i", "и", "og", "och", "en", "ve", "và", "और", "و", "&", "ל", "לה", "ו",
  ]
}

extension ArraySlice<Unicode.Scalar> {
  /// Without the scalars at its end that are among some.
  fileprivate func trimmingEnd(_ scalars: String) -> Self {
    dropLast(reversed().prefix { scalars.unicodeScalars.contains($0) }.count)
  }
}
