import BriefingCore
import BriefingSearch
import CommonMarkSamples
import GRDB
import Glibc
import Testing

@testable import BriefingFiles
@testable import BriefingIndex
@testable import BriefingLibrary

/// Pages of an index that are overwritten, swapped or changed by a bit, as a disk may do without a word: whatever is
/// asked then, the answer is the one that a sound index gives, or one that is found without it.
@Suite struct IndexDamageTests {
  /// Small pages, so that there are many of them.
  private static let pageSize = 512
  private static let queries = [
    "missile", "\"missile sale\"", "mis*", "talks -sale", "title:report", "source:reuters", "after:2025-02",
    "talked", "w77 OR w78", "path:12", "nowhere", "\"sale of w*\"", "section:part missile",
  ]

  private let library: SearchedLibrary
  private let sound: [UInt8]

  init() throws {
    library = try SearchedLibrary((0..<60).map { ("\($0).md", Self.briefing($0)) })
    try library.other.refresh(.always)
    // Some that are gone, and several segments.
    for number in 0..<8 { try library.write("\(number).md", Self.briefing(number + 100)) }
    let search = library.other
    try search.refresh(.always)
    search.close()
    let queue = try DatabaseQueue(path: library.database)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA page_size = \(Self.pageSize); VACUUM")
    }
    try queue.close()
    sound = try BriefingFile.allBytes(of: library.database)
  }

  private static func briefing(_ number: Int) -> String {
    let words = (0..<30).map { "w\((number * 7 + $0 * $0) % 400)" }.joined(separator: " ")
    return """
      ---
      date: 2025-0\(1 + number % 3)-11
      source: \(number % 2 == 0 ? "Reuters" : "Bloomberg")
      lang: en
      ---
      # Report \(number)

      The talks of the week \(words)

      ## Part

      A missile \(number % 3 == 0 ? "sale" : "test") of \(words)

      """
  }

  /// A search by the index as it is: a library as small as this one would be read through.
  private func indexed() throws -> LibrarySearch {
    let search = library.other
    _ = try? search.open(location, isFresh: false, mayMake: false)
    return search
  }

  private var location: IndexLocation {
    get throws { try IndexLocation(library: library.folder.path, cache: library.cache.path) }
  }

  /// What an index finds, in order.
  private func answer(_ query: String, of index: SectionIndex) throws -> [String] {
    try index.pool.read { db in
      let answer = try IndexSearch(db).find(
        SearchQuery(parsing: query), .relevance, limit: 100, isCancelled: { false })
      return ["\(answer.sections) in \(answer.briefings)"]
        + answer.targets.map { "\($0.path)#\($0.ordinal)+\($0.more ?? -1) \($0.stamp)" }
        + answer.patterns.map { "\($0)" }
    }
  }

  /// What a search finds, in order.
  private func answer(_ query: String, by search: LibrarySearch) throws -> [String] {
    let results = try search.search(SearchQuery(parsing: query), limit: 100)
    return ["\(results.total)"] + results.hits.map { "\($0.path)#\($0.number)+\($0.more ?? -1)" }
  }

  private func damaged(_ random: inout SeededGenerator) -> [UInt8] {
    var bytes = sound
    let pages = bytes.count / Self.pageSize
    func page() -> Range<Int> {
      let number = Int.random(in: 0..<pages, using: &random)
      return number * Self.pageSize..<(number + 1) * Self.pageSize
    }
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let (a, b) = (page(), page())
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.replaceSubrange(a, with: repeatElement(0, count: Self.pageSize))
      case 1:
        let first = Array(bytes[a])
        bytes.replaceSubrange(a, with: Array(bytes[b]))
        bytes.replaceSubrange(b, with: first)
      case 2: bytes.replaceSubrange(a, with: Array(bytes[b]))
      default: bytes[Int.random(in: a, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    }
    return bytes
  }

  private func put(_ bytes: [UInt8]) throws {
    let path = try library.database
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    let file = open(path, O_WRONLY | O_CREAT, 0o600)
    defer { close(file) }
    #expect(write(file, bytes, bytes.count) == bytes.count)
  }

  @Test func noAnswerIsWrong() throws {
    var random = SeededGenerator(seed: 1)
    let index = try SectionIndex(at: location, mayMake: false)
    let expected = try Self.queries.map { try answer($0, of: index) }
    #expect(expected.filter { $0.count > 2 }.count >= 10)
    index.close()
    var noticed = 0
    for trial in 0..<400 {
      try put(damaged(&random))
      do {
        let index = try SectionIndex(at: location, mayMake: false)
        defer { index.close() }
        for (query, expected) in zip(Self.queries, expected) {
          #expect(try answer(query, of: index) == expected, "trial \(trial): \(query)")
        }
      } catch is DatabaseError {
        noticed += 1
      } catch is IndexError {
        noticed += 1
      }
    }
    #expect(noticed > 100)
  }

  /// A refresh writes beside what is damaged: what it makes of it is sound, or a new index.
  @Test func noAnswerIsWrongAfterAChange() throws {
    var random = SeededGenerator(seed: 2)
    let plain = LibrarySearch(library: library.folder.path, cache: "/dev/null")
    for trial in 0..<12 {
      try put(damaged(&random))
      let name = "\(Int.random(in: 0..<60, using: &random)).md"
      if Bool.random(using: &random) { unlink(library.folder.path + "/" + name) }
      try library.write("new\(trial % 3).md", Self.briefing(200 + trial))
      let search = try indexed()
      if Bool.random(using: &random) { try search.refresh(files: [name, "new\(trial % 3).md"]) }
      try search.refresh(.always)
      for query in Self.queries {
        #expect(
          try answer(query, by: search) == answer(query, by: plain), "trial \(trial): \(query)")
      }
      search.close()
    }
  }

  /// What becomes of rows that are as they were, but not where they were.
  private static let misplacements = [
    "UPDATE posting SET words = (SELECT words FROM posting WHERE first = x''), words_sum = "
      + "(SELECT words_sum FROM posting WHERE first = x'')",
    "DELETE FROM posting WHERE first > CAST('n' AS BLOB)", "DELETE FROM posting WHERE first = x''",
    "DELETE FROM posting WHERE first = (SELECT max(first) FROM posting WHERE first <= CAST('missile' AS BLOB))",
    "DELETE FROM segment WHERE id = (SELECT max(id) FROM segment)", "DELETE FROM total", "DELETE FROM form",
    "UPDATE form SET (sum, words) = (SELECT sum, words FROM form ORDER BY segment DESC LIMIT 1)",
    "UPDATE form SET run = 1", "UPDATE form SET is_last = 0",
    "UPDATE segment SET gone = zeroblob(length(gone))",
    "UPDATE briefing SET path = 'z' || path", "UPDATE segment SET language = 3 - language",
    "UPDATE segment SET lengths = zeroblob(length(lengths))",
  ]

  @Test func rowsThatAreNotTheirOwnAreNoticed() throws {
    let plain = LibrarySearch(library: library.folder.path, cache: "/dev/null")
    let expected = try Self.queries.map { try answer($0, by: plain) }
    for sql in Self.misplacements {
      try put(sound)
      let queue = try DatabaseQueue(path: library.database)
      try queue.write { db in
        try db.execute(sql: sql)
        #expect(db.changesCount > 0)
      }
      try queue.close()
      let search = try indexed()
      for (query, expected) in zip(Self.queries, expected) {
        #expect(try answer(query, by: search) == expected, "\(sql): \(query)")
      }
      let note = try search.search(SearchQuery(parsing: "missile"), limit: 1).note
      #expect(note?.contains("ithout") == true, "\(sql)")
      #expect(try search.refresh(.always).remadeBecause == "it was damaged", "\(sql)")
      search.close()
    }
  }
}

extension BriefingFile {
  /// Whatever stands in a file.
  fileprivate static func allBytes(of path: String) throws -> [UInt8] {
    let file = open(path, O_RDONLY)
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: Int(FileStamp(path: path)?.size ?? 0))
    #expect(read(file, &bytes, bytes.count) == bytes.count)
    return bytes
  }
}
