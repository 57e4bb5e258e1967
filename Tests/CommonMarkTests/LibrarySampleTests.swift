import CommonMark
import CommonMarkSamples
import Testing

/// What measurements on a sample library rely on.
@Suite struct LibrarySampleTests {
  private static let first = (0..<1000).map { LibrarySample()[$0] }

  /// The words of a text, split at all but letters.
  private func words(_ text: String) -> Set<Substring> { Set(text.split { !$0.isLetter }) }

  @Test func aBriefingDependsOnSeedAndIndexAlone() {
    let again = LibrarySample()[999]
    #expect(again.text == Self.first[999].text)
    #expect(again.path == Self.first[999].path)
    #expect(again.modified == Self.first[999].modified)
    #expect(LibrarySample(seed: 2)[999].text != again.text)
    #expect(LibrarySample(seed: 2)[998].text != again.text)
  }

  @Test func theMarkersAreAsFrequentAsTheySay() {
    let rare = Self.first.filter { $0.text.contains(LibrarySample.rareWord) }
    #expect(rare.count == 37)
    #expect(rare.allSatisfy { words($0.text).contains(LibrarySample.rareWord[...]) })
    let later = (1000..<1200).map { LibrarySample()[$0] }
    #expect(
      !later.contains { $0.text.contains(LibrarySample.rareWord) || $0.path.contains(LibrarySample.rareWord) }
    )
    let common = (Self.first + later).filter { words($0.text).contains(LibrarySample.commonWord[...]) }
    #expect(common.count > 1200 * 8 / 10)
  }

  @Test func pathsAreDistinctAndOfAFolderForEachMonth() throws {
    #expect(Set(Self.first.map(\.path)).count == 1000)
    let shape = try Regex("202[345]/(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])-[a-z0-9-]+-[0-9]+\\.md")
    #expect(Self.first.allSatisfy { (try? shape.wholeMatch(in: $0.path)) != nil })
    #expect(Set(Self.first.map { $0.path.prefix(7) }).count == 36)
  }

  @Test func sizesAndSectionsAreThoseOfBriefings() throws {
    let sizes = Self.first.map(\.text.utf8.count)
    #expect((3500...5000).contains(sizes.reduce(0, +) / sizes.count))
    #expect(sizes.allSatisfy { (900...20_000).contains($0) })
    for entry in Self.first.prefix(200) {
      let headings = entry.text.split(separator: "\n").count { $0.hasPrefix("#") }
      #expect((3...18).contains(headings))
    }
  }

  @Test func wordsAreFrequentAndRareAsInText() {
    var counts: [Substring: Int] = [:]
    for entry in Self.first { for word in entry.text.split(separator: " ") { counts[word, default: 0] += 1 } }
    let all = counts.values.reduce(0, +)
    #expect(counts["the", default: 0] > all / 50)
    #expect(counts.count > 20_000)
    let few = (0..<50).reduce(into: Set<Substring>()) { $0.formUnion(words(Self.first[$1].text)) }
    #expect(few.count < counts.count / 2)
    for word in [
      "missile", "missiles", "talk", "talks", "Erdoğan", "Łódź", "F-35", "AIM-120C-8", "$304", "C++",
    ] {
      #expect(counts[word[...], default: 0] > 10, "\(word)")
    }
  }

  @Test func mostHaveFrontMatterAndAFewAnotherLanguage() {
    let plain = Self.first.count { !$0.text.hasPrefix("---\n") }
    #expect((10...100).contains(plain))
    for (language, expected) in [("en", 500...900), ("de", 15...100), ("tr", 5...60), ("fr", 5...60)] {
      let count = Self.first.count { $0.text.contains("\nlang: \(language)\n---\n") }
      #expect(expected.contains(count), "\(language)")
    }
  }

  /// Lists, tables, quotations, code and footnotes are all there, and are what they are meant as.
  @Test func everyKindOfBlockIsThere() throws {
    var kinds: Set<String> = []
    for entry in Self.first.prefix(300) {
      let document = try Document(parsing: Array(entry.text.utf8), extensions: .all)
      #expect(TreeInvariants.violations(of: document).isEmpty)
      for index in 0..<document.blockCount {
        kinds.insert(String("\(document[BlockID(index: Int32(index))].kind)".prefix { $0.isLetter }))
      }
    }
    let expected = ["heading", "paragraph", "list", "table", "blockQuote", "codeBlock", "footnoteDefinition"]
    #expect(kinds.isSuperset(of: expected), "\(kinds)")
  }
}
