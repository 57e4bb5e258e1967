import BriefingSearch
import CommonMarkSamples
import Foundation
import GRDB
import Testing

@testable import BriefingIndex

/// The table of all words of a library stays within its bound.
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

  @Test(arguments: 1...20) func `words of many segments stand in order, each once`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var all: Set<String> = []
    let rows = try DatabaseQueue().write { db in
      try IndexSchema.create(in: db)
      for _ in 0..<4 {
        var vocabulary = Vocabulary(db)
        for _ in 0..<3 {
          let words = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
            String((0..<4).map { _ in "abc".randomElement(using: &random) ?? "a" })
          }
          all.formUnion(words)
          insert(Array(Set(words)), &vocabulary)
          vocabulary.closeSegment()
        }
        try vocabulary.write()
      }
      return try Data.fetchAll(db, sql: "SELECT words FROM vocabulary WHERE id = 4")
    }
    #expect(rows.map { String(decoding: $0, as: UTF8.self) } == [all.sorted().joined()])
  }
}
