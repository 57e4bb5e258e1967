import BriefingSearch
import GRDB
import Testing

@testable import BriefingIndex

/// Which words of a segment have a stem, and what it takes to write them.
@Suite struct FormTests {
  private func write(
    _ words: [String], _ language: Language = .english, runMemory: Int = 8 << 20, in db: Database
  ) throws -> FormWriter {
    var writer = try FormWriter(db, segment: 1, Stemmer(language), runMemory: runMemory)
    for word in words.sorted() {
      try Array(word.utf8).withUnsafeBufferPointer { try writer.insert($0) }
    }
    try writer.finish()
    return writer
  }

  private func words(ofStem stem: String, in db: Database) throws -> [String] {
    try FormTable(db).forms(ofStem: Array(stem.utf8), in: 1).map(\.word).sorted()
  }

  /// Different words of six letters.
  private static func word(_ number: Int) -> String {
    String(
      decoding: (0..<6).map {
        UInt8(97 + number * 7919 / [1, 26, 676, 17_576, 456_976, 11_881_376][$0] % 26)
      },
      as: UTF8.self)
  }

  @Test func `a stem has its inflections, but not itself`() throws {
    try DatabaseQueue().write { db in
      try IndexSchema.create(in: db)
      _ = try write(
        ["missil", "missile", "missiles", "missing", "news", "talk", "talks", "f35", "~talk~x"], in: db)
      #expect(try words(ofStem: "missil", in: db) == ["missile", "missiles"])
      #expect(try words(ofStem: "miss", in: db) == ["missing"])
      #expect(try words(ofStem: "talk", in: db) == ["talks", "x"])
      #expect(try words(ofStem: "f35", in: db).isEmpty)
    }
  }

  @Test func `a segment without any form is no damaged one`() throws {
    try DatabaseQueue().write { db in
      try IndexSchema.create(in: db)
      _ = try write(["f35"], in: db)
      #expect(try words(ofStem: "talk", in: db).isEmpty)
      #expect(throws: DatabaseError.self) { try FormTable(db).forms(ofStem: [97], in: 2) }
    }
  }

  /// Forms in memory were all that a library has, and were written again with each part of a briefing.
  @Test func `the forms of many words are written in runs, and each is found`() throws {
    try DatabaseQueue().write { db in
      try IndexSchema.create(in: db)
      let limit = 1 << 17
      var writer = try FormWriter(db, segment: 1, Stemmer(.english), runMemory: limit)
      let words = Set((0..<20_000).map { Self.word($0) + "s" }).sorted()
      for word in words {
        try Array(word.utf8).withUnsafeBufferPointer { try writer.insert($0) }
      }
      try writer.finish()
      #expect(writer.run > 5)
      for word in words.enumerated() where word.offset % 97 == 0 {
        let stem = Stemmer(.english).stems(of: word.element)[0]
        // What is its own stem has no line.
        if stem.elementsEqual(word.element.utf8) { continue }
        #expect(try FormTable(db).forms(ofStem: stem, in: 1).map(\.word).contains(word.element))
      }
      // Four rows to a page.
      let longest = try Int.fetchOne(
        db, sql: "SELECT max(length(first) + length(next) + length(words)) FROM form")
      #expect(try #require(longest) <= RowSize.inPage)
      // Once each: what is written does not grow with the square of the words.
      let lines = try Int.fetchOne(
        db, sql: "SELECT sum(length(words) - length(replace(CAST(words AS TEXT), char(10), ''))) FROM form")
      #expect(try #require(lines) <= words.count)
      let run = writer.run
      try db.execute(sql: "DELETE FROM form WHERE run = ?", arguments: [run])
      #expect(throws: DatabaseError.self) { try FormTable(db).forms(ofStem: [97], in: 1) }
    }
  }

  /// What a thread keeps of the words of many languages has one bound, not one for each of them.
  @Test func `what stemmers keep of written words is bounded`() {
    let stemmers = Stemmers()
    for language in Language.allCases {
      let stemmer = stemmers[language]
      for number in 0..<4000 {
        let word = Self.word(number)
        Array((word + "ü").utf8).withUnsafeBufferPointer { written in
          Array((word + "u").utf8).withUnsafeBufferPointer { folded in
            _ = stemmer.ownStem(ofWritten: written, folded: folded)
          }
        }
      }
      #expect(stemmers.memory < 8 << 20)
    }
  }

  @Test func `what stemmers keep of folded words is bounded, and right when it comes again`() {
    let stemmers = Stemmers()
    let lone = Stemmer(.english)
    for language in Language.allCases {
      let stemmer = stemmers[language]
      for number in 0..<20_000 {
        Array(Self.word(number % 15_000).utf8).withUnsafeBufferPointer { word in
          var stems: [[UInt8]] = []
          stemmer.forEachStem(of: word) { stems.append(Array($0)) }
          if language == .english { #expect(stems == lone.stems(of: word)) }
        }
      }
      #expect(stemmers.memory < 20 << 20)
    }
    let german = Array("mueller".utf8)
    for _ in 0..<2 {
      var stems: [[UInt8]] = []
      german.withUnsafeBufferPointer { stemmers[.german].forEachStem(of: $0) { stems.append(Array($0)) } }
      #expect(stems == Stemmer(.german).stems(of: "mueller"))
      #expect(stems.count == 2)
    }
  }
}

extension Stemmer {
  fileprivate func stems(of word: String) -> [[UInt8]] {
    Array(word.utf8).withUnsafeBufferPointer { stems(of: $0) }
  }
}
