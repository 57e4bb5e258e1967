/// A library of news briefings, made by a seed: each about 4 kB (1 to 12), with front matter, sections, lists, tables.
///
/// A briefing depends on the seed and on its index alone, so a larger library holds every smaller one.
public struct LibrarySample: Sendable {
  /// A briefing of the library.
  public struct Entry: Sendable {
    /// Where it stands in the library: `2025/05/15-a-title-4711.md`. No two briefings share a path.
    public let path: String
    /// Its Markdown.
    public let text: String
    /// When it was written, in seconds since 1970 (UTC).
    public let modified: Int
  }

  /// A word that exactly 37 of the first 1,000 briefings have, each once, and no other.
  public static let rareWord = "zugzwang"
  /// A word that most briefings have.
  public static let commonWord = "agreement"

  private let seed: UInt64

  /// The library of a seed.
  public init(seed: UInt64 = 1) { self.seed = seed }

  /// The briefing of an index, counted from 0; there is no last one.
  public subscript(index: Int) -> Entry {
    var mix = SeededGenerator(seed: seed)
    var random = SeededGenerator(seed: mix.next() &+ UInt64(truncatingIfNeeded: index))
    let language = LibraryLanguage.draw(using: &random)
    // The vocabulary grows with the library, and ever more slowly.
    let count = 20_000 + 100 * Int(Double(index).squareRoot())
    let words = LibraryVocabulary(realWords: language.words, count: count)
    let moment = LibraryMoment.draw(using: &random)
    var writer = LibraryWriter(words: words, random: random)
    writer.write(
      language: language, moment: moment, hasRareWord: index < 1000 && index % 27 == 5,
      hasCommonWord: index % 10 != 0)
    return Entry(
      path: "\(moment.path(separator: "/"))-\(LibraryWriter.slug(writer.title))-\(index).md",
      text: writer.news.text, modified: moment.secondsSince1970)
  }
}

/// The language of a briefing.
enum LibraryLanguage: String {
  case english = "en"
  case german = "de"
  case turkish = "tr"
  case french = "fr"

  var words: [String] {
    switch self {
    case .english: LibraryWords.english
    case .german: LibraryWords.german
    case .turkish: LibraryWords.turkish
    case .french: LibraryWords.french
    }
  }

  /// English but for one in twelve.
  static func draw(using random: inout SeededGenerator) -> LibraryLanguage {
    switch Int.random(in: 0..<48, using: &random) {
    case 0, 1: .german
    case 2: .turkish
    case 3: .french
    default: .english
    }
  }
}
