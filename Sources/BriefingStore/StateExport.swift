import BriefingCore
import BriefingReading
import Foundation
import GRDB

/// Makes the document of a reading state.
struct StateExport {
  let db: Database

  /// Of briefings, those that were opened or marked; of their sections, those with a mark or star.
  func document() throws -> StateDocument {
    var document = StateDocument()
    let briefings = try Row.fetchCursor(db, sql: "SELECT * FROM briefing ORDER BY coalesce(path, title), id")
    while let row = try briefings.next() { document.briefings.append(try briefing(row)) }
    document.bookmarks = try Row.fetchAll(db, sql: "SELECT * FROM bookmark ORDER BY letter").map {
      StateDocument.Bookmark(
        letter: $0.value("letter") ?? "", path: $0.value("path"), anchor: $0.value("anchor"),
        excerpt: $0.value("excerpt"),
        time: $0.value("time") ?? 0)
    }
    document.history = try Row.fetchAll(db, sql: "SELECT * FROM visit ORDER BY time DESC").map {
      StateDocument.Visit(
        id: $0.value("briefing") ?? 0, path: $0.value("path") ?? "", title: $0.value("title") ?? "",
        time: $0.value("time") ?? 0)
    }
    return document
  }

  private func briefing(_ row: Row) throws -> StateDocument.Briefing {
    let sketch = SketchBytes.decode(row.value("sketch"))
    let id: Int64 = row.value("id") ?? 0
    let sections = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM section WHERE briefing = ? AND (mark != 0 OR star_time != 0) ORDER BY ordinal, id
        """, arguments: [id])
    return StateDocument.Briefing(
      id: id, path: row.value("path"), url: row.value("url"), title: row.value("title") ?? "",
      hash: Self.hexadecimal(row.value("hash")), words: sketch.hashes, wordCount: sketch.count,
      counts: StateDocument.Counts(
        sections: row.value("sections") ?? 0, unread: row.value("unread") ?? 0,
        changed: row.value("changed") ?? 0,
        size: row.value("size") ?? 0, modified: row.value("modified") ?? 0,
        lead: row.value("lead")),
      star: StateRows.star(row).map(StateDocument.Star.init),
      place: StateRows.place(row, "place").map(StateDocument.Place.init),
      furthest: StateRows.place(row, "furthest").map(StateDocument.Place.init),
      opened: row.value("opened") ?? 0,
      sections: sections.map(section))
  }

  private func section(_ row: Row) -> StateDocument.Section {
    let record = StateRows.section(row)
    return StateDocument.Section(
      id: record.id.rawValue, path: record.identity.path, title: record.title,
      hash: String(record.hash, radix: 16), words: record.words, sketch: record.identity.words.hashes,
      pairs: record.identity.pairs.hashes, pairCount: record.identity.pairs.count,
      wordCount: record.identity.words.count, mark: StateRows.mark(row).map(StateDocument.Mark.init),
      star: StateRows.star(row).map(StateDocument.Star.init))
  }

  private static func hexadecimal(_ hash: Int64?) -> String {
    String(UInt64(bitPattern: hash ?? 0), radix: 16)
  }
}
