import BriefingSearch
import Testing

@testable import BriefingIndex

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
    let sorted = table.sortedNumbers.map { String(decoding: table[Int($0)], as: UTF8.self) }
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

extension WordTableTests {
  /// Words of every length around that of a look, borders, and the same word near the end of a line.
  @Test func theWordsOfALineHaveTheirNumbersAndPositions() {
    var table = WordTable()
    let words = (1...12).map { String(repeating: "a", count: $0) } + ["é", "ééé", "éééé", "$", "日"]
    for line in [WordLine([words.joined(separator: " ")]), WordLine(words), WordLine(words.reversed())] {
      var found: [String] = []
      var positions: [Int] = []
      table.forEachNumber(of: line) { number, position in
        found.append("\(number)")
        positions.append(position)
      }
      let expected = line.positions.enumerated().compactMap { position, range in
        line.bytes[range] == [WordLine.border] ? nil : (position, Array(line.bytes[range]))
      }
      #expect(positions == expected.map(\.0))
      #expect(found.compactMap { Int($0) }.map { Array(table[$0]) } == expected.map(\.1))
      for word in expected.map(\.1) {
        #expect(word.withUnsafeBufferPointer { table.number(of: $0) } < words.count)
      }
    }
    #expect(table.count == Set(words.map { WordLine([$0]).bytes }).count)
  }
}

extension WordTableTests {
  @Test func `a finished table takes less and still knows its words`() {
    var table = WordTable()
    let words = (0..<5000).map { "word\($0)" }
    for word in words { _ = number(of: word, in: &table) }
    let memory = table.memory
    table.finish()
    #expect(table.memory < memory / 2)
    for (index, word) in words.enumerated() { #expect(number(of: word, in: &table) == index) }
    #expect(number(of: "another", in: &table) == 5000)
  }
}
