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

  /// Puts the input in place of a value, or over a part of it: table, row, column and place come first.
  private static func searchDamaged(_ bytes: [UInt8]) throws {
    try index.inTransaction { db in
      let table = tables[Int(bytes[0]) % tables.count]
      let column = table.columns[Int(bytes[1]) % table.columns.count]
      let row = Int(bytes[2]) % max(1, table.rows)
      let rest = Data(bytes.dropFirst(4))
      let name = "\"\(column.name)\""
      // A few tables have no row numbers, so the row is named by its place.
      let condition =
        "\(table.key) IN (SELECT \(table.key) FROM \(table.name) ORDER BY \(table.key) LIMIT 1 OFFSET \(row))"
      let old = try DatabaseValue.fetchOne(db, sql: "SELECT \(name) FROM \(table.name) WHERE \(condition)")
      let value: DatabaseValue
      switch old?.storage {
      case .int64(let number)?:
        value = (number ^ rest.reduce(0) { $0 << 8 | Int64($1) }).databaseValue
      case .blob(let blob)? where bytes[3] % 2 == 1:
        var blob = blob
        for (place, byte) in rest.enumerated() where !blob.isEmpty {
          blob[(Int(bytes[3]) * 7 + place) % blob.count] ^= byte
        }
        value = blob.databaseValue
      case .blob?, nil: value = rest.databaseValue
      default: value = String(decoding: rest, as: UTF8.self).databaseValue
      }
      try? db.execute(
        sql: "UPDATE OR IGNORE \(table.name) SET \(name) = ? WHERE \(condition)", arguments: [value])
      for query in queries {
        for order in [SearchOrder.relevance, .newest] {
          let count = (try? IndexProbe.search(query, order, limit: 5, in: db)) ?? 0
          expect(count <= 5, "\(count) of 5 briefings")
        }
      }
      return .rollback
    }
  }

  private struct Table {
    var name: String
    var key: String
    var rows: Int
    var columns: [ColumnInfo]
  }

  /// A sound index, in memory.
  private static let index: DatabaseQueue = {
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
      return memory
    } catch {
      fail("the index cannot be made: \(error)")
    }
  }()

  private static let tables: [Table] = {
    do {
      return try index.read { db in
        try String.fetchAll(
          db,
          sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
        ).map { name in
          let columns = try db.columns(in: name)
          let keys = try db.primaryKey(name).columns.map { "\"\($0)\"" }.joined(separator: ", ")
          return Table(
            name: name, key: "(\(keys))",
            rows: try Int.fetchOne(db, sql: "SELECT count(*) FROM \(name)") ?? 0,
            columns: columns)
        }
      }
    } catch {
      fail("the index cannot be read: \(error)")
    }
  }()

  /// Each value that is bytes, after where it stands.
  static var seeds: [[UInt8]] {
    var seeds: [[UInt8]] = []
    for (number, table) in tables.enumerated() {
      for (column, info) in table.columns.enumerated() {
        let value = try? index.read { db in
          try DatabaseValue.fetchOne(db, sql: "SELECT \"\(info.name)\" FROM \(table.name) LIMIT 1")
        }
        let head = [UInt8(number), UInt8(column), 0, 0]
        if case .blob(let blob)? = value?.storage {
          seeds.append(head + Array(blob.prefix(900)))
        } else {
          seeds.append(head + [1])
        }
      }
    }
    return seeds
  }

  static let tokens = ["\u{FFFD}", "\0\0\0\0", "\u{7F}", "missile"]
}
