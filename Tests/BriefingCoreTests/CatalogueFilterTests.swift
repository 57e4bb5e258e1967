import Testing

@testable import BriefingCore

/// What a filter finds in the text of a row, compared with a plain look at every place.
@Suite struct CatalogueFilterTests {
  private func fits(_ words: [String], _ text: String) -> Bool {
    Array(text.utf8).withUnsafeBytes { text in
      CatalogueFilter(words.map { Array($0.utf8) }).withSearch { $0.fits(text) }
    }
  }

  private func isPlainlyIn(_ word: String, _ text: String) -> Bool {
    let (word, text) = (Array(word.utf8), Array(text.utf8))
    guard word.count <= text.count else { return false }
    return (0...text.count - word.count).contains { text[$0..<$0 + word.count].elementsEqual(word) }
  }

  /// Words of every length at every place, in texts shorter and longer than eight bytes.
  @Test func `a word is found wherever it stands`() {
    for length in 1...20 {
      let word = String("missilesaleturkeynato".prefix(length))
      for before in 0...18 {
        for after in 0...18 {
          let text = String(repeating: "m", count: before) + word + String(repeating: "e", count: after)
          #expect(fits([word], text), "\(word) in \(text)")
        }
      }
    }
  }

  /// Few letters, so that beginnings and ends of words stand nearly everywhere.
  @Test func `what a plain look finds is found, and nothing else`() {
    let letters = Array("aab\u{80}\u{7F}")
    var state: UInt64 = 1
    func number(below limit: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % limit)
    }
    func text(_ count: Int) -> String {
      String((0..<count).map { _ in letters[number(below: UInt64(letters.count))] })
    }
    for _ in 0..<3000 {
      let (word, text) = (text(1 + number(below: 6)), text(number(below: 61)))
      #expect(fits([word], text) == isPlainlyIn(word, text), "\(word) in \(text)")
    }
  }

  @Test func `all words have to stand in it`() {
    #expect(fits(["sale", "missile"], "the missile sale"))
    #expect(!fits(["sale", "jets"], "the missile sale"))
    #expect(fits([], "") && fits([""], ""))
    #expect(!fits(["a"], ""))
  }
}
