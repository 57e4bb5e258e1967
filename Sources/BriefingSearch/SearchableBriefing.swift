import BriefingCore
import BriefingText

/// A briefing as a search sees it.
public struct SearchableBriefing: Sendable {
  /// Its path below the library's folder.
  public var path: String
  /// The briefing's title, its first 256 words at most.
  public var title: WordLine
  /// Its tags, a passage each, the first 256 words at most.
  public var tags: WordLine
  /// The words of the file's name, or its folder's where it is the folder's page; none where the title has them all.
  public var name: WordLine
  /// What its front matter says besides, a passage for each value.
  public var metadata: [SearchQuery.MetadataField: WordLine]
  /// The language whose inflections serve for what is looked for; nil where none do.
  public var language: Language?
  /// The day that it is dated; nil where nobody has stated one: a guess fits no filter.
  public var day: Day?
  /// Its sections, the lead first where it has text.
  public var sections: [Section]

  /// One of its sections.
  public struct Section: Sendable {
    /// 0 for the lead, else the 1-based place among the briefing's sections.
    public var ordinal: Int
    /// The heading; nil for the lead.
    public var heading: BriefingCore.Section?
    /// The heading's words.
    public var title: WordLine
    /// The words below the heading.
    public var body: WordLine
    /// The hosts of its links, a passage each: `bloomberg.com`.
    public var hosts: WordLine

    /// Words of heading and text.
    public var wordCount: Int { title.count + body.count }
  }

  /// Collects the words of a briefing.
  ///
  /// - Parameter path: Its path below the library's folder.
  /// - Throws: `CancellationError` when `isCancelled` returns true.
  public init(_ briefing: Briefing, path: String, isCancelled: () -> Bool = { false }) throws {
    let metadata = briefing.metadata
    self.path = path
    self.metadata = [
      .source: WordLine(metadata.source.map { [$0] } ?? []), .author: WordLine(metadata.authors),
      .path: WordLine([path]), .lang: WordLine(metadata.language.map(Self.names(ofLanguage:)) ?? []),
    ]
    day = metadata.dateOrigin?.isGuess == true ? nil : metadata.date.map(Day.init)
    sections = try Self.sections(of: briefing, isCancelled)
    // Title and tags are found in every section: a long title of many sections must not become many more words than
    // the briefing has.
    let limit = max(16, min(256, (1 << 20) / max(1, sections.count)))
    title = WordLine([metadata.title]).prefix(limit)
    tags = WordLine(metadata.tags).prefix(limit)
    name = Self.name(ofPath: path, title: title)
    language = Language.of(tag: metadata.language, sections.lazy.map(\.body))
  }

  /// Calls `found` with each word of its title, tags, name and sections, hosts among them, as often as it stands there.
  public func forEachWord(_ found: (UnsafeBufferPointer<UInt8>) -> Void) {
    for line in [title, tags, name] + sections.flatMap({ [$0.title, $0.body, $0.hosts] }) {
      line.forEachWord(found)
    }
  }

  /// A language tag, and the names of its language besides: who asks for `lang:de` means `lang: German` too.
  private static func names(ofLanguage tag: String) -> [String] {
    [tag] + (LanguageName.code(of: tag).map(LanguageName.all(ofCode:)) ?? [])
  }

  private static func name(ofPath path: String, title: WordLine) -> WordLine {
    // By bytes: characters take their time, and no sign can join a slash.
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    guard let last = parts.last else { return WordLine() }
    let endings = [".md", ".markdown"]
    let ending = endings.first { last.lowercased().hasSuffix($0) }?.utf8.count ?? 0
    let name = WordLine([
      NameTitle.source(name: String(last.dropLast(ending)), folders: Array(parts.dropLast()))
    ])
    // Both are short: a set would take longer to make.
    let known = title.positions
    let isKnown = name.positions.allSatisfy { word in
      known.contains { title.bytes[$0].elementsEqual(name.bytes[word]) }
    }
    return isKnown ? WordLine() : name
  }

  /// Bytes of a briefing from which on its words take no more room than they need.
  private static let largeSize = 4 << 20

  /// The words of what ``BriefingUnits/sectionTexts(isCancelled:)`` says, without making strings of it.
  private static func sections(of briefing: Briefing, _ isCancelled: () -> Bool) throws -> [Section] {
    let units = try BriefingUnits(briefing, isCancelled: isCancelled)
    var texts = SearchableTexts(units)
    var sections: [Section] = []
    sections.reserveCapacity(briefing.sections.count + 1)
    // The words of a large briefing are about as many bytes as its file, which is still in memory.
    let isLarge = briefing.document.source.count > Self.largeSize
    for ordinal in 0...briefing.sections.count {
      let heading = ordinal == 0 ? nil : briefing.sections[ordinal - 1]
      var body = WordLine()
      var isEmpty = true
      var isComplete = true
      // Of its heading the links are wanted alone.
      units.readHeading(ofSection: ordinal, &texts)
      try units.forEachPassage(ofSection: ordinal, &texts, isCancelled: isCancelled) { text in
        isComplete = text.withUnsafeBufferPointer { body.append($0, isCancelled: isCancelled) }
        isEmpty = false
        return isComplete
      }
      guard isComplete else { throw CancellationError() }
      if isLarge { body.giveUpRoom() }
      guard ordinal > 0 || !isEmpty || briefing.sections.isEmpty else { continue }
      sections.append(
        Section(
          ordinal: ordinal, heading: heading, title: WordLine(heading.map { [$0.title] } ?? []), body: body,
          hosts: WordLine(texts.takeHosts())))
    }
    return sections
  }
}
