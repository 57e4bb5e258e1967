extension Language {
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
