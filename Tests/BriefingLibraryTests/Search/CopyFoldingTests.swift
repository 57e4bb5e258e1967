import BriefingSearch
import Testing

/// One text in several files is one row.
@Suite struct CopyFoldingTests {
  private static let story = """
    The missile sale to Ankara was approved on Monday after months of talks between both governments, officials said,
    and the first deliveries are expected next spring, once the parliament has voted on a budget for the whole programme.
    """

  private func dated(_ day: Int, _ text: String, title: String = "A story") -> String {
    "---\ndate: 2025-05-\(day)\ntitle: \(title) \(day)\n---\n\(text)\n"
  }

  /// What is shown of a query, by path, with the number of copies; and that both ways say so.
  private func shown(
    _ query: String, _ files: [(String, String)], folding: SearchFolding = .close
  ) throws -> [String] {
    let library = try SearchedLibrary(files.map { ($0.0, $0.1) })
    for number in 0..<20 { try library.write("z\(number).md", "other words of no matter\n") }
    let scan = library.other
    try library.search.refresh(.always)
    let found = try [library.search, scan].map {
      try $0.search(SearchQuery(parsing: query), limit: 20, folding: folding)
    }
    #expect(found[0].hits == found[1].hits)
    // The total is of all.
    #expect(found[0].total.briefings == files.filter { $0.1.lowercased().contains("missile") }.count)
    return found[0].hits.map { $0.path.dropFirst(library.folder.path.count + 1) + " \($0.copies)" }
  }

  @Test func oneTextInSeveralFilesIsOneRow() throws {
    let files = (10...12).map { ("a\($0).md", dated($0, Self.story)) }
    #expect(try shown("missile ankara", files) == ["a12.md 2"])
    #expect(try shown("missile ankara", files, folding: .none).count == 3)
  }

  @Test func aWordMoreIsStillACopy() throws {
    #expect(
      try shown(
        "missile ankara",
        [("a.md", dated(11, Self.story)), ("b.md", dated(10, Self.story + " A correction."))]
      ).first?.hasSuffix(" 1") == true)
  }

  @Test func anotherTextIsNone() throws {
    let other = """
      Ankara has bought no missile so far, an agency reports with reference to persons who know the matter well, because
      prices have risen again while its own industry wants to build a system with partners in Asia within some years.
      """
    #expect(
      try shown("missile ankara", [("a.md", dated(11, Self.story)), ("b.md", dated(10, other))]).count == 2)
    // Of few words nobody can tell.
    #expect(
      try shown("missile", [("a.md", dated(11, "A missile.")), ("b.md", dated(10, "A missile."))]).count == 2)
  }

  @Test(arguments: [
    ["story.md", "story.de.md", "story.fr.md"], ["en/story.md", "de/story.md", "fr/story.md"],
    ["a/story.en.md", "a/story.de.md", "a/story.pt-BR.md"], ["story.md", "de/story.md", "fr/story.md"],
    ["a/story.md", "a/de/story.md", "a/story.fr.md"],
  ])
  func translationsAreOneRow(names: [String]) throws {
    let texts = ["Missile news from Ankara", "Missile: Neues aus Ankara", "Missile : nouvelles d’Ankara"]
    let files = zip(names, texts).map { ($0, dated(10, $1)) }
    let found = try shown("missile ankara", files)
    #expect(found.count == 1 && found[0].hasSuffix(" 2"), "\(found)")
  }

  @Test(arguments: [
    ["story.md", "story.v2.md"], ["2024/story.md", "2025/story.md"], ["story.md", "news.de.md"],
  ])
  func otherNamesAreNoTranslations(names: [String]) throws {
    #expect(try shown("missile", names.map { ($0, dated(10, "A missile of \($0.utf8.count)")) }).count == 2)
  }

  /// A folder called as a language is has texts in others, too.
  @Test(arguments: ["", "lang: en\n"]) func aFolderOfAnotherLanguageHasNoTranslations(tag: String) throws {
    let texts = [
      "The missile that was bought by the ministry is not what it had asked for.",
      "What the ministry has said of the missile is that it will not buy it.",
    ]
    let files = zip(["story.md", "it/story.md"], texts).map {
      ($0, "---\ndate: 2025-05-10\n\(tag)---\n\($1)\n")
    }
    #expect(try shown("missile", files).count == 2)
  }

  /// A digest with one common section is no copy of the other where another section fits too.
  @Test func briefingsWithOtherSectionsAreKept() throws {
    func digest(_ day: Int, _ own: String) -> String {
      dated(day, "## Sale\n\n\(Self.story)\n\n## Own\n\nmissile ankara \(own)")
    }
    let found = try shown("missile ankara", [("a.md", digest(10, "first")), ("b.md", digest(11, "second"))])
    #expect(Set(found.map { $0.prefix(4) }) == ["a.md", "b.md"])
  }
}
