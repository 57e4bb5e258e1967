import BriefingCore
import BriefingText
import CommonMarkSamples
import Testing

@testable import BriefingLayout

/// Finding in a text that is collected part by part.
@Suite struct FindPartTests {
  private func page(_ markdown: String, _ bounds: LeafBounds = LeafBounds()) throws -> Page {
    let briefing = try Briefing(parsing: Array(markdown.utf8), file: .init(name: "sample"))
    return try Page(cutting: briefing, bounds, width: 30)
  }

  /// Collects a page in parts as short as can be, and returns each state of the text.
  private func texts(_ page: Page, from unit: Int) throws -> [FindText] {
    var collector = FindCollector(page, from: unit, lengths: 1...1)
    var texts: [FindText] = []
    while !collector.text.isComplete {
      let isCollected = collector.collectPart()
      try #require(isCollected)
      texts.append(collector.text)
    }
    return texts
  }

  private static let queries = [
    FindQuery("e"), FindQuery("The"), FindQuery("é"), FindQuery("of the"),
    FindQuery("in", words: [WordPattern(words: ["in"]), WordPattern(words: ["said"])]),
  ]

  @Test(arguments: 0..<3)
  func `parts say what the whole says, wherever it is begun and however often it is looked for`(
    seed: Int
  ) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let sample = String(decoding: NewsSample.make(byteCount: 3000, seed: UInt64(seed)), as: UTF8.self)
    let page = try page(sample + "\n\n| a | b |\n|---|---|\n| the | end of the |\n")
    let whole = try #require(FindText(page))
    let queries = Self.queries + [FindQuery(pattern: try Pattern("[a-z]+ing"))]
    for unit in [0, page.unitCount - 1, Int.random(in: 0..<page.unitCount, using: &generator)] {
      let texts = try texts(page, from: unit)
      #expect(texts.count > 3)
      for query in queries {
        var found = FindMatches(query)
        for text in texts {
          let isWhole = found.search(text, from: Place(unit: unit), isCancelled: { false })
          #expect(isWhole)
          #expect(found.searchedUnits == text.collectedUnits)
        }
        #expect(found.matches == whole.matches(of: query))
        #expect(texts.last?.matches(of: query) == found.matches)
      }
    }
  }

  @Test func `what stands across the cuts of a long leaf is found in parts, too`() throws {
    var bounds = LeafBounds()
    (bounds.leaf, bounds.slice) = (40, 24)
    let page = try page("Before.\n\nOne two three four five six seven eight nine ten\n\nBehind.", bounds)
    for unit in 0..<page.unitCount {
      let text = try #require(try texts(page, from: unit).last)
      #expect(text.matches(of: FindQuery("five six"))?.count == 1)
    }
  }

  @Test
  func `the first match is known before the rest is collected, and not while something is missing before it`()
    throws
  {
    let page = try page((0..<9).map { "Paragraph \($0)" }.joined(separator: "\n\n"))
    let texts = try texts(page, from: 4)
    func isKnown(_ word: String, _ parts: Int, from unit: Int) -> Bool {
      var found = FindMatches(FindQuery(word))
      return found.search(texts[parts - 1], from: Place(unit: unit), isCancelled: { false })
        && found.isKnown(from: Place(unit: unit))
    }
    #expect(isKnown("paragraph", 1, from: 4))
    #expect(!isKnown("6", 2, from: 4))
    #expect(isKnown("6", 3, from: 4))
    // Units 4 and 5 are there, and of those before them nothing is known.
    #expect(!isKnown("paragraph", 2, from: 1))
    #expect(isKnown("paragraph", 7, from: 1))
  }

  @Test func `what was searched is not searched again`() throws {
    let page = try page((0..<9).map { "Paragraph \($0)" }.joined(separator: "\n\n"))
    var found = FindMatches(FindQuery("paragraph"))
    var reports: [Int] = []
    for text in try texts(page, from: 0) {
      let isWhole = found.search(text, from: Place(), isCancelled: { false }) {
        reports.append($0.matches.count)
      }
      #expect(isWhole)
    }
    #expect(reports == Array(1...9))
  }

  /// Of an expression that finds very many.
  @Test func `what stands where the reader is is kept`() throws {
    let page = try page(repeatElement("needle\n\n", count: 20).joined())
    let text = try #require(texts(page, from: 15).last)
    var found = FindMatches(FindQuery("needle"), most: 8)
    let isWhole = found.search(text, from: Place(unit: 15), isCancelled: { false })
    #expect(isWhole)
    #expect(found.matches.map(\.unit) == [0, 1, 2, 15, 16, 17, 18, 19])
    #expect(found.count == 8)
  }
}
