import Testing

@testable import BriefingLibrary

@Suite struct WordTableTests {
  private func number(of word: String, in table: inout WordTable) -> Int {
    Array(word.utf8).withUnsafeBufferPointer { table.number(of: $0) }
  }

  @Test func wordsAreNumberedAsTheyComeAndKnownAgain() {
    var table = WordTable(capacity: 4)
    let words = (0..<500).map { "word\($0)" } + ["", "a", "aaaaaaaa", "aaaaaaaab", "ü"]
    for (index, word) in words.enumerated() { #expect(number(of: word, in: &table) == index) }
    for (index, word) in words.enumerated() {
      #expect(number(of: word, in: &table) == index)
      #expect(String(decoding: table[index], as: UTF8.self) == word)
    }
    #expect(table.count == words.count)
  }

  @Test func sortedByTheirBytes() {
    var table = WordTable()
    let words = ["b", "a", "aaaaaaaab", "aaaaaaaa", "", "ü", "aaaaaaaaa", "z", "b\0", "b"]
    for word in words { _ = number(of: word, in: &table) }
    let sorted = table.sortedNumbers.map { String(decoding: table[$0], as: UTF8.self) }
    #expect(sorted == Set(words).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test func wordsOfAnotherTableGetNumbersHere() {
    var (one, other) = (WordTable(), WordTable())
    for word in ["missile", "sale"] { _ = number(of: word, in: &one) }
    for word in ["sale", "talks", "missile"] { _ = number(of: word, in: &other) }
    #expect(one.numbers(of: other) == [1, 2, 0])
    #expect(one.count == 3)
  }
}
