import Foundation
import GRDB

/// A database in memory that is sound but for one value at a time.
final class DamagedDatabase: Sendable {
  private struct Table {
    var name: String
    var key: String
    var rows: Int
    var columns: [ColumnInfo]
  }

  private let queue: DatabaseQueue
  private let tables: [Table]

  /// Takes a sound database.
  init(_ queue: DatabaseQueue) throws {
    self.queue = queue
    tables = try queue.read { db in
      try String.fetchAll(
        db,
        sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
      ).map { name in
        let columns = try db.columns(in: name)
        let keys = try db.primaryKey(name).columns.map { "\"\($0)\"" }.joined(separator: ", ")
        return Table(
          name: name, key: "(\(keys))", rows: try Int.fetchOne(db, sql: "SELECT count(*) FROM \(name)") ?? 0,
          columns: columns)
      }
    }
  }

  /// Calls `body` with the input in place of a value, or over a part of it, which is taken back then: table, row, column
  /// and place come first in the input.
  ///
  /// - Parameter bytes: At least four.
  func damage(_ bytes: [UInt8], _ body: (Database) throws -> Void) throws {
    try queue.inTransaction { db in
      let table = tables[Int(bytes[0]) % tables.count]
      let column = table.columns[Int(bytes[1]) % table.columns.count]
      let row = Int(bytes[2]) % max(1, table.rows)
      let name = "\"\(column.name)\""
      // A few tables have no row numbers, so the row is named by its place.
      let condition =
        "\(table.key) IN (SELECT \(table.key) FROM \(table.name) ORDER BY \(table.key) LIMIT 1 OFFSET \(row))"
      let old = try DatabaseValue.fetchOne(db, sql: "SELECT \(name) FROM \(table.name) WHERE \(condition)")
      let value = Self.value(old, damagedBy: Data(bytes.dropFirst(4)), at: bytes[3])
      try? db.execute(
        sql: "UPDATE OR IGNORE \(table.name) SET \(name) = ? WHERE \(condition)", arguments: [value])
      try body(db)
      return .rollback
    }
  }

  private static func value(_ old: DatabaseValue?, damagedBy rest: Data, at place: UInt8) -> DatabaseValue {
    switch old?.storage {
    case .int64(let number)?:
      return (number ^ rest.reduce(0) { $0 << 8 | Int64($1) }).databaseValue
    case .blob(let blob)? where place % 2 == 1:
      var blob = blob
      for (offset, byte) in rest.enumerated() where !blob.isEmpty {
        blob[(Int(place) * 7 + offset) % blob.count] ^= byte
      }
      return blob.databaseValue
    case .blob?, nil: return rest.databaseValue
    default: return String(decoding: rest, as: UTF8.self).databaseValue
    }
  }

  /// Each value that is bytes, after where it stands.
  var seeds: [[UInt8]] {
    var seeds: [[UInt8]] = []
    for (number, table) in tables.enumerated() {
      for (column, info) in table.columns.enumerated() {
        let value = try? queue.read { db in
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
}
