import BriefingIndex
import BriefingLibrary
import BriefingSearch
import CommonMarkSamples
import Foundation
import GRDB

/// The bytes of an index, which may have been damaged on disk: by themselves, and in an index that is sound else.
enum IndexTarget: FuzzTarget {
  static let name = "index"

  static func test(_ bytes: [UInt8]) {
    guard bytes.count > 4 else { return }
    readPostings(bytes)
    readFacts(bytes)
    // What is thrown is what a search would say.
    try? searchDamaged(bytes)
  }

  // MARK: By themselves

  private static func readPostings(_ bytes: [UInt8]) {
    let middle = 1 + Int(bytes[0]) * (bytes.count - 1) / 256
    bytes.withUnsafeBufferPointer { bytes in
      let words = UnsafeBufferPointer(rebasing: bytes[1..<middle])
      let places = UnsafeBufferPointer(rebasing: bytes[middle...])
      for sections in [0, 3, 200] {
        try? IndexProbe.read(words: words, places: places, sections: sections)
      }
    }
  }

  private static func readFacts(_ bytes: [UInt8]) {
    let count = Int(bytes[0] % 8)
    let part = Array(bytes.dropFirst().prefix(40))
    IndexProbe.read(
      starts: [0] + part.prefix(count).map { UInt32($0) << UInt32(bytes[1] % 32) },
      leads: Array(part.prefix(count)),
      moments: part.prefix(count).map { Int64($0) &- 9 }, days: part.prefix(count).map { Int32($0) },
      gone: part.suffix(1).map { UInt64($0) &* 0x0101_0101_0101_0101 })
  }

  // MARK: In an index

  private static let queries = [
    "missile", "a*", "\"the missile\"", "title:the -agreement", "tag:a OR source:reuters",
    "after:2020 before:2030", "agreement talks",
  ].map { SearchQuery(parsing: $0) }

  private static func searchDamaged(_ bytes: [UInt8]) throws {
    try index.damage(bytes) { db in
      for query in queries {
        for order in [SearchOrder.relevance, .newest] {
          let count = (try? IndexProbe.search(query, order, limit: 5, in: db)) ?? 0
          expect(count <= 5, "\(count) of 5 briefings")
        }
      }
    }
  }

  /// A sound index, in memory.
  private static let index: DamagedDatabase = {
    do {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "briefing-fuzz-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      let library = folder.appendingPathComponent("library")
      try FileManager.default.createDirectory(at: library, withIntermediateDirectories: true)
      for number in 0..<20 {
        try Data(LibrarySample()[number].text.utf8).write(to: library.appendingPathComponent("\(number).md"))
      }
      let report = try LibrarySearch(library: library.path, cache: folder.path).refresh(.always)
      guard let path = report.indexPath else { fail("no index: \(report)") }
      let memory = try DatabaseQueue()
      try DatabaseQueue(path: path).backup(to: memory)
      return try DamagedDatabase(memory)
    } catch {
      fail("the index cannot be made: \(error)")
    }
  }()

  static var seeds: [[UInt8]] { index.seeds }

  static let tokens = ["\u{FFFD}", "\0\0\0\0", "\u{7F}", "missile"]
}
