import BriefingCore

/// What tells whether two hits are copies of one text: the words of their sections, and whether one briefing is a translation
/// of the other.
package struct Likeness: Hashable, Sendable {
  /// The words of the section's text, or of its beginning where it is long.
  package var words: WordSketch
  /// The briefing's path without what names its language, and that language; nil where its path names none.
  package var translation: Translation?

  /// One of some briefings that say the same in different languages.
  package struct Translation: Hashable, Sendable {
    /// The path without the language.
    var stem: String
    /// A code of ISO 639-1, or empty where the path names none.
    var language: String
  }

  /// What a section is alike to.
  ///
  /// - Parameter language: The language that the briefing is known to be in; asked only where its path names one. A
  ///   folder can be called `it` or `no` and mean no language.
  package init(words: WordSketch, path: String, language: () -> String?) {
    self.words = words
    let named = Translation(path: path)
    let isOther = !named.language.isEmpty && language().map { $0 != named.language } == true
    translation = isOther ? nil : named
  }

  /// Bytes of a section's text that are compared at most.
  static let longest = 1 << 16
  /// Different words that a text needs to be known again.
  private static let fewest = 20
  /// How alike the words of copies are at least: some sentence may be another one.
  private static let least = 0.9

  /// Whether another section is a copy, or a part of a translation.
  func isCopy(of other: Likeness) -> Bool {
    if let translation, let its = other.translation, translation.stem == its.stem,
      translation.language != its.language
    {
      return true
    }
    return min(words.count, other.words.count) >= Self.fewest
      && 10 * abs(words.count - other.words.count) <= max(words.count, other.words.count)
      && words.dice(other.words) >= Self.least
  }

  /// Under what it is looked for: copies share one of these, nearly always.
  var keys: [Key] {
    words.hashes.prefix(3).map(Key.word) + [translation.map { Key.stem($0.stem) }].compactMap(\.self)
  }

  enum Key: Hashable {
    case word(UInt32)
    case stem(String)
  }
}

extension Likeness.Translation {
  /// The translation that a path names: `a.de.md`, `a.md` beside it, `de/a.md`.
  init(path: String) {
    var parts = path.split(separator: "/").map(String.init)
    var language = ""
    func code(_ text: some StringProtocol) -> String? {
      let primary = text.prefix { $0.isLetter }
      let isTag = primary.count == 2 && (primary.count == text.count || text.count == 5)
      guard isTag, let code = LanguageName.code(of: String(text)), code == primary.lowercased() else {
        return nil
      }
      return code
    }
    if let name = parts.last {
      var pieces = name.split(separator: ".", omittingEmptySubsequences: false)
      if pieces.count > 2, let found = code(pieces[pieces.count - 2]) {
        language = found
        pieces.remove(at: pieces.count - 2)
        parts[parts.count - 1] = pieces.joined(separator: ".")
      }
    }
    if language.isEmpty, let folder = parts.dropLast().lastIndex(where: { code($0) != nil }) {
      language = code(parts[folder]) ?? ""
      parts.remove(at: folder)
    }
    stem = parts.joined(separator: "/")
    self.language = language
  }
}
