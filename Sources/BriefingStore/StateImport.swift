import BriefingCore
import BriefingReading
import Foundation
import GRDB

/// Merges a document into a reading state, within a transaction.
struct StateImport {
  let db: Database

  /// Merges it. Returns how many briefings there were in it.
  func merge(_ document: StateDocument) throws -> Int {
    var ids: [Int64: Int64] = [:]
    for briefing in document.briefings { ids[briefing.id] = try merge(briefing) }
    for bookmark in document.bookmarks where bookmark.letter.count == 1 {
      // Only what an anchor can be made of again is a place.
      let anchor = bookmark.anchor.flatMap { Anchor(text: $0) }?.text
      guard anchor != nil || bookmark.anchor == nil else { continue }
      try db.execute(
        sql: """
          INSERT INTO bookmark (letter, path, anchor, excerpt, time) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (letter) DO UPDATE SET path = excluded.path, anchor = excluded.anchor,
            excerpt = excluded.excerpt, time = excluded.time WHERE time < excluded.time
          """,
        arguments: [bookmark.letter, bookmark.path, anchor, bookmark.excerpt, bookmark.time])
    }
    for visit in document.history {
      let id = ids[visit.id] ?? visit.id
      let newer = try Int.fetchOne(
        db, sql: "SELECT 1 FROM visit WHERE briefing = ? AND time >= ?", arguments: [id, visit.time])
      if newer != nil { continue }
      try db.execute(sql: "DELETE FROM visit WHERE briefing = ?", arguments: [id])
      try db.execute(
        sql: "INSERT OR IGNORE INTO visit (time, briefing, path, title) VALUES (?, ?, ?, ?)",
        arguments: [visit.time, id, visit.path, visit.title])
    }
    return document.briefings.count
  }

  /// Returns the number that the briefing has here.
  private func merge(_ briefing: StateDocument.Briefing) throws -> Int64 {
    let hash = Int64(bitPattern: UInt64(briefing.hash, radix: 16) ?? 0)
    let known = try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM briefing WHERE path = :path OR hash = :hash AND :hash != 0 OR id = :id
        ORDER BY path = :path DESC, hash = :hash DESC LIMIT 1
        """, arguments: ["path": briefing.path, "hash": hash, "id": briefing.id])
    let id = known ?? max(1, briefing.id)
    // Until a briefing's file was seen here, its sections cannot be counted: the document's counts stand.
    let isSeen =
      try Int.fetchOne(
        db, sql: "SELECT 1 FROM section WHERE briefing = ? AND seen != 0 LIMIT 1", arguments: [id]) != nil
    if known == nil {
      try db.execute(
        sql: """
          INSERT INTO briefing (id, path, number, url, hash, sketch, title, size, modified, sections, unread,
            changed, lead)
          VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, briefing.path, briefing.url, hash, Self.sketch(briefing.wordCount, briefing.words),
          briefing.title, briefing.counts.size, briefing.counts.modified, briefing.counts.sections,
          briefing.counts.unread, briefing.counts.changed,
          briefing.counts.lead.flatMap(BriefingSummary.Lead.init)?.rawValue ?? 0,
        ])
    }
    var changes: [StateChange] = []
    let own = BriefingID(rawValue: id)
    if let star = briefing.star?.value { changes.append(.star(section: nil, briefing: own, star)) }
    if let place = briefing.place?.value { changes.append(.place(briefing: own, place)) }
    if let place = briefing.furthest?.value { changes.append(.furthest(briefing: own, place)) }
    try db.execute(
      sql: "UPDATE briefing SET opened = max(opened, ?) WHERE id = ?", arguments: [briefing.opened, id])
    for section in briefing.sections {
      let target = SectionID(rawValue: try self.section(section, of: id))
      if let mark = section.mark?.value { changes.append(.mark(section: target, briefing: own, mark)) }
      if let star = section.star?.value { changes.append(.star(section: target, briefing: own, star)) }
    }
    var writer = StateWriter(db, records: [:])
    try writer.write(changes, counting: isSeen)
    if !isSeen {
      try db.execute(
        sql:
          "UPDATE briefing SET stars = (SELECT sum(is_starred) FROM section WHERE briefing = ?) WHERE id = ?",
        arguments: [id, id])
    }
    return id
  }

  /// Returns the number that a section has here; one that is not here waits for a text that has it.
  private func section(_ section: StateDocument.Section, of briefing: Int64) throws -> Int64 {
    let path = section.path.joined(separator: "/")
    let hash = Int64(bitPattern: UInt64(section.hash, radix: 16) ?? 0)
    let known = try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM section WHERE briefing = :briefing AND (id = :id OR path = :path OR hash = :hash)
        ORDER BY id = :id DESC, path = :path AND hash = :hash DESC, path = :path DESC LIMIT 1
        """, arguments: ["briefing": briefing, "id": section.id, "path": path, "hash": hash])
    if let known { return known }
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO section (id, briefing, ordinal, path, title, hash, word_count, seen, words, pairs)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
        """,
      arguments: [
        section.id, briefing, section.path.isEmpty ? 0 : -1, path, section.title, hash, section.words,
        Self.sketch(section.wordCount, section.sketch), Self.sketch(section.pairCount, section.pairs),
      ])
    return section.id
  }

  private static func sketch(_ count: Int, _ hashes: [UInt32]) -> Data {
    SketchBytes.encode(WordSketch(count: count, hashes: hashes) ?? WordSketch())
  }
}
