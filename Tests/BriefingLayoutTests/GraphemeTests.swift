import BriefingCore
import CommonMarkSamples
import Testing

@testable import BriefingLayout

/// Where characters end, and that none is without end.
@Suite struct GraphemeTests {
  /// The graphemes of a text.
  private func graphemes(_ text: String) -> [String] {
    Graphemes.withEach(of: text) { graphemes in
      var parts: [String] = []
      var at = 0
      while at < graphemes.count {
        let end = graphemes.end(of: at)
        parts.append(String(decoding: graphemes.bytes[at..<end], as: UTF8.self))
        at = end
      }
      return parts
    }
  }

  /// What heaps without end, and what has no look.
  static let heaps = [
    "\u{301}", "\u{200D}", "\u{AD}", "\u{200C}", "\u{2060}", "\u{FE0F}", "\u{E0061}", "\u{1F3FD}", "\u{200B}",
    "\u{AD}\u{200D}", "\u{200B}\u{301}", "\u{1F469}\u{200D}", "\u{915}\u{94D}", "\u{1100}", "\u{F92}",
    "\u{1F1F9}", "\u{600}",
  ]

  @Test(arguments: heaps)
  func `no grapheme is longer than the limit, and none is lost`(heap: String) {
    for before in ["", "a", "e\u{301} ", "\u{1F469}"] {
      let text = before + String(repeating: heap, count: 300) + "z"
      let parts = graphemes(text)
      #expect(parts.joined().unicodeScalars.elementsEqual(text.unicodeScalars))
      #expect(parts.allSatisfy { $0.utf8.count <= Graphemes.longest })
      // Nor is a piece so short that the bound costs more than it spares.
      #expect(parts.count <= text.unicodeScalars.count)
    }
  }

  @Test(arguments: 0..<8)
  func `what is short is what the standard library says`(seed: UInt64) {
    let pieces = [
      "a", " ", "e\u{301}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{1F44D}\u{1F3FD}", "क्षि",
      "\u{1F1F9}\u{1F1F7}",
      "日", "한", "\r\n", "\u{1112}\u{1161}\u{11AB}", "ที่", "\u{F62}\u{F92}\u{FB1}\u{F74}", "1\u{FE0F}\u{20E3}",
      "\u{600}1", "\n",
      "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    ]
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let text = (0..<20).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      #expect(graphemes(text) == text.map(String.init), "\(text.debugDescription)")
    }
  }

  /// Drawing a line is to cost what its columns cost.
  @Test(arguments: heaps)
  func `a line has few bytes for each of its columns`(heap: String) {
    let text =
      "some " + String(repeating: heap, count: 600) + " needle, " + String(repeating: "x" + heap, count: 100)
    let column = 20
    Graphemes.withEach(of: text) { graphemes in
      let whole = 0..<graphemes.count
      for lines in [
        ParagraphBreaker.lines(of: graphemes, whole, column: column),
        CodeBreaker.lines(of: graphemes, whole, column: column).lines,
      ] {
        for line in lines {
          #expect(line.range.count <= (column + 1) * 2 * Graphemes.longest, "\(heap.debugDescription)")
        }
      }
    }
  }

  @Test(arguments: heaps)
  func `text beside a heap is found, and so is the letter that carries it`(heap: String) throws {
    let page = try Sample.page("some x" + String(repeating: heap, count: 600) + " needle")
    let find = try #require(FindText(page))
    let text = page.text(of: 0).string
    let needle = try #require(find.matches(of: FindQuery("needle"))?.first)
    #expect(needle.range == text.utf8.count - 6..<text.utf8.count)
    #expect(find.matches(of: FindQuery("some x"))?.count == 1)
    // What is lit is on the screen.
    let lit = page.lines(of: 0).flatMap { $0.columns(of: needle.range) }
    #expect(lit.map(\.count) == [6])
  }

  @Test func `matches within a heap of joined emoji are whole pieces of it, in order`() throws {
    let woman = "\u{1F469}"
    let page = try Sample.page(String(repeating: woman + "\u{200D}", count: 1000))
    let text = Array(page.text(of: 0).string.utf8)
    let matches = try #require(FindText(page)?.matches(of: FindQuery(woman)))
    #expect(matches.count > 50)
    for (first, second) in zip(matches, matches.dropFirst()) {
      #expect(first.range.upperBound <= second.range.lowerBound)
    }
    for match in matches {
      #expect(match.range.count <= Graphemes.longest)
      #expect(String(validating: text[match.range], as: UTF8.self) != nil)
    }
  }
}
