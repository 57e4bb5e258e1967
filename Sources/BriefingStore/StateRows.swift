import BriefingCore
import BriefingReading
import Foundation
import GRDB

/// The columns of marks, and the way between rows and values. What a damaged file may hold is brought into range.
enum StateRows {
  /// What is read of a section, but for its sketches.
  static let markColumns = "mark, mark_time, mark_since, read_hash, is_starred, star_time"

  static func mark(_ row: Row) -> ReadMark? {
    let kind: Int = row["mark"] ?? 0
    guard (1...3).contains(kind) else { return nil }
    return ReadMark(
      isRead: kind > 1, isByHand: kind != 2, time: row["mark_time"] ?? 0, since: row["mark_since"] ?? 0,
      hash: UInt64(bitPattern: row["read_hash"] ?? 0))
  }

  /// The column `mark` of a mark.
  static func kind(of mark: ReadMark) -> Int { mark.isRead ? (mark.isByHand ? 3 : 2) : 1 }

  static func star(_ row: Row) -> StarMark? {
    let time: Int64 = row["star_time"] ?? 0
    return time == 0 ? nil : StarMark(isOn: row["is_starred"] ?? false, time: time)
  }

  static func section(_ row: Row) -> SectionRecord {
    let path: String = row["path"] ?? ""
    return SectionRecord(
      id: SectionID(rawValue: row["id"] ?? 0), ordinal: row["ordinal"] ?? -1, title: row["title"] ?? "",
      identity: SectionIdentity(
        path: path.isEmpty
          ? [] : path.split(separator: "/", omittingEmptySubsequences: false).map(String.init),
        words: SketchBytes.decode(row["words"]), pairs: SketchBytes.decode(row["pairs"])),
      hash: UInt64(bitPattern: row["hash"] ?? 0), words: row["word_count"] ?? 0)
  }

  /// The column `path` of a section: no slug has a slash.
  static func path(of identity: SectionIdentity) -> String { identity.path.joined(separator: "/") }

  static func place(_ row: Row, _ name: String) -> PlaceMark? {
    let time: Int64 = row["\(name)_time"] ?? 0
    return time == 0
      ? nil : PlaceMark(anchor: row[name], progress: row["\(name)_progress"] ?? 0, time: time)
  }
}
