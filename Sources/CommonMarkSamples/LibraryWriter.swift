/// Writes one briefing of a sample library.
struct LibraryWriter {
  var news: NewsWriter<LibraryVocabulary>
  private(set) var title = ""

  init(words: LibraryVocabulary, random: SeededGenerator) {
    news = NewsWriter(words: words, random: random)
    news.text.reserveCapacity(8192)
  }

  mutating func write(
    language: LibraryLanguage, moment: LibraryMoment, hasRareWord: Bool, hasCommonWord: Bool
  ) {
    title = news.title()
    let hasFrontMatter = !oneIn(25)
    if hasFrontMatter { addFrontMatter(language, moment) }
    if !hasFrontMatter || oneIn(2) { news.text += "# \(title)\n\n" }
    if hasCommonWord { news.text += "The \(LibrarySample.commonWord): " }
    news.text += news.paragraph(sentences: 2) + "\n\n"
    // The least of three is often small and seldom large.
    let size = (0..<3).map { _ in Int.random(in: 0..<9000, using: &news.random) }.reduce(9000, min)
    let sections = Int.random(in: 3...9, using: &news.random)
    let marked = Int.random(in: 0..<sections, using: &news.random)
    for section in 0..<sections {
      news.addHeading(level: section > 0 && oneIn(4) ? 3 : 2)
      let end = news.text.utf8.count + size / sections
      repeat { news.addBlock() } while news.text.utf8.count < end
      if hasRareWord, section == marked {
        news.text += "\(news.paragraph(sentences: 1)) They called it \(LibrarySample.rareWord).\n\n"
      }
    }
  }

  /// A title as a part of a file name: ASCII letters and digits, hyphens for the rest, about 40 bytes at most.
  static func slug(_ title: String) -> String {
    var slug = ""
    for byte in title.utf8 {
      switch byte {
      case 0x41...0x5A: slug.unicodeScalars.append(Unicode.Scalar(byte + 0x20))
      case 0x61...0x7A, 0x30...0x39: slug.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        if slug.utf8.count > 40 { return slug }
        if !slug.isEmpty, slug.utf8.last != 0x2D { slug += "-" }
      }
    }
    return slug.utf8.last == 0x2D ? String(slug.dropLast()) : slug
  }

  private mutating func addFrontMatter(_ language: LibraryLanguage, _ moment: LibraryMoment) {
    news.text +=
      "---\ntitle: \(title.contains("%") ? "\"\(title)\"" : title)\ndate: \(moment.path(separator: "-"))"
    if oneIn(4) { news.text += "T\(moment.time)Z" }
    news.text += "\nsource: \(pick(Self.sources))\n"
    if !oneIn(3) { news.text += "author: [\(list(1...2, of: Self.authors))]\n" }
    if !oneIn(8) { news.text += "tags: [\(list(1...5, of: Self.tags))]\n" }
    if language != .english || !oneIn(5) { news.text += "lang: \(language.rawValue)\n" }
    news.text += "---\n\n"
  }

  private mutating func oneIn(_ count: Int) -> Bool { news.random.oneIn(count) }

  private mutating func pick(_ choices: [String]) -> String {
    choices.randomElement(using: &news.random) ?? ""
  }

  private mutating func list(_ count: ClosedRange<Int>, of choices: [String]) -> String {
    var chosen: [String] = []
    for _ in 0..<Int.random(in: count, using: &news.random) {
      let choice = pick(choices)
      if !chosen.contains(choice) { chosen.append(choice) }
    }
    return chosen.joined(separator: ", ")
  }

  private static let sources = """
    Bloomberg|Reuters|Agence France-Presse|Associated Press|Financial Times|The Economist|Le Monde|Der Spiegel
    Süddeutsche Zeitung|Hürriyet|Cumhuriyet|Anadolu Ajansı|Gazeta Wyborcza|El País|Kyiv Independent|DSCA|The desk
    """.split { $0 == "|" || $0 == "\n" }.map(String.init)

  private static let authors = """
    Ayşe Yılmaz|Łukasz Wójcik|Jürgen Weiß|Zoë Müller|François Lefèvre|Marta González|Ebru Çelik|Anna Kowalska
    Tom Baker|Priya Nair|Oğuz Şahin|Ingrid Sørensen|Dvořák Jan|Kenji Sato|Mary O’Neill|Siobhán Byrne
    """.split { $0 == "|" || $0 == "\n" }.map(String.init)

  private static let tags = """
    turkey nato defence energy united-states syria trade sanctions gas oil election economy markets banks eu russia
    ukraine china climate health courts migration technology space f-35 aviation railways housing sport culture
    """.split { $0 == " " || $0 == "\n" }.map(String.init)
}
