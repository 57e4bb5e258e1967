import BriefingCore
import BriefingReading
import Foundation
import GRDB

/// The columns of marks, and the way between rows and values. What a damaged file may hold is brought into range.
enum StateRows {
  /// What is read of a section, but for its sketches.
  static let markColumns = "mark, mark_time, mark_since, read_hash, is_starred, star_time"

  static func mark(_ row: Row) -> ReadMark? {
    let kind: Int = row.value("mark") ?? 0
    guard (1...3).contains(kind) else { return nil }
    return ReadMark(
      isRead: kind > 1, isByHand: kind != 2, time: row.value("mark_time") ?? 0,
      since: row.value("mark_since") ?? 0,
      hash: UInt64(bitPattern: row.value("read_hash") ?? 0))
  }

  /// The column `mark` of a mark.
  static func kind(of mark: ReadMark) -> Int { mark.isRead ? (mark.isByHand ? 3 : 2) : 1 }

  /// Whether a section came since something of its briefing was read, in SQL: the rule of ``Recollection/newSections``, for
  /// sections that are stored. What was imported and not opened yet was never seen (0).
  ///
  /// - Parameters:
  ///   - table: The table of the section, where its columns need a name before them.
  ///   - firstSeen: When a section of the briefing was seen first, but for those that never were.
  ///   - mostMarked: The greatest `mark` of its sections: from 2 on one was read.
  static func isAdded(of table: String? = nil, firstSeen: String, mostMarked: String) -> String {
    let prefix = table.map { "\($0)." } ?? ""
    return "(\(prefix)mark = 0 AND \(prefix)seen > \(firstSeen) AND \(mostMarked) >= 2)"
  }

  static func star(_ row: Row) -> StarMark? {
    let time: Int64 = row.value("star_time") ?? 0
    return time == 0 ? nil : StarMark(isOn: row.value("is_starred") ?? false, time: time)
  }

  static func section(_ row: Row) -> SectionRecord {
    let path: String = row.value("path") ?? ""
    return SectionRecord(
      id: SectionID(rawValue: row.value("id") ?? 0), ordinal: row.value("ordinal") ?? -1,
      title: row.value("title") ?? "",
      identity: SectionIdentity(
        path: path.isEmpty
          ? [] : path.split(separator: "/", omittingEmptySubsequences: false).map(String.init),
        words: SketchBytes.decode(row.value("words")), pairs: SketchBytes.decode(row.value("pairs"))),
      hash: UInt64(bitPattern: row.value("hash") ?? 0), words: row.value("word_count") ?? 0,
      removal: removal(row))
  }

  /// How a section was removed; nil where it is there, and where that is not known.
  private static func removal(_ row: Row) -> SectionRecord.Removal? {
    let ordinal: Int = row.value("ordinal") ?? -1
    let after: Int64 = row.value("removed_after") ?? 0
    let time: Int64 = row.value("removed_time") ?? 0
    guard ordinal < 0, after != 0 || time != 0 else { return nil }
    return SectionRecord.Removal(after: after == 0 ? nil : SectionID(rawValue: after), time: time)
  }

  /// The column `path` of a section: no slug has a slash.
  static func path(of identity: SectionIdentity) -> String { identity.path.joined(separator: "/") }

  static func place(_ row: Row, _ name: String) -> PlaceMark? {
    let time: Int64 = row.value("\(name)_time") ?? 0
    return time == 0
      ? nil : PlaceMark(anchor: row.value(name), progress: row.value("\(name)_progress") ?? 0, time: time)
  }
}

extension Row {
  /// The value of a column; nil where it is NULL or of another type. GRDB's subscript ends the program for a value that it
  /// cannot convert, and a damaged file may have any.
  func value<Value: DatabaseValueConvertible>(_ column: String) -> Value? {
    let value: DatabaseValue = self[column]
    return Value.fromDatabaseValue(value)
  }
}
