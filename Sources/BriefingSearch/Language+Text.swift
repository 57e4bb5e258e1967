import BriefingText

extension Language {
  /// The language of a section's text, as its most common small words say; nil where they say none.
  package static func recognised(
    inSection ordinal: Int, of units: BriefingUnits, _ isCancelled: () -> Bool
  ) -> Language? {
    var texts = SearchableTexts(units)
    var lines: [WordLine] = []
    var words = 0
    _ = try? units.forEachPassage(ofSection: ordinal, &texts, isCancelled: isCancelled) { text in
      let line = WordLine([String(decoding: text, as: UTF8.self)])
      lines.append(line)
      words += line.count
      return words < LanguageWords.enough
    }
    return LanguageWords.language(of: lines)
  }

  /// The language of a briefing: as its tag says; where it has none, as its most common small words say. Nil where it is
  /// none of these.
  ///
  /// - Parameters:
  ///   - tag: What the front matter says: a BCP 47 tag, see `LanguageName`.
  ///   - text: The words of its sections, without their headings.
  static func of(tag: String?, _ text: some Sequence<WordLine>) -> Language? {
    guard let tag else { return LanguageWords.language(of: text) }
    return Language(tag: tag)
  }
}
