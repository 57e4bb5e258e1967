import BriefingCore
import BriefingReading
import GRDB

/// Answers what a start waits for: how the program was left, and where a briefing was.
///
/// It uses a bare connection, so it answers while GRDB's are still being opened.
struct StartReader {
  /// A connection of SQLite.
  let connection: OpaquePointer

  /// How a library is looked at; nil where nothing is remembered.
  func view(of library: String) throws -> ViewSettings? {
    let row = try query("SELECT view FROM library WHERE path = ? AND time > 0", [library])
    return try row.next() ? row.text(0).map(ViewSettings.init(text:)) : nil
  }

  /// The libraries that were opened, the last one first.
  func libraries() throws -> [String] {
    let row = try query(
      "SELECT path FROM library WHERE opened > 0 AND path != '' ORDER BY opened DESC LIMIT 20")
    var paths: [String] = []
    while try row.next() { if let path = row.text(0) { paths.append(path) } }
    return paths
  }

  /// What is known of a path.
  func earlier(_ path: String) throws -> EarlierVisit? {
    let row = try query(
      "SELECT id, details, size, modified, place, place_progress, place_time FROM briefing WHERE path = ?",
      [path])
    guard try row.next() else { return nil }
    return EarlierVisit(
      briefing: BriefingID(rawValue: row.integer(0)), place: Self.place(row, at: 4),
      showsDetails: row.integer(1) != 0, size: row.integer(2), modified: row.integer(3))
  }

  /// Whether nothing is known of a path, nor of the number of its file, which it keeps under another name.
  func isNew(_ path: String, number: UInt64) throws -> Bool {
    let number = Int64(bitPattern: number)
    let row = try query(
      """
      SELECT EXISTS (SELECT 1 FROM briefing WHERE path = ?)
        OR EXISTS (SELECT 1 FROM briefing WHERE number = \(number) AND number != 0)
      """, [path])
    return try row.next() && row.integer(0) == 0
  }

  /// The briefing below a folder that was opened last; nil where nothing of it is left to read, or it was left at its start.
  func lastVisit(under folder: String) throws -> LastVisit? {
    let start = folder.hasSuffix("/") ? folder : folder + "/"
    let last = try query(
      """
      SELECT briefing.id, briefing.path, briefing.title, unread > 0 OR lead > 1,
        place, place_progress, place_time
      FROM visit JOIN briefing ON briefing.id = visit.briefing
      WHERE briefing.path >= ? AND briefing.path < ? ORDER BY visit.time DESC LIMIT 1
      """, [start, start.dropLast() + "0"])
    guard try last.next(), let path = last.text(1), last.integer(3) != 0, let place = Self.place(last, at: 4),
      let anchor = place.anchor, place.progress > 0
    else { return nil }
    var section: String?
    if case .section(let identity, _)? = Anchor(text: anchor)?.region, !identity.path.isEmpty {
      let row = try query(
        "SELECT title FROM section WHERE briefing = \(last.integer(0)) AND path = ? AND ordinal > 0 LIMIT 1",
        [StateRows.path(of: identity)])
      section = try row.next() ? row.text(0) : nil
    }
    return LastVisit(
      path: path, title: last.text(2) ?? "", section: section ?? "", progress: place.progress)
  }

  // MARK: Rows

  private func query(_ sql: String, _ texts: [String] = []) throws(DatabaseError) -> PlainStatement {
    try PlainStatement(sql, texts, on: connection)
  }

  /// A place in three columns: anchor, progress and time.
  private static func place(_ row: borrowing PlainStatement, at column: Int32) -> PlaceMark? {
    let time = row.integer(column + 2)
    return time == 0
      ? nil
      : PlaceMark(anchor: row.text(column), progress: Int(row.integer(column + 1)), time: time)
  }
}
