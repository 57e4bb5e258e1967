import BriefingSearch
import GRDB
import Testing

@testable import BriefingIndex

/// The tables of all words of a library stay within their bounds.
@Suite struct VocabularyTests {
  private func insert(_ words: [String], _ vocabulary: inout Vocabulary) {
    for word in words.sorted() { Array(word.utf8).withUnsafeBufferPointer { vocabulary.insert($0) } }
  }

  private func size(of db: Database) throws -> Int? {
    try Int.fetchOne(db, sql: "SELECT max(length(words)) FROM vocabulary")
  }

  @Test func `a row does not grow beyond its bound, and keeps what it has`() throws {
    try DatabaseQueue().write { db in
      try IndexSchema.create(in: db)
      let letters = Array("abcdefghij").map(String.init)
      for first in letters {
        var vocabulary = Vocabulary(db, rowSize: 400)
        insert(letters.flatMap { second in letters.map { first + second + $0 + "x" } }, &vocabulary)
        vocabulary.closeSegment()
        try vocabulary.write()
      }
      #expect(try size(of: db) == 400)
      #expect(try Vocabulary.near("aaay", in: db).nearest { _ in true }.contains("aaax"))
    }
  }

  @Test func `forms that wait to be written are counted`() throws {
    try DatabaseQueue().write { db in
      try IndexSchema.create(in: db)
      var forms = KnownForms()
      func insert(_ count: Int) {
        for number in 0..<count {
          let word = (0..<6).map { UInt8(97 + number / [1, 26, 676, 17_576, 1, 1][$0] % 26) }
          word.withUnsafeBufferPointer { forms.insert($0, .english) }
        }
      }
      insert(1000)
      #expect(!forms.isFull)
      insert(400_000)
      #expect(forms.isFull)
      try forms.write(in: db)
      #expect(!forms.isFull)
    }
  }
}
