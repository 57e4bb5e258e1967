import BriefingCore
import BriefingReading
import GRDB

/// How the program was left.
extension StateReader {
  /// How a library is looked at; nil where nothing is remembered.
  func view(of library: String) throws -> ViewSettings? {
    try String.fetchOne(db, sql: "SELECT view FROM library WHERE path = ? AND time > 0", arguments: [library])
      .map(ViewSettings.init(text:))
  }

  /// The libraries that were opened, the last one first.
  func libraries() throws -> [String] {
    try String.fetchAll(
      db, sql: "SELECT path FROM library WHERE opened > 0 AND path != '' ORDER BY opened DESC LIMIT 20")
  }

  /// What is known of a path.
  func earlier(_ path: String) throws -> EarlierVisit? {
    try Row.fetchOne(
      db,
      sql:
        "SELECT id, details, size, modified, place, place_progress, place_time FROM briefing WHERE path = ?",
      arguments: [path]
    ).map { row in
      EarlierVisit(
        briefing: BriefingID(rawValue: row.value("id") ?? 0), place: StateRows.place(row, "place"),
        showsDetails: row.value("details") ?? false, size: row.value("size") ?? 0,
        modified: row.value("modified") ?? 0)
    }
  }

  /// The briefing below a folder that was opened last; nil where nothing of it is left to read, or it was left at its start.
  func lastVisit(under folder: String) throws -> LastVisit? {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    let last = try Row.fetchOne(
      db,
      sql: """
        SELECT briefing.* FROM visit JOIN briefing ON briefing.id = visit.briefing
        WHERE briefing.path >= ? AND briefing.path < ? ORDER BY visit.time DESC LIMIT 1
        """, arguments: [start, start.dropLast() + "0"])
    guard let last, let path: String = last.value("path"), let place = StateRows.place(last, "place"),
      let anchor = place.anchor, place.progress > 0,
      last.value("unread") ?? 0 > 0 || last.value("lead") ?? 0 > 1
    else { return nil }
    var section: String?
    if case .section(let identity, _)? = Anchor(text: anchor)?.region, !identity.path.isEmpty {
      section = try String.fetchOne(
        db, sql: "SELECT title FROM section WHERE briefing = ? AND path = ? AND ordinal > 0 LIMIT 1",
        arguments: [last.value("id") as Int64?, StateRows.path(of: identity)])
    }
    return LastVisit(
      path: path, title: last.value("title") ?? "", section: section ?? "", progress: place.progress)
  }
}
